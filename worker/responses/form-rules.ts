import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';
import { dayIn } from '../platform/time/clock.ts';
import {
  type AnswerCode,
  answerCodes,
  isFarAway,
  mostText,
  type OfficialAnswer,
  promisesNothing,
} from './rules.ts';

/** What somebody gave as the answer to one ask, and the version they were shown (0: none). */
export type Given = {
  ask: string;
  answer: AnswerCode;
  text: string;
  dueOn: string | null;
  document: string | null;
  seen: number;
};

type Values = Record<string, string>;
export type Shown = { slug: string; answer: OfficialAnswer | null };

/** The parts of the fields of one ask: `answer.train`. */
export const answerFields = ['answer', 'text', 'due', 'document'] as const;

export function fieldOf(part: (typeof answerFields)[number] | 'seen', ask: string): string {
  return `${part}.${ask}`;
}

const mostAddress = 500;

/** The asks that were filled in. At least one must be. */
export function parseAnswers(
  values: Values,
  asks: readonly Shown[],
  { today, timeZone }: { today: string; timeZone: string },
): Result<Given[], FieldError[]> {
  const read = asks.map((shown) => parseOne(values, shown, { today, timeZone }));
  const errors = read.flatMap(({ errors }) => errors);
  const given = read.flatMap(({ given }) => given ?? []);
  if (errors.length === 0 && given.length === 0) errors.push({ field: 'form', code: 'nothing' });
  return errors.length > 0 ? err(errors) : ok(given);
}

function parseOne(
  values: Values,
  { slug, answer: current }: Shown,
  clock: { today: string; timeZone: string },
): { given: Given | null; errors: FieldError[] } {
  const value = (part: Parameters<typeof fieldOf>[0]) => values[fieldOf(part, slug)] ?? '';
  const [text, typedDue, document] = [
    tidyText(value('text')),
    value('due').trim(),
    tidyLine(value('document')),
  ];
  const answer = answerCodes.find((code) => code === value('answer'));
  const was = current?.dueOn ?? null;
  const due = dueOf(typedDue, { answer, was });
  if (!answer && value('answer') === '' && text === '' && due === '' && document === '') {
    return { given: null, errors: [] };
  }
  const wrong = (part: (typeof answerFields)[number], code: string | null) =>
    code === null ? [] : [{ field: fieldOf(part, slug), code }];
  const errors = [
    ...wrong('answer', answer ? null : 'choose'),
    ...wrong('text', problemOfText(text, mostText)),
    ...wrong('due', problemOfDue(due, { ...clock, answer, was })),
    ...wrong('document', document === '' || isAddress(document) ? null : 'address'),
  ];
  const seen = Number(value('seen')) || 0;
  if (!answer || errors.length > 0) return { given: null, errors };
  return {
    given: { ask: slug, answer, text, dueOn: due || null, document: document || null, seen },
    errors,
  };
}

export function problemOfText(text: string, most: number): string | null {
  if (text === '') return null;
  if (lengthOf(text) > most) return 'long';
  return isPlain(text) && isVisible(text) ? null : 'unreadable';
}

type DueClock = { today: string; timeZone: string };
type DueOf = { answer: AnswerCode | undefined; was: string | null };

/** The form was filled with the day of the answer that held. A "no" ends that commitment. */
function dueOf(typed: string, { answer, was }: DueOf): string {
  return answer && promisesNothing(answer) && typed === was ? '' : typed;
}

function problemOfDue(due: string, { today, timeZone, answer, was }: DueClock & DueOf): string | null {
  if (due === '') return answer === 'will-look' ? 'needed' : null;
  if (answer && promisesNothing(answer)) return 'no-day';
  if (!dayIn(timeZone, due)) return 'date';
  // A correction of the text of an answer that is overdue leaves its day as it was.
  if (due < today && due !== was) return 'past';
  return isFarAway(due, today) ? 'far' : null;
}

/** Where something can be read: other than documents, which the page links, minutes may still be on plain http. */
export function isWebAddress(text: string): boolean {
  return isAddress(text.replace(/^http:/i, 'https:'));
}

export function isAddress(text: string): boolean {
  if (text.length > mostAddress || /\s/.test(text)) return false;
  try {
    const { protocol, hostname, username, password } = new URL(text);
    return protocol === 'https:' && hostname.includes('.') && username === '' && password === '';
  } catch {
    return false;
  }
}

/** The form as the answer that holds fills it. */
export function valuesOf(asks: readonly Shown[]): Values {
  return Object.fromEntries(
    asks.flatMap(({ slug, answer }) => [
      [fieldOf('seen', slug), String(answer?.version ?? 0)],
      [fieldOf('answer', slug), answer?.answer ?? ''],
      [fieldOf('text', slug), answer?.text ?? ''],
      [fieldOf('due', slug), answer?.dueOn ?? ''],
      [fieldOf('document', slug), answer?.document ?? ''],
    ]),
  );
}
