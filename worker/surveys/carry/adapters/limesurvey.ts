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
 * A field is SURVEYxGROUPxQUESTION, followed by a subquestion's code or a ranking's place. `newtest` starts again, so
 * that an unfinished earlier visit does not interfere.
 */
export const limesurvey = adapter({
  id: 'limesurvey',
  label: 'LimeSurvey',
  capability: 'url',
  config: z
    .strictObject({
      url: httpsAt(anyHost, ', where index.php is'),
      survey: z.string().regex(/^\d{1,9}$/, 'must be the number of the survey'),
      fields: fieldsOf(field),
    })
    .refine(({ url, survey }) => [null, survey].includes(placeOf(url).number), {
      path: ['url'],
      error: 'names another survey than "survey" does',
    }),
  build: (input) => {
    const { url, survey, fields } = input.config;
    const { root, isInQuery } = placeOf(url);
    const page = isInQuery ? `index.php?r=survey/index&sid=${survey}&` : `index.php/${survey}?`;
    const base = `${root}/${page}newtest=Y&lang=${input.language}`;
    return linkBy(input, {
      fields,
      inWords: false,
      write: (values, { field }) => {
        const name = `${survey}X${field}`;
        const pairs = pairsOf(name, values);
        // If two parts had the same code, only one would be filled in.
        return new Set(pairs.map(([one]) => one)).size === pairs.length ? ok(pairs) : err('no-option');
      },
      urlOf: (pairs) => addressOf(base, pairs),
    });
  },
});

/**
 * Reads an address as people copy it: with index.php, with the survey's number, or in LimeSurvey's other format,
 * `index.php?r=survey/index&sid=NUMBER`.
 */
function placeOf(text: string): { root: string; isInQuery: boolean; number: string | null } {
  const { origin, pathname, searchParams } = new URL(text);
  const [, folder = '', inPath] =
    /^(.*?)\/*(?:\/index\.php(?:\/(?:survey\/index\/sid\/)?(\d+))?\/?.*)?$/.exec(pathname) ?? [];
  return {
    root: origin + folder,
    isInQuery: searchParams.has('r'),
    number: inPath ?? searchParams.get('sid'),
  };
}

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
