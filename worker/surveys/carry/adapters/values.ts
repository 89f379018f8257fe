import { err, ok, type Result } from '../../../platform/result.ts';
import type { Answer, Question, QuestionOf } from '../../rules.ts';
import type { CarryInput, CarryWarning, Field } from './adapter.ts';
import { amountsOf, idsOf } from './answer-text.ts';

/** What the fields of another survey take of an answer, in its words. `other` is what its own "Other" line takes. */
export type Values =
  | { kind: 'one'; value: string; other: string | null; isText: boolean }
  | { kind: 'several'; values: string[]; other: string | null }
  /** From the first place on. */
  | { kind: 'ranked'; values: string[] }
  /** A value for each of several fields. */
  | { kind: 'parts'; parts: [name: string, value: string][] };

type Read = Result<Values, CarryWarning['code']>;
type Given = Field & { other?: boolean | undefined };

/** The answer for a link; or why it has to be copied by hand. */
export function valuesOf(
  question: Question,
  answer: Answer,
  field: Given,
  language: CarryInput['language'],
): Read {
  switch (question.kind) {
    case 'single':
      return chosen(question, [String(answer)], field, language);
    case 'multiple':
      return chosen(question, idsOf(answer), field, language);
    case 'scale':
    case 'number':
      return numbered(String(answer), field);
    case 'district':
      return mapped(field.options, String(answer));
    case 'ranking':
      return ranked(idsOf(answer), field);
    case 'allocation':
      return parts(Object.entries(amountsOf(answer)), field);
    case 'short-text':
      return text(String(answer));
    case 'long-text':
      return question.inOwnWords ? err('own-words') : text(String(answer));
    default:
      return err('personal');
  }
}

function chosen(
  { kind, options }: QuestionOf<'single'> | QuestionOf<'multiple'>,
  ids: string[],
  field: Given,
  language: CarryInput['language'],
): Read {
  const known = ids.flatMap((id) => optionOf(field.options, id) ?? []);
  const strange = ids.filter((id) => optionOf(field.options, id) === undefined);
  if (strange.length > 0 && !field.other) return err('no-option');
  const labels = options.filter(({ id }) => strange.includes(id)).map(({ label }) => label[language]);
  const other = labels.length > 0 ? labels.join(', ') : null;
  return kind === 'multiple'
    ? ok({ kind: 'several', values: known, other })
    : ok({ kind: 'one', value: known[0] ?? '', other, isText: false });
}

/** A number needs no option; where there are some, it is one of them. */
function numbered(value: string, { options }: Given): Read {
  return options ? mapped(options, value) : ok({ kind: 'one', value, other: null, isText: false });
}

function mapped(options: Given['options'], id: string): Read {
  const value = optionOf(options, id);
  return value === undefined ? err('no-option') : ok({ kind: 'one', value, other: null, isText: false });
}

function ranked(ids: string[], field: Given): Read {
  if (field.parts)
    return parts(
      ids.map((id, place) => [id, place + 1] as const),
      field,
    );
  const values = ids.flatMap((id) => optionOf(field.options, id) ?? []);
  return values.length === ids.length ? ok({ kind: 'ranked', values }) : err('no-option');
}

function parts(given: (readonly [string, number])[], field: Given): Read {
  if (!field.parts) return err('not-by-link');
  const named = given.flatMap(([id, value]) => {
    const name = optionOf(field.parts, id);
    return name === undefined ? [] : [[name, String(value)] as [string, string]];
  });
  return named.length === given.length ? ok({ kind: 'parts', parts: named }) : err('no-option');
}

/** Who writes an address, a telephone number or the like into a text would not want it in a browser's history. */
const personal = /\S@\S|(\d[\s().-]*){7}/;

function text(value: string): Read {
  return personal.test(value) ? err('personal') : ok({ kind: 'one', value, other: null, isText: true });
}

function optionOf(options: Record<string, string> | undefined, id: string): string | undefined {
  return options && Object.hasOwn(options, id) ? options[id] : undefined;
}
