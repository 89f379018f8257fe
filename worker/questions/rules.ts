import type { FieldError, Form } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';
import { day } from '../platform/time/clock.ts';

/**
 * 'unconfirmed' until its owner presses the mailed button. 'lapsed': nobody looked at it in time. 'withdrawn': its owner
 * deleted it.
 */
export type AskedState = 'unconfirmed' | 'waiting' | 'answered' | 'hidden' | 'withdrawn' | 'lapsed';

/** Sealed. Only the text is ever shown to an organizer. */
export type Asker = { name: string; email: string; text: string };

export const hiddenReasons = [
  'answered-elsewhere',
  'not-about-this',
  'about-a-person',
  'insult',
  'other',
] as const;
export type HiddenReason = (typeof hiddenReasons)[number];

export function asHiddenReason(given: string | undefined): HiddenReason | null {
  return hiddenReasons.find((one) => one === given) ?? null;
}

/** How long what a person typed is kept: until they confirm, until somebody decides, and after the decision. */
export const unconfirmedKept = 7 * day;
export const waitingKept = 180 * day;
export const decidedKept = 30 * day;

/** The most mails that one inbox gets in 24 hours, from all campaigns, to confirm questions. */
export const mailsAnInbox = 5;

export const mostQuestion = 1000;
const leastQuestion = 10;
const mostName = 100;

export const askFields = ['name', 'email', 'question', 'agree', 'website', 'form_token'] as const;

/** What was sent, or what is wrong with it. */
export function parseQuestion({ values, repeated }: Form): Result<Asker, FieldError[]> {
  const name = tidyLine(values.name ?? '');
  const text = tidyText(values.question ?? '');
  const typed = values.email ?? '';
  const email = deliverableEmail(typed);
  const errors: FieldError[] = [
    ...repeated
      .filter((field) => askFields.some((one) => one === field))
      .map((field) => ({ field, code: 'sent-twice' })),
    ...textErrors('question', text),
    ...(name === '' || (isPlain(name) && isVisible(name) && lengthOf(name) <= mostName)
      ? []
      : [{ field: 'name', code: 'name' }]),
    ...(email ? [] : [{ field: 'email', code: typed.trim() === '' ? 'missing' : 'not-an-address' }]),
    ...(values.agree === 'yes' ? [] : [{ field: 'agree', code: 'missing' }]),
    ...(values.website ? [{ field: 'website', code: 'leave-empty' }] : []),
  ];
  return errors.length === 0 && email ? ok({ name, email, text }) : err(errors);
}

/** Null where it holds what a mail program makes a link of: anybody can type it and somebody else's address. */
export function nameToGreet(name: string): string | null {
  return name === '' || /[/:@\\]|\.\S|www/i.test(name.normalize('NFKC')) ? null : name;
}

function textErrors(field: string, text: string): FieldError[] {
  if (text === '') return [{ field, code: 'missing' }];
  if (!isPlain(text) || !isVisible(text)) return [{ field, code: 'bad-characters' }];
  if (lengthOf(text) < leastQuestion) return [{ field, code: 'too-short' }];
  return lengthOf(text) > mostQuestion ? [{ field, code: 'too-long' }] : [];
}

/** The words of a text, without case, accents and the shortest ones. */
function wordsOf(text: string): Set<string> {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return new Set(folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3));
}

/** How much two texts have in common: 0 is nothing, 1 is every word. */
export function likeness(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
