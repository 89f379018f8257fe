import * as z from 'zod';
import { parseZip } from '../places/rules.ts';
import { parseFields } from '../platform/http/field-rules.ts';
import type { FieldError } from '../platform/http/forms.ts';
import type { Result } from '../platform/result.ts';
import { deliverableEmail } from '../platform/text/identity.ts';
import { isPlain, isVisible, lengthOf, tidyLine, tidyText } from '../platform/text/text-rules.ts';

/** What a person sends, normalized. Empty text was left out. */
export type Submission = {
  givenName: string;
  familyName: string;
  email: string;
  zip: string;
  /** A district's code, 'outside', 'unknown', or empty. */
  district: string;
  street: string;
  comment: string;
  showName: boolean;
  keepInformed: boolean;
  /** The partner whose form this is may write. */
  partnerContact: boolean;
  source: string;
};

export const longest = { name: 200, email: 254, street: 200, comment: 1000, source: 200 };

const line = (max: number) => text(max, tidyLine);

function text(max: number, tidy: (typed: string) => string) {
  return z
    .string({ error: ({ input }) => (input === undefined ? 'missing' : 'not-text') })
    .refine((value) => value.isWellFormed(), { error: 'bad-characters', abort: true })
    .transform(tidy)
    .refine(isPlain, { error: 'bad-characters', abort: true })
    .refine((value) => lengthOf(value) <= max, { error: 'too-long', abort: true });
}

export const tick = z
  .union([z.boolean(), z.enum(['yes', 'on', 'true', '1', 'no', 'off', 'false', '0', ''])], {
    error: 'not-one-of',
  })
  .transform((value) => value === true || ['yes', 'on', 'true', '1'].includes(String(value)))
  .default(false);

const email = line(longest.email).transform((value, context) => {
  const address = deliverableEmail(value);
  if (address !== null) return address;
  context.addIssue({ code: 'custom', message: value === '' ? 'missing' : 'not-an-address' });
  return z.NEVER;
});

const zip = line(20).transform((value, context) => {
  const parsed = parseZip(value);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: value === '' ? 'missing' : 'not-a-zip' });
  return z.NEVER;
});

export const nameFields = {
  given_name: line(longest.name)
    .refine(isVisible, { error: 'missing' })
    .describe('Given name, or the one name a person has'),
  family_name: line(longest.name).default(''),
};

export const placeFields = {
  zip: zip.describe('US ZIP code of the home address, five digits or ZIP+4'),
  district: line(40).default('').describe('Council district, where the ZIP leaves it open'),
};

export const choiceFields = {
  comment: text(longest.comment, tidyText)
    .default('')
    .describe('Shown on the page, without the name, once an organizer has read it'),
  show_name: tick.describe(
    'Show the name on the page, with district and day, once an organizer has looked at it',
  ),
  keep_informed: tick.describe('May be written to about this campaign'),
  partner_contact: tick.describe(
    'May be written to by the partner that the source belongs to, where it asks',
  ),
};

/** The fields of the form and of the JSON, under the same names. */
export const submissionFields = {
  ...nameFields,
  email: email.describe('Gets the mail with the link that confirms'),
  ...placeFields,
  street: line(longest.street).default('').describe('Only where the petition asks for it'),
  ...choiceFields,
  source: line(longest.source).default('').describe('Where the signature came from'),
};

const formFields = new Set([...Object.keys(submissionFields), 'form_token', 'website']);

/** Other fields are on no form, so nobody could correct them. */
export function isFormField(name: string): boolean {
  return formFields.has(name);
}

/** Whether its person has entered nothing yet. The source is entered by the page. */
export function isBlank(values: Record<string, string>): boolean {
  return Object.keys(submissionFields).every((name) => name === 'source' || !values[name]?.trim());
}

const fieldsOfSubmission = z.object(submissionFields);

export function submissionOf(fields: z.output<typeof fieldsOfSubmission>): Submission {
  return {
    givenName: fields.given_name,
    familyName: fields.family_name,
    email: fields.email,
    zip: fields.zip,
    district: fields.district,
    street: fields.street,
    comment: fields.comment,
    showName: fields.show_name,
    keepInformed: fields.keep_informed,
    partnerContact: fields.partner_contact,
    source: fields.source,
  };
}

const submission = fieldsOfSubmission.transform(submissionOf);

const correctionFields = z.object({ ...nameFields, ...placeFields, ...choiceFields });

function correctionsOf(fields: z.output<typeof correctionFields>): Corrections {
  return {
    givenName: fields.given_name,
    familyName: fields.family_name,
    zip: fields.zip,
    district: fields.district,
    comment: fields.comment,
    showName: fields.show_name,
    keepInformed: fields.keep_informed,
    partnerContact: fields.partner_contact,
  };
}

/** What a supporter can correct on their page. */
export type Corrections = Omit<Submission, 'email' | 'street' | 'source'> & {
  /** Before confirmation the street and the source can be corrected too: everything but the email address. */
  street?: string;
  isBySource?: boolean;
};

const corrections = correctionFields.transform(correctionsOf);

const correctionsBefore = correctionFields
  .extend({ street: submissionFields.street, by_source: tick })
  .transform((fields) => {
    return { ...correctionsOf(fields), street: fields.street, isBySource: fields.by_source };
  });

/** `isConfirmed` is false on the confirm page, before anything counts. */
export function parseCorrections(
  raw: Record<string, unknown>,
  { isConfirmed }: { isConfirmed: boolean },
): Result<Corrections, FieldError[]> {
  return parseFields<Corrections>(isConfirmed ? corrections : correctionsBefore, raw);
}

/** Every invalid field, each once, in the order of the form. */
export function parseSubmission(raw: Record<string, unknown>): Result<Submission, FieldError[]> {
  return parseFields(submission, raw);
}

/** The name as it is shown: what was typed, given name first. */
export function fullName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return familyName === '' ? givenName : `${givenName} ${familyName}`;
}
