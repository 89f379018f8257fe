import * as z from 'zod';
import { err, ok } from '../../../platform/result.ts';
import { adapter } from './adapter.ts';
import { fieldShape, fieldsOf } from './config.ts';
import { addressOf, byName, linkBy } from './link.ts';

const name = z.string().regex(/^r[0-9a-f]{2,40}$/, 'must be the name in a pre-filled link, r and hex digits');
const field = z.strictObject({
  field: name.optional(),
  ...fieldShape(name),
  quoted: z.boolean().optional().describe("Whether the form's own pre-filled link has this value in quotes"),
});

/** The last one is for the government cloud. */
const hosts = [
  'forms.office.com',
  'forms.microsoft.com',
  'forms.cloud.microsoft',
  'forms.office365.us',
] as const;

/**
 * Only a form's owner can make a pre-filled link, which has the field names. If choices are quoted in that link, they
 * are JSON, and several are a list. Without quotes, only one choice can be given.
 */
export const microsoftForms = adapter({
  id: 'microsoft-forms',
  label: 'Microsoft Forms',
  capability: 'url',
  config: z.strictObject({
    host: z.enum(hosts).default('forms.office.com'),
    form_id: z.string().regex(/^[A-Za-z0-9_-]{10,200}$/, 'must be the id in its address'),
    fields: fieldsOf(field),
  }),
  build: (input) =>
    linkBy(input, {
      fields: input.config.fields,
      inWords: true,
      write: (values, { field: name, quoted }) => {
        if (quoted && values.kind === 'one' && name) return ok([[name, JSON.stringify(values.value)]]);
        return byName(name, values, (texts) =>
          quoted ? ok([[name ?? '', JSON.stringify(texts)]]) : err('not-by-link'),
        );
      },
      urlOf: (pairs) => {
        const { host, form_id } = input.config;
        return addressOf(`https://${host}/Pages/ResponsePage.aspx?id=${form_id}`, pairs);
      },
    }),
});
