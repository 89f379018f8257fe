import type { Get } from '../verify/site-report.ts';

export type ReaderLimits = {
  /** Milliseconds for a whole answer. */
  patience: number;
  bytes: number;
  /** Of all answers together: they are kept in memory. */
  bytesInAll: number;
};

/** The longest answer is a bundle of 256 entries of 64 KiB. */
const usual: ReaderLimits = { patience: 60_000, bytes: 17_000_000, bytesInAll: 1_000_000_000 };

/**
 * Reads a site that may want to hold the command up: an answer that is slow, too long or leads elsewhere throws. `root`
 * is its address without a slash at the end.
 */
export function siteReader(root: string, limits: ReaderLimits = usual): Get {
  let left = limits.bytesInAll;
  return async (path) => {
    // An address on this machine's own network could be meant by a redirect.
    const answer = await ask(root + path, limits.patience);
    if (answer.status >= 300 && answer.status < 400) {
      await answer.body?.cancel();
      throw new Error(`it leads to ${answer.headers.get('location')}, which is not followed`);
    }
    if (answer.status !== 200) {
      await answer.body?.cancel();
      return null;
    }
    const bytes = await readAtMost(answer, Math.min(limits.bytes, left));
    left -= bytes.length;
    return bytes;
  };
}

async function ask(address: string, patience: number): Promise<Response> {
  try {
    return await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(patience) });
  } catch (error) {
    const { cause } = error as Error;
    throw cause instanceof Error ? cause : error;
  }
}

async function readAtMost({ body }: Response, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop cancels the rest.
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > most) throw new Error('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
