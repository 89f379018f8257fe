import * as z from 'zod';
import { parseFields } from '../platform/http/field-rules.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { Result } from '../platform/result.ts';
import { isPlain, lengthOf, tidyText } from '../platform/text/text-rules.ts';
import { type Submission, submissionFields, submissionOf, tick } from '../signatures/submission-rules.ts';
import type { Shown } from './conditions/meet.ts';
import type { Met } from './conditions/rules.ts';
import { comingSlots, type Event } from './rules.ts';

export const longestNote = 1000;

/** What a person chooses about taking part, beside who they are. */
export type Choice = { slot: string; note: string; isNeutral: boolean; met: Met };
/** The same before the conditions of the time are checked. */
export type ChoiceShown = { choice: Omit<Choice, 'met'>; shown: Shown };

const longestCertificate = 20_000;

const note = z
  .string({ error: 'not-text' })
  .refine((value) => value.isWellFormed(), { error: 'bad-characters', abort: true })
  .transform(tidyText)
  .refine(isPlain, { error: 'bad-characters', abort: true })
  .refine((value) => lengthOf(value) <= longestNote, { error: 'too-long', abort: true })
  .default('');

/** Names of the form and of the JSON. */
export const choiceFields = {
  slot: z.string({ error: 'missing' }).min(1, { error: 'missing' }).describe('The slug of the time'),
  safe_note: note.describe('What we should know so that it is safe for this person. Stored sealed'),
  neutral_title: tick.describe('Calendar files for this person have a neutral title'),
  norms: z
    .string({ error: 'not-text' })
    .max(20, { error: 'changed' })
    .default('')
    .describe('The version of the norms to which this person agrees, for a time that asks for it'),
  certificate: z
    .string({ error: 'not-text' })
    .max(longestCertificate, { error: 'not-certificate' })
    .default('')
    .describe("A certificate of the campaign's training, for a time that asks for lessons. It is not stored"),
};

const { comment: _, show_name: __, street: ___, ...personFields } = submissionFields;
export const signUpFields = { ...personFields, ...choiceFields };

export type SignUpSubmission = { person: Submission; choice: Choice };
export type SentSignUp = { person: Submission } & ChoiceShown;

/** The time must not have begun. */
function slotOf(event: Event, now: Date) {
  return choiceFields.slot.refine((slug) => comingSlots(event, now).some((slot) => slot.slug === slug), {
    error: 'not-one-of',
  });
}

export function signUpSchema(event: Event, now: Date) {
  return z.object({ ...signUpFields, slot: slotOf(event, now) }).transform(
    ({ slot, safe_note, neutral_title, norms, certificate, ...fields }): SentSignUp => ({
      person: submissionOf({ ...fields, street: '', comment: '', show_name: false }),
      choice: { slot, note: safe_note, isNeutral: neutral_title },
      shown: { slot, norms, certificate },
    }),
  );
}

/** Every invalid field, each once, in the order of the form. */
export function parseSignUp(
  raw: Record<string, unknown>,
  event: Event,
  now: Date,
): Result<SentSignUp, FieldError[]> {
  return parseFields(signUpSchema(event, now), raw);
}

/** What its owner may change; the time it stands at may have begun. */
export function parseChoice(
  raw: Record<string, unknown>,
  { event, held, now }: { event: Event; held: string; now: Date },
): Result<ChoiceShown & { mayWait: boolean }, FieldError[]> {
  const schema = z
    .object({
      ...choiceFields,
      slot: choiceFields.slot.refine(
        (slug) => slug === held || comingSlots(event, now).some((slot) => slot.slug === slug),
        { error: 'not-one-of' },
      ),
      may_wait: tick,
    })
    .transform(({ slot, safe_note, neutral_title, norms, certificate, may_wait }) => ({
      choice: { slot, note: safe_note, isNeutral: neutral_title },
      shown: { slot, norms, certificate },
      mayWait: may_wait,
    }));
  return parseFields(schema, raw);
}
