import { base64, fromBase64 } from './bytes.ts';
import { parseCheckpoint, type SignedCheckpoint, signerOf } from './checkpoint.ts';
import { type Hash, hashBytes, leafHash } from './hashes.ts';
import type { VerifierKey } from './notes.ts';
import { isIncluded } from './proofs.ts';

/* C2SP tlog-proof@v1: that an entry is in a log, in one text. */

const firstLine = 'c2sp.org/tlog-proof@v1';

export type TlogProof = { index: number; hashes: Hash[]; checkpoint: string };

export function formatTlogProof({ index, hashes, checkpoint }: TlogProof): string {
  return [firstLine, `index ${index}`, ...hashes.map(base64), '', checkpoint].join('\n');
}

/** Null if it is not written as the format demands. Extra data, which ours never have, is left out. */
export function parseTlogProof(text: string): (TlogProof & { signed: SignedCheckpoint }) | null {
  const end = text.indexOf('\n\n');
  const [first, ...rest] = text.slice(0, Math.max(end, 0)).split('\n');
  if (first !== firstLine) return null;
  const [indexLine = '', ...lines] = rest[0]?.startsWith('extra ') ? rest.slice(1) : rest;
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(indexLine)?.[1];
  const hashes = lines.map(fromBase64);
  const checkpoint = text.slice(end + 2);
  const signed = parseCheckpoint(checkpoint);
  if (index === undefined || !signed || hashes.some((hash) => hash?.length !== hashBytes)) return null;
  return { index: Number(index), hashes: hashes as Hash[], checkpoint, signed };
}

export type ProofFailure = 'malformed' | 'unknown-signer' | 'not-included';
export type ProofChecked =
  | { holds: true; key: VerifierKey; size: number; index: number }
  | { holds: false; failure: ProofFailure };

/** Whether a log with one of these keys contains the entry. */
export async function checkTlogProof(
  entry: Uint8Array,
  text: string,
  keys: readonly VerifierKey[],
): Promise<ProofChecked> {
  const proof = parseTlogProof(text);
  if (!proof) return { holds: false, failure: 'malformed' };
  const key = await signerOf(proof.signed, keys);
  if (!key) return { holds: false, failure: 'unknown-signer' };
  const { size, root } = proof.signed.checkpoint;
  const { index, hashes } = proof;
  if (!isIncluded(leafHash(entry), { index, size, hashes }, root)) {
    return { holds: false, failure: 'not-included' };
  }
  return { holds: true, key, size, index };
}
