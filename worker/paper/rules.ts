import * as z from 'zod';
import { parseFields } from '../platform/http/field-rules.ts';
import type { FieldError } from '../platform/http/forms.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { foldName } from '../platform/text/identity.ts';
import { linesOnPage, type SheetPaper } from '../sharing/sheet-rules.ts';
import { fullName, nameFields, type Submission, submissionFields } from '../signatures/submission-rules.ts';

export type Mark = 'signed' | 'illegible' | 'crossed-out';

/** How a line counts. A line with an address counts as a signature once its owner confirms. */
export type CountsAs =
  | 'without-address'
  | 'with-address'
  | 'duplicate-paper'
  | 'duplicate-online'
  | 'illegible'
  | 'crossed-out';

/** The content of a line. All texts are empty unless it is signed; then only the email address may be empty. */
export type LineContent = { mark: Mark; givenName: string; familyName: string; zip: string; email: string };

export type TypedLine = { given_name: string; family_name: string; zip: string; email: string };

/** Marks that are typed instead of the given name. */
export const typedMarks: Record<string, Exclude<Mark, 'signed'>> = { '?': 'illegible', '-': 'crossed-out' };

export function unread(mark: Exclude<Mark, 'signed'>): LineContent {
  return { mark, givenName: '', familyName: '', zip: '', email: '' };
}

const lineFields = z.object({
  ...nameFields,
  zip: submissionFields.zip,
  email: z.union([z.literal(''), submissionFields.email]),
});

/** What was typed for a line; null if nothing. An empty ZIP code means that of the line above. */
export function parseLine(typed: TypedLine, zipAbove: string): Result<LineContent | null, FieldError[]> {
  const fields = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, value.trim()]));
  // The ZIP code alone was carried over from the line above.
  if (Object.entries(fields).every(([name, value]) => name === 'zip' || value === '')) return ok(null);
  const mark = typedMarks[fields.given_name ?? ''];
  if (mark) return ok(unread(mark));
  const parsed = parseFields(lineFields, { ...fields, zip: fields.zip || zipAbove });
  if (!parsed.ok) return err(parsed.error.map(readable));
  const { given_name, family_name, zip, email } = parsed.value;
  return ok({ mark: 'signed', givenName: given_name, familyName: family_name, zip, email });
}

/** Only the ZIP code: the cursor has reached the line, but nothing was typed. */
export function isOnlyZip({ given_name, family_name, zip, email }: TypedLine): boolean {
  return [given_name, family_name, email].every((value) => value.trim() === '') && /^\s*\d{5}\s*$/.test(zip);
}

/** For a union, the schema only says that nothing fits. */
function readable({ field, code }: FieldError): FieldError {
  return { field, code: field === 'email' ? 'not-an-address' : code };
}

/** The line as it would be typed. */
export function typedOf({ mark, givenName, familyName, zip, email }: LineContent): TypedLine {
  const sign = Object.entries(typedMarks).find(([, meant]) => meant === mark)?.[0];
  return { given_name: sign ?? givenName, family_name: familyName, zip, email };
}

export function isSameLine(one: LineContent, other: LineContent): boolean {
  return JSON.stringify(typedOf(one)) === JSON.stringify(typedOf(other));
}

export type DifferentPart = 'mark' | 'name' | 'zip' | 'email';

/** The fields that two people read differently, ignoring case, accents and spaces. */
export function differencesOf(one: LineContent, other: LineContent): DifferentPart[] {
  if (one.mark !== other.mark) return ['mark'];
  const parts: [DifferentPart, (line: LineContent) => string][] = [
    ['name', (line) => foldName(fullName(line))],
    ['zip', ({ zip }) => zip],
    ['email', ({ email }) => email.toLowerCase()],
  ];
  return parts.filter(([, of]) => of(one) !== of(other)).map(([part]) => part);
}

/** The signature that a line with an address becomes. It allows nothing that the paper does not ask for. */
export function submissionOfLine(line: LineContent, source: string): Submission {
  const { givenName, familyName, zip, email } = line;
  return {
    ...{ givenName, familyName, zip, email, source },
    district: '',
    street: '',
    comment: '',
    showName: false,
    keepInformed: false,
    partnerContact: false,
  };
}

/**
 * A random tenth of the lines: of each ten, one; of what is left over, one with the chance that it has in ten. `random`
 * has four bytes for each line and four more.
 */
export function drawTenth(lines: readonly number[], random: Uint8Array): number[] {
  const numbers = new Uint32Array(random.slice().buffer);
  const chance = (numbers[lines.length] ?? 0) / 2 ** 32;
  const drawn = Math.floor(lines.length / 10) + (chance < (lines.length % 10) / 10 ? 1 : 0);
  return lines
    .map((line, index) => ({ line, order: numbers[index] ?? 0 }))
    .sort((a, b) => a.order - b.order)
    .slice(0, drawn)
    .map(({ line }) => line)
    .sort((a, b) => a - b);
}

/** The numbers that are printed on a page. */
export function linesOfPage(page: number, paper: SheetPaper): { first: number; last: number } {
  const first = (page - 1) * linesOnPage[paper] + 1;
  return { first, last: first + linesOnPage[paper] - 1 };
}
