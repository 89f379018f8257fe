import * as z from 'zod';
import { adapter } from './adapter.ts';
import { fieldShape, fieldsOf, hostsOf, httpsAt } from './config.ts';
import { addressOf, byName, linkBy, listed } from './link.ts';

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}(\[[A-Za-z0-9_-]{1,40}\])?$/, 'must be the unique name of a field');
const field = z.strictObject({ field: name.optional(), ...fieldShape(name) });

/** A field by its unique name. Several choices are their texts, separated by commas. */
export const jotform = adapter({
  id: 'jotform',
  label: 'Jotform',
  capability: 'url',
  config: z.strictObject({
    url: httpsAt(hostsOf('jotform.com'), ' at jotform.com'),
    fields: fieldsOf(field),
  }),
  build: (input) =>
    linkBy(input, {
      fields: input.config.fields,
      inWords: true,
      write: (values, { field: name }) => byName(name, values, listed(name)),
      urlOf: (pairs) => addressOf(input.config.url, pairs),
    }),
});
