import * as z from 'zod';
import { hasSignIn } from '../platform/text/address-rules.ts';
import { isVisible, withoutUnseen } from '../platform/text/text-rules.ts';
import { isPlaceholder } from './placeholder-rules.ts';
import { inBoth, languageProblems } from './texts.ts';

export const slug = z
  .string()
  .max(60)
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case letters and digits, in parts joined by single hyphens',
  );
const written = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text === '' || isVisible(text), 'shows nothing: nobody sees any of its characters')
    .refine(
      (text) => !isPlaceholder(text),
      'is a placeholder: write what readers should see, or leave the key out',
    );
/** A title, a name or a label: it may stand in the subject of a mail. */
export const line = (longest: number) =>
  written(longest).refine(
    (text) => !/[\n\r\t]/.test(text),
    'must be one line: take out line breaks and tabs',
  );
/** A mail address, a link, or as many digits as a telephone has. */
const contact = /@|:\/\/|\bwww\.|\p{L}{2,}\.\p{L}{2,}|(?:\p{N}[^\p{N}\p{L}]*){7}/u;
const hasContact = (text: string) =>
  contact.test(text.normalize('NFKC').split(/\s+/).map(withoutUnseen).join(' '));
/** A role or an organization. Who somebody is and how to reach them has no place in a public file. */
export const role = (longest: number) =>
  inEach(
    line(longest).refine(
      (text) => !hasContact(text),
      'must be a role or an organization, without a mail address, a link or a telephone number',
    ),
  );
/** In a kit of one language a plain text will do. */
export const text = (longest: number) => inEach(line(longest));
export const paragraphs = (longest: number) => inEach(written(longest));

/** A text of this kind in each language of the kit. */
export function inEach(one: z.ZodType<string, string>) {
  return z
    .union([one, z.strictObject({ en: one.optional(), es: one.optional() })], {
      error: ({ input }) =>
        input === undefined ? 'is missing' : 'must be a text, or { } with one in each language',
    })
    .superRefine((written, context) => {
      for (const { at, message } of languageProblems(written)) {
        context.addIssue({ code: 'custom', path: at === null ? [] : [at], message });
      }
    })
    .transform(inBoth);
}

/** An empty field is missing, and not of a wrong form. */
const unlessMissing = (message: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? 'is missing' : message),
});

export const date = z.iso.date(unlessMissing('must be a date, YYYY-MM-DD'));
export const email = z.email(unlessMissing('must be an email address')).max(254);
export const url = z
  .url({
    protocol: /^https$/,
    hostname: z.regexes.domain,
    ...unlessMissing('must be an https address'),
  })
  .refine((typed) => !hasSignIn(typed), 'must be an https address without a user name and password');

export const id = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, 'must be 1 to 40 lower-case letters, digits and hyphens')
  .refine((id) => !(id in {}), 'has a meaning of its own');
