import { Webhook as Signer } from 'standardwebhooks';
import { fromUtf8 } from '../platform/crypto/bytes.ts';
import { type AskName, type CallRefusal, mayCall } from './resolve.ts';
import type { WebhookAnswer } from './rules.ts';

/** How much of an answer is kept, in characters. */
const answerKept = 200;
const answerRead = 2000;

const refusals: Record<CallRefusal, string> = {
  address: 'this address may not be called',
  inward: 'this name leads to a private address',
  unknown: 'this name leads nowhere',
};

export type Letter = { id: string; url: string; secret: string; body: string };

/** Sends one delivery, signed by Standard Webhooks. It never throws: what went wrong is an answer without a status. */
export async function post(
  { id, url, secret, body }: Letter,
  { now, local, timeout, leadsTo }: { now: Date; local: boolean; timeout: number; leadsTo: AskName },
): Promise<WebhookAnswer> {
  // It was checked when it was added, but ENVIRONMENT may have changed since.
  const allowed = await mayCall(url, { local, leadsTo });
  if (!allowed.ok) return { status: null, text: refusals[allowed.error] };
  const to = allowed.value;
  try {
    const response = await fetch(to, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Undersigned-Webhooks/1',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': new Signer(secret).sign(id, now, body),
      },
      body,
    });
    return { status: response.status, text: await beginningOf(response) };
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    return { status: null, text: isLate ? 'no answer in time' : 'no connection' };
  }
}

/** Reads only the start of the answer, which may be long or never end. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    while (reader && length < answerRead) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
    }
    await reader?.cancel();
  } catch {
    // The status has arrived; the rest of the answer does not matter.
  }
  const text = parts
    .map(fromUtf8)
    .join('')
    .replace(/[^\P{C}\n]/gu, '')
    .trim();
  return [...text].slice(0, answerKept).join('');
}
