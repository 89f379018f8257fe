import { type ErrorResponse, Resend } from 'resend';
import { second } from '../time/clock.ts';
import { outboxTag } from './event-rules.ts';
import type { Letter } from './mail.ts';

export type SendAnswer =
  /** `restFor`: how long to wait before the next request, in milliseconds. */
  | { outcome: 'accepted'; ids: string[]; restFor: number }
  /** The content is wrong; nothing was sent. */
  | { outcome: 'refused'; error: string }
  /** Too many requests, a used-up quota or a wrong setting. Nothing was sent, and other mails would fail too. */
  | { outcome: 'held'; error: string; retryAfter: number | null; misconfigured: boolean }
  /** An earlier request with this key is still in progress. */
  | { outcome: 'in-progress'; error: string }
  /** This key was used for a different content. */
  | { outcome: 'key-spent'; error: string }
  /** No answer, or one from which the result is unclear. */
  | { outcome: 'unknown'; error: string; retryAfter: number | null };

/** Sends all the letters or none. The same key with the same letters is the same request for 24 hours. */
export type Send = (key: string, letters: Letter[]) => Promise<SendAnswer>;

type Headers = Record<string, string> | null;

const misconfigurations = new Set([401, 403, 404, 405]);
const misconfigurationNames = new Set<string>(['invalid_from_address', 'invalid_region']);

export function createResendSend(resend: { apiKey: string; baseUrl: string | null }, timeout: number): Send {
  const baseUrl = resend.baseUrl?.replace(/\/+$/, '');
  const client = new Resend(resend.apiKey, baseUrl ? { baseUrl } : {});
  return async (key, letters) => {
    const { data, error, headers } = await client.batch.send(letters.map(toPayload), {
      idempotencyKey: key,
      signal: AbortSignal.timeout(timeout),
    });
    if (error) return explain(error, headers);
    const ids = data?.data?.map(({ id }) => id);
    // A 200 without a list of ids, such as a proxy's page, does not say what happened.
    if (ids?.length !== letters.length)
      return { outcome: 'unknown', error: '200 unreadable', retryAfter: null };
    return { outcome: 'accepted', ids, restFor: restFor(headers) };
  };
}

/** Lists the fields in a fixed order, because a repeated request must have the same body. */
function toPayload({ id, from, to, subject, html, text, replyTo, headers }: Letter) {
  return {
    from,
    to,
    subject,
    html,
    text,
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(headers === undefined ? {} : { headers }),
    ...(id === undefined ? {} : { tags: [{ name: outboxTag, value: id }] }),
  };
}

function explain(answer: ErrorResponse, headers: Headers): SendAnswer {
  const { name } = answer;
  // JSON that is not Resend's own error has no status.
  const status = typeof answer.statusCode === 'number' ? answer.statusCode : null;
  const error = describe(status, name);
  if (status === 409 && name === 'concurrent_idempotent_requests') return { outcome: 'in-progress', error };
  if (status === 409) return { outcome: 'key-spent', error };
  if (status === 429)
    return { outcome: 'held', error, retryAfter: retryAfter(headers), misconfigured: false };
  if (status === null || status === 408 || status >= 500 || status < 400) {
    return { outcome: 'unknown', error, retryAfter: retryAfter(headers) };
  }
  if (misconfigurations.has(status) || misconfigurationNames.has(name)) {
    return { outcome: 'held', error, retryAfter: null, misconfigured: true };
  }
  return { outcome: 'refused', error };
}

/** The provider's message may quote an address; its status and name do not. */
function describe(status: number | null, name: unknown): string {
  const word = typeof name === 'string' && /^[a-z_]{1,60}$/.test(name) ? name : 'error';
  return status === null ? 'no answer' : `${status} ${word}`;
}

function retryAfter(headers: Headers): number | null {
  return seconds(headers?.['retry-after']) ?? seconds(headers?.['ratelimit-reset']);
}

function restFor(headers: Headers): number {
  return headers?.['ratelimit-remaining'] === '0' ? (seconds(headers['ratelimit-reset']) ?? 0) : 0;
}

function seconds(header: string | undefined): number | null {
  const count = header === undefined || header === '' ? Number.NaN : Number(header);
  return Number.isFinite(count) && count >= 0 ? count * second : null;
}
