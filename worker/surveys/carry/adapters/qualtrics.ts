import * as z from 'zod';
import { err, ok } from '../../../platform/result.ts';
import { adapter } from './adapter.ts';
import { fieldShape, fieldsOf, hostsOf, httpsAt } from './config.ts';
import { addressOf, byName, linkBy, type Pair } from './link.ts';

const part = z.string().regex(/^\d{1,4}$/, 'must be the number of a field or choice of the question');
const field = z.strictObject({
  field: z.string().regex(/^QID\d{1,6}$/, 'must be a question id such as QID4, not an export tag'),
  part: part.optional().describe('Of a question with several text fields: which one'),
  ...fieldShape(part),
});

/** One JSON object by question: a choice's number, a text, or an object with a value for each field. */
export const qualtrics = adapter({
  id: 'qualtrics',
  label: 'Qualtrics',
  capability: 'url',
  config: z.strictObject({
    url: httpsAt(hostsOf('qualtrics.com'), ' at qualtrics.com'),
    fields: fieldsOf(field),
  }),
  build: (input) =>
    linkBy(input, {
      fields: input.config.fields,
      inWords: false,
      write: (values, { field: question, part }) => {
        const written = byName(part ?? '', values, () => err('not-by-link'));
        return written.ok
          ? ok(written.value.map(([name, value]) => [`${question}/${name}`, value]))
          : written;
      },
      urlOf: (pairs) =>
        addressOf(
          input.config.url,
          pairs.length > 0 ? [['Q_PopulateResponse', JSON.stringify(populated(pairs))]] : [],
        ),
    }),
});

function populated(pairs: Pair[]): Record<string, string | Record<string, string>> {
  const all = new Map<string, string | Record<string, string>>();
  for (const [name, value] of pairs) {
    const [question = '', part = ''] = name.split('/');
    const known = all.get(question);
    if (part === '') all.set(question, value);
    else all.set(question, { ...(typeof known === 'object' && known), [part]: value });
  }
  return Object.fromEntries(all);
}
