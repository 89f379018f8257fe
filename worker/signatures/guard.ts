import { base64url } from '../platform/crypto/bytes.ts';
import { checkFormToken } from '../platform/crypto/form-token.ts';
import { randomBytes } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import type { FieldError, Form } from '../platform/http/forms.ts';
import { checkLimits, type LimitCheck, retryAfter } from '../platform/http/limits.ts';
import { checkTurnstile } from '../platform/http/turnstile.ts';
import { isFormField } from './submission-rules.ts';

/** If Turnstile is on but did not answer, a write counts as ten in the daily cap. */
const unverifiedWeight = 10;

export function connectionOf(c: PageContext): string | null {
  return c.req.header('cf-connecting-ip') ?? null;
}

/**
 * Refuses fields that were sent twice, because it is unclear which value is meant. `fields` are those of the form, if
 * it is not the form to sign.
 */
export function sentTwice(repeated: string[], fields?: readonly string[]): FieldError[] {
  const isField = (name: string) => (fields ? fields.includes(name) : isFormField(name));
  return repeated.filter(isField).map((field) => ({ field, code: 'sent-twice' }));
}

/** Signs that a script sent the form and not a person; empty if there are none. */
export async function checkForm(
  deps: Deps,
  { values, repeated }: Form,
  { slug, now }: { slug: string; now: Date },
): Promise<FieldError[]> {
  const errors = sentTwice(repeated);
  if (values.website) errors.push({ field: 'website', code: 'leave-empty' });
  const minAge = deps.settings.limits?.formMinAgeSeconds ?? 0;
  const token = await checkFormToken(deps.keyring, slug, values.form_token ?? '', now, minAge);
  if (token !== 'fresh') errors.push({ field: 'form_token', code: values.form_token ? token : 'missing' });
  return errors;
}

/** For a program that sends no token of its own. Sending again then makes another signature. */
export function freshCallersToken(): string {
  return base64url(randomBytes(16));
}

export type Pace = LimitCheck | 'not-verified';

/** Turnstile and the limits of the connection. Check them last, because both cost something. */
export async function checkPace(
  deps: Deps,
  { turnstileToken, connection, now }: { turnstileToken: string; connection: string | null; now: Date },
): Promise<Pace> {
  const { turnstile } = deps.settings;
  const verified = turnstile ? await checkTurnstile(turnstile, turnstileToken) : 'passed';
  if (verified === 'failed') return 'not-verified';
  const weight = verified === 'passed' ? 1 : unverifiedWeight;
  return checkLimits(deps, { connection, now, weight });
}

/** The status of a refusal. For a limit, Retry-After says when to come back. */
export function statusOf(c: PageContext, pace: Exclude<Pace, 'fine'>): 422 | 429 {
  if (pace === 'not-verified') return 422;
  c.header('retry-after', String(retryAfter(pace, c.var.now)));
  return 429;
}
