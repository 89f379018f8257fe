import { err, ok, type Result } from '../platform/result.ts';
import { areEqual, base64, fromBase64, fromUtf8 } from '../statements/rules/bytes.ts';
import { parseCheckpoint, type SignedCheckpoint, signerOf } from '../statements/rules/checkpoint.ts';
import { type Hash, hashBytes } from '../statements/rules/hashes.ts';
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '../statements/rules/notes.ts';
import { isConsistent, type TreeHead } from '../statements/rules/proofs.ts';
import { hashesIn, tilePath, tileWidth } from '../statements/rules/tiles.ts';
import { nodesOf, rootOf } from '../statements/rules/tree.ts';
import type { Get } from './get.ts';
import type { LogReason } from './rules.ts';

/** The head of a log as it was kept: the root in base64. */
export type KeptHead = { size: number; root: string; note: string };

export type Known = {
  /** The name that the log and its keys must have: that of its address. */
  origin: string;
  /** Verifier keys that are believed; none before the first reading. */
  vkeys: readonly string[];
  head: KeptHead | null;
  /** A signed head that is shorter, and was not proven to be the beginning of the log. */
  doubt: string | null;
};

export type VerifiedHead = {
  head: TreeHead;
  note: string;
  keys: VerifierKey[];
  /** The public keys that have signed it, in base64. */
  signedBy: string[];
  /** Whether the log that was shown is older than what is known of it. */
  isOld: boolean;
};

/** `evidence` is the signed head that contradicts the known one, `doubt` one that may. */
export type LogRefusal = { reason: LogReason; evidence?: string; doubt?: string };

export const mostOf = { note: 20_000, proof: 20_000, keys: 20_000 };

/**
 * The head of a log, signed by a key that is believed, and grown from the head that is known. Without a key that is
 * known the first reading believes those that the site names.
 */
export async function readHead(get: Get, known: Known): Promise<Result<VerifiedHead, LogRefusal>> {
  const text = await textOf(get, '/log/checkpoint', mostOf.note);
  if (!text.ok) return text;
  const signed = parseCheckpoint(text.value);
  if (!signed) return err({ reason: 'unreadable' });
  if (signed.checkpoint.origin !== known.origin) return err({ reason: 'other-log' });
  const keys = await believedKeys(get, known, signed);
  if (!keys.ok) return keys;
  const signedBy = await signersOf(signed, keys.value);
  const next = { head: signed.checkpoint, note: text.value, keys: keys.value, signedBy };
  if (!known.head) return ok({ ...next, isOld: false });
  const compared = await compare(get, known.head, next);
  if (!compared.ok || known.doubt === null) return compared;
  const grown = compared.value.isOld ? treeHead(known.head) : next.head;
  return (await refuted(get, known.doubt, grown)) ?? compared;
}

/** A key is another one under each name of a log, so only the public part tells whether two logs have one. */
async function signersOf(signed: SignedCheckpoint, keys: readonly VerifierKey[]): Promise<string[]> {
  const found: string[] = [];
  for (const key of keys) if (await signerOf(signed, [key])) found.push(base64(key.publicKey));
  return found;
}

/** The keys that have signed the head; at the first reading all of those that the site names and that have. */
async function believedKeys(
  get: Get,
  { origin, vkeys }: Known,
  signed: SignedCheckpoint,
): Promise<Result<VerifierKey[], LogRefusal>> {
  const known = keysNamed(vkeys, origin);
  // A key that cannot be read must not lead to belief in any other.
  if (vkeys.length > 0) {
    if (await signerOf(signed, known)) return ok(known);
    const isOfKnown = signed.note.signatures.some(({ keyId }) =>
      known.some((key) => areEqual(key.keyId, keyId)),
    );
    return err({ reason: isOfKnown ? 'unsigned' : 'key-changed' });
  }
  const text = await textOf(get, '/log/keys', mostOf.keys);
  if (!text.ok) return text;
  const signers: VerifierKey[] = [];
  for (const key of keysNamed(text.value.split('\n'), origin).slice(-mostKeys)) {
    if (await signerOf(signed, [key])) signers.push(key);
  }
  return signers.length > 0 ? ok(signers) : err({ reason: 'unsigned' });
}

const mostKeys = 10;

export function keysNamed(vkeys: readonly string[], origin: string): VerifierKey[] {
  return vkeys.flatMap((vkey) => parseVerifierKey(vkey) ?? []).filter(({ name }) => name === origin);
}

