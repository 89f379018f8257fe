import { base64, concat, fromBase64, utf8 } from './bytes.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Hash, hashBytes, leafHash, sha256Of } from './hashes.ts';
import type { VerifierKey } from './notes.ts';
import { isIncluded } from './proofs.ts';
import { readStatement, type Statement } from './statement.ts';
import { checkTlogProof, type ProofFailure } from './tlog-proof.ts';

/*
 * The member tree of an action. A signature that starts to count adds an entry of 32 bytes, one that stops counting
 * another one of 33 bytes. Without its salt an entry tells nothing about who signed.
 */

export const saltBytes = 32;
export const memberBytes = 16;

const removalPrefix = Uint8Array.of(2);

/** `member` is an HMAC of the signature's id, of 16 bytes. */
export function addedEntry(salt: Uint8Array, member: Uint8Array): Uint8Array {
  return sha256Of(salt, member);
}

/** Takes the hash of the leaf by which the signature started to count. */
export function removedEntry(added: Hash): Uint8Array {
  return concat(removalPrefix, added);
}

export function isRemoval(entry: Uint8Array): boolean {
  return entry.length === removalPrefix.length + hashBytes && entry[0] === removalPrefix[0];
}

/** Where a leaf is in the member tree of `statement`. */
export type LeafProof = { index: number; hashes: Hash[] };

/** What its owner gets on request: who has it can show that this signature was added, and that it was removed. */
export type Receipt = {
  salt: Uint8Array;
  member: Uint8Array;
  added: LeafProof;
  /** Null if it counts, or if somebody has taken it out of the file: that proves nothing. */
  removed: LeafProof | null;
  /** The canonical JSON. */
  statement: string;
  /** The statement's `.tlog-proof`. */
  proof: string;
};

const receiptFormat = 'undersigned.receipt@v1';

/** As canonical JSON, with bytes in base64. */
export function formatReceipt({ salt, member, added, removed, statement, proof }: Receipt): string {
  const leaf = ({ index, hashes }: LeafProof) => ({ index, hashes: hashes.map(base64) });
  return canonicalJson({
    format: receiptFormat,
    salt: base64(salt),
    member: base64(member),
    added: leaf(added),
    removed: removed && leaf(removed),
    statement,
    proof,
  });
}

export function parseReceipt(text: string): Receipt | null {
  try {
    const value = JSON.parse(text);
    if (value?.format !== receiptFormat) return null;
    const salt = bytesOf(value.salt, saltBytes);
    const member = bytesOf(value.member, memberBytes);
    const added = leafProofOf(value.added);
    const removed = value.removed === null ? null : leafProofOf(value.removed);
    const isWhole = salt && member && added && (value.removed === null || removed);
    if (!isWhole || typeof value.statement !== 'string' || typeof value.proof !== 'string') return null;
    return { salt, member, added, removed, statement: value.statement, proof: value.proof };
  } catch {
    return null;
  }
}

function bytesOf(text: unknown, length: number): Uint8Array | null {
  const bytes = typeof text === 'string' ? fromBase64(text) : null;
  return bytes?.length === length ? bytes : null;
}

function leafProofOf(value: unknown): LeafProof | null {
  const { index, hashes } = (value ?? {}) as { index?: unknown; hashes?: unknown };
  if (!Number.isSafeInteger(index) || !Array.isArray(hashes)) return null;
  const read = hashes.map((hash) => bytesOf(hash, hashBytes));
  return read.some((hash) => hash === null) ? null : { index: Number(index), hashes: read as Hash[] };
}

export type ReceiptFailure = ProofFailure | 'no-statement' | 'not-a-member' | 'not-removed';
export type ReceiptChecked =
  /** Not `isRemoved`: the receipt shows no removal. Only the whole member tree shows that there is none. */
  | { holds: true; isRemoved: boolean; statement: Statement; key: VerifierKey }
  | { holds: false; failure: ReceiptFailure };

/** Whether the signature was added to the member tree of a statement that is in a log with one of these keys. */
export async function checkReceipt(receipt: Receipt, keys: readonly VerifierKey[]): Promise<ReceiptChecked> {
  const entry = utf8(receipt.statement);
  const statement = readStatement(entry);
  if (!statement) return { holds: false, failure: 'no-statement' };
  const proof = await checkTlogProof(entry, receipt.proof, keys);
  if (!proof.holds) return proof;
  const added = leafHash(addedEntry(receipt.salt, receipt.member));
  if (!isMember(added, receipt.added, statement)) return { holds: false, failure: 'not-a-member' };
  const { removed } = receipt;
  if (removed && !isMember(leafHash(removedEntry(added)), removed, statement)) {
    return { holds: false, failure: 'not-removed' };
  }
  return { holds: true, isRemoved: removed !== null, statement, key: proof.key };
}

function isMember(leaf: Hash, { index, hashes }: LeafProof, { members }: Statement): boolean {
  const root = fromBase64(members.root);
  return root !== null && isIncluded(leaf, { index, size: members.size, hashes }, root);
}
