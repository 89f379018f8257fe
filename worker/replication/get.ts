import { err, ok, type Result } from '../platform/result.ts';
import { second } from '../platform/time/clock.ts';
import { type AskName, mayCall } from '../webhooks/resolve.ts';
import type { LogReason } from './rules.ts';

export const answerTypes = {
  json: 'application/json',
  text: 'text/plain',
  bytes: 'application/octet-stream',
} as const;

/** What an answer may be: its type, and how many bytes at most. */
export type Expected = { type: keyof typeof answerTypes; most: number };

/** Gives the answer of a deployment to one of its paths; null where it says that there is none. */
export type Get = (path: string, expected: Expected) => Promise<Result<Uint8Array | null, LogReason>>;

/** Of one reading of one deployment. */
export const limits = { time: 30 * second, bytes: 4_000_000, requests: 150 };
const answerWithin = 10 * second;

export type Limits = typeof limits;

/** What is still left of the limits. */
export type Source = { get: Get; left: Pick<Limits, 'bytes' | 'requests'> };

type Given = { local: boolean; leadsTo: AskName; most?: Partial<Limits> };

/**
 * Reads from another deployment, which may be hostile: nothing is followed, and each answer, and all of them together,
 * are bounded in time and size.
 */
export function sourceAt(address: string, { local, leadsTo, most = {} }: Given): Source {
  const left = { ...limits, ...most };
  const whole = AbortSignal.timeout(left.time);
  const get: Get = async (path, expected) => {
    const allowed = await mayCall(address + path, { local, leadsTo });
    if (!allowed.ok) return err(refusals[allowed.error]);
    left.requests -= 1;
    if (left.requests < 0) return err('too-long');
    const signal = AbortSignal.any([whole, AbortSignal.timeout(Math.min(answerWithin, left.time))]);
    try {
      const answer = await ask(allowed.value, { signal, expected, left: left.bytes });
      if (answer.ok) left.bytes -= answer.value?.length ?? 0;
      return answer;
    } catch (error) {
      return err(isTimeout(error) || signal.aborted ? 'too-slow' : 'no-connection');
    }
  };
  return { get, left };
}

const refusals = { address: 'address-refused', inward: 'leads-inward', unknown: 'no-name' } as const;

const isTimeout = (error: unknown) => error instanceof Error && error.name === 'TimeoutError';

async function ask(
  url: string,
  { signal, expected, left }: { signal: AbortSignal; expected: Expected; left: number },
): Promise<Result<Uint8Array | null, LogReason>> {
  const response = await fetch(url, {
    redirect: 'manual',
    signal,
    headers: { accept: answerTypes[expected.type], 'user-agent': 'Undersigned-Network/1' },
  });
  const refusal = refusalOf(response, expected);
  if (refusal !== null || response.status === 404) {
    await response.body?.cancel();
    return refusal === null ? ok(null) : err(refusal);
  }
  const bytes = await readUpTo(response, Math.min(expected.most, left), signal);
  return bytes ? ok(bytes) : err('too-long');
}

function refusalOf({ status, headers }: Response, { type, most }: Expected): LogReason | null {
  if (status >= 300 && status < 400) return 'redirects';
  if (status === 404) return null;
  if (status !== 200) return 'bad-status';
  if (headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() !== answerTypes[type])
    return 'wrong-type';
  return Number(headers.get('content-length') ?? 0) > most ? 'too-long' : null;
}

/** Counts what is unpacked, so that a small compressed answer cannot become a large one. Null if it is longer. */
async function readUpTo(response: Response, most: number, signal: AbortSignal): Promise<Uint8Array | null> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const cancel = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', cancel);
  try {
    while (true) {
      const { done, value } = await reader.read();
      signal.throwIfAborted();
      if (done) return new Uint8Array(await new Blob(parts).arrayBuffer());
      length += value.length;
      if (length > most) return null;
      parts.push(value);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}
