import * as z from 'zod';
import { ok } from '../../../platform/result.ts';
import type { LinkValues } from '../../kinds/link.ts';
import { adapter } from './adapter.ts';
import { fieldShape, fieldsOf } from './config.ts';
import { addressOf, byName, linkBy, type Pair } from './link.ts';

const entry = z.string().regex(/^\d{1,20}$/, 'must be the number after "entry." in a pre-filled link');
const field = z.strictObject({
  entry: entry.optional(),
  ...fieldShape(entry),
  other: z.boolean().optional().describe('Whether it has an "Other" line'),
});

/** `entry.N` is a field, repeated for several choices. A choice is its own text, and "Other" has its own field. */
export const googleForms = adapter({
  id: 'google-forms',
  label: 'Google Forms',
  capability: 'url',
  config: z.strictObject({
    form_id: z.string().regex(/^[A-Za-z0-9_-]{10,100}$/, 'must be the id after /forms/d/e/ in its address'),
    fields: fieldsOf(field),
  }),
  build: (input) =>
    linkBy(input, {
      fields: input.config.fields,
      inWords: true,
      write: (values, { entry }) => {
        const written = byName(entry, values, (texts) => ok(texts.map((text) => [entry ?? '', text])));
        return written.ok ? ok(withOther(written.value, entry ?? '', values).map(named)) : written;
      },
      urlOf: (pairs) =>
        addressOf(`https://docs.google.com/forms/d/e/${input.config.form_id}/viewform?usp=pp_url`, pairs),
    }),
});

function withOther(pairs: Pair[], entry: string, values: LinkValues): Pair[] {
  const other = values.kind === 'one' || values.kind === 'several' ? values.other : null;
  if (other === null) return pairs;
  const known = pairs.filter(([, value]) => value !== '');
  return [...known, [entry, '__other_option__'], [`${entry}.other_option_response`, other]];
}

function named([name, value]: Pair): Pair {
  return [`entry.${name}`, value];
}
