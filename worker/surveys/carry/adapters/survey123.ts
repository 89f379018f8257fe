import * as z from 'zod';
import { adapter } from './adapter.ts';
import { fieldShape, fieldsOf } from './config.ts';
import { addressOf, byName, linkBy, listed, type Pair } from './link.ts';

const name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]{0,63}$/, 'must be the name of a question');
const field = z.strictObject({ field: name.optional(), ...fieldShape(name) });

/** `field:NAME`. Several choices are their names, separated by commas. */
export const survey123 = adapter({
  id: 'survey123',
  label: 'ArcGIS Survey123',
  capability: 'url',
  config: z.strictObject({
    survey_id: z.string().regex(/^[0-9a-f]{32}$/, 'must be the 32 hex digits after /share/'),
    fields: fieldsOf(field),
  }),
  build: (input) =>
    linkBy(input, {
      fields: input.config.fields,
      inWords: false,
      write: (values, { field: name }) => byName(name, values, listed(name)),
      urlOf: (pairs) =>
        addressOf(`https://survey123.arcgis.com/share/${input.config.survey_id}`, pairs.map(named)),
    }),
});

function named([name, value]: Pair): Pair {
  return [`field:${name}`, value];
}