/** What a statement of the log says of its keys is the word of those that signed its head. */
export function joinedKeys(keys: readonly VerifierKey[], told: readonly string[], origin: string): string[] {
  const all = [...keys, ...keysNamed(told.slice(-mostKeys), origin)].map(formatVerifierKey);
  return [...new Set(all)].slice(-2 * mostKeys);
}

type Next = Omit<VerifiedHead, 'isOld'>;

const treeHead = ({ size, root }: KeptHead): TreeHead => ({
  size,
  root: fromBase64(root) ?? new Uint8Array(),
});

async function compare(get: Get, kept: KeptHead, next: Next): Promise<Result<VerifiedHead, LogRefusal>> {
  const before = treeHead(kept);
  const { head, note } = next;
  if (head.size === before.size) {
    const isSame = areEqual(head.root, before.root);
    return isSame ? ok({ ...next, isOld: false }) : err({ reason: 'equivocates', evidence: note });
  }
  const isOld = head.size < before.size;
  const [from, to] = isOld ? [head, before] : [before, head];
  const proof = await readConsistency(get, from, to);
  if (!proof.ok) return proof;
  if (proof.value) return ok({ ...next, isOld });
  // A cache may show an old head. One that is no beginning of the known one is another log.
  if (isOld) return err({ reason: 'shrank', doubt: note });
  return contradiction(get, before, next);
}

/** A shorter head that was shown once stays held against the log until it is proven to be its beginning. */
async function refuted(get: Get, doubt: string, grown: TreeHead): Promise<Result<never, LogRefusal> | null> {
  const shorter = parseCheckpoint(doubt)?.checkpoint;
  if (!shorter) return null;
  const proof = await readConsistency(get, shorter, grown);
  if (!proof.ok) return proof;
  if (proof.value) return null;
  const found = await contradiction(get, shorter, { head: grown, note: doubt });
  return !found.ok && found.error.reason === 'unproven' ? err({ reason: 'shrank' }) : found;
}

/** False where the site gives no proof that holds. */
async function readConsistency(get: Get, from: TreeHead, to: TreeHead): Promise<Result<boolean, LogRefusal>> {
  const answer = await get(`/log/consistency?from=${from.size}&to=${to.size}`, {
    type: 'text',
    most: mostOf.proof,
  });
  if (!answer.ok) return err({ reason: answer.error });
  const lines = (answer.value && fromUtf8(answer.value))?.split('\n').slice(0, -1);
  const hashes = lines?.map(fromBase64) ?? [null];
  const isWhole = hashes.every((hash) => hash?.length === hashBytes);
  return ok(isWhole && isConsistent(from, to, hashes as Hash[]));
}

/** More leaves than that are not compared one by one. */
const mostTiles = 100;

/**
 * A proof that does not hold may only be a broken answer. The leaves decide: if they lead to the new signed root and
 * not to the known one, then the log was rewritten.
 */
async function contradiction(
  get: Get,
  before: TreeHead,
  { head, note }: Pick<Next, 'head' | 'note'>,
): Promise<Result<never, LogRefusal>> {
  const tiles: Uint8Array[] = [];
  const count = Math.ceil(head.size / tileWidth);
  if (count > mostTiles) return err({ reason: 'unproven' });
  for (let index = 0; index < count; index += 1) {
    const width = Math.min(tileWidth, head.size - index * tileWidth);
    const path = `/log/tile/${tilePath({ holds: 'hashes', level: 0, index, width })}`;
    const answer = await get(path, { type: 'bytes', most: tileWidth * hashBytes });
    if (!answer.ok) return err({ reason: answer.error });
    if (answer.value?.length !== width * hashBytes) return err({ reason: 'unproven' });
    tiles.push(answer.value);
  }
  const leaves = nodesOf(tiles.flatMap(hashesIn));
  const leads = ({ size, root }: TreeHead) => areEqual(rootOf(size, leaves), root);
  if (leads(head) && !leads(before)) return err({ reason: 'rewritten', evidence: note });
  return err({ reason: 'unproven' });
}

/** A text that has to be there. */
export async function textOf(get: Get, path: string, most: number): Promise<Result<string, LogRefusal>> {
  const answer = await get(path, { type: 'text', most });
  if (!answer.ok) return err({ reason: answer.error });
  const text = answer.value && fromUtf8(answer.value);
  return text === null ? err({ reason: 'unreadable' }) : ok(text);
}

export const keptHead = ({ head, note }: VerifiedHead): KeptHead => ({
  size: head.size,
  root: base64(head.root),
  note,
});
