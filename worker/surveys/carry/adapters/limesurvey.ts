import * as z from 'zod';
import { err, ok } from '../../../platform/result.ts';
import type { LinkValues } from '../../kinds/link.ts';
import { adapter } from './adapter.ts';
import { anyHost, fieldShape, fieldsOf, httpsAt, optionsAs } from './config.ts';
import { addressOf, linkBy, type Pair } from './link.ts';

const code = z.string().regex(/^[A-Za-z0-9]{1,20}$/, 'must be a code of an answer or subquestion');
const field = z.strictObject({
  field: z.string().regex(/^\d{1,9}X\d{1,9}$/, 'must be GROUPxQUESTION by their numbers, such as 2X22'),
  ...fieldShape(code),
  options: optionsAs(code).optional(),
});

/**
 * A field is SURVEYxGROUPxQUESTION with a subquestion's code or a ranking's place after it. `newtest` begins anew, so
 * that an unfinished visit of before does not stand in the way.
 */
export const limesurvey = adapter({
  id: 'limesurvey',
  label: 'LimeSurvey',
  capability: 'url',
  config: z.strictObject({
    url: httpsAt(anyHost, ', where index.php is'),
    survey: z.string().regex(/^\d{1,9}$/, 'must be the number of the survey'),
    fields: fieldsOf(field),
  }),
  build: (input) => {
    const { url, survey, fields } = input.config;
    const base = `${url.replace(/\/+$/, '')}/index.php/${survey}?newtest=Y&lang=${input.language}`;
    return linkBy(input, {
      fields,
      inWords: false,
      write: (values, { field }) => {
        const name = `${survey}X${field}`;
        const pairs = pairsOf(name, values);
        // Of two parts with one code only one would be filled.
        return new Set(pairs.map(([one]) => one)).size === pairs.length ? ok(pairs) : err('no-option');
      },
      urlOf: (pairs) => addressOf(base, pairs),
    });
  },
});

function pairsOf(name: string, values: LinkValues): Pair[] {
  switch (values.kind) {
    case 'one':
      return [[name, values.value]];
    case 'several':
      return values.values.map((code) => [name + code, 'Y']);
    case 'ranked':
      return values.values.map((code, place) => [`${name}${place + 1}`, code]);
    case 'parts':
      return values.parts.map(([code, value]) => [name + code, value]);
  }
}
