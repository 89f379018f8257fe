import { base64, fromBase64 } from './bytes.ts';
import { hashBytes } from './hashes.ts';
import { findSignature, type Note, type NoteSignature, parseNote, type VerifierKey } from './notes.ts';
import type { TreeHead } from './proofs.ts';

/** C2SP tlog-checkpoint: the head of a log. `origin` is the name of the log and of its keys. */
export type Checkpoint = TreeHead & { origin: string };

/** Ours have no extension lines. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64(root)}\n`;
}

export function parseCheckpointText(text: string): Checkpoint | null {
  const [origin = '', size = '', encoded = '', end] = text.split('\n');
  const root = fromBase64(encoded);
  const isWhole = end !== undefined && origin !== '' && /^(0|[1-9][0-9]{0,15})$/.test(size);
  if (!isWhole || !Number.isSafeInteger(Number(size)) || root?.length !== hashBytes) return null;
  return { origin, size: Number(size), root };
}

/** A log signs a head once with each of its keys. Checking hundreds of wrong lines would hold the server for seconds. */
const mostSignatures = 20;

export type SignedCheckpoint = { checkpoint: Checkpoint; note: Note };

/** Says nothing about its signatures. */
export function parseCheckpoint(text: string): SignedCheckpoint | null {
  const note = parseNote(text);
  const checkpoint = note && parseCheckpointText(note.text);
  return note && checkpoint ? { checkpoint, note } : null;
}

function ownSignatures({ checkpoint, note }: SignedCheckpoint): NoteSignature[] {
  return note.signatures.filter(({ name }) => name === checkpoint.origin).slice(0, mostSignatures);
}

/** How many of its signatures are checked at most. */
export function signaturesIn(signed: SignedCheckpoint): number {
  return ownSignatures(signed).length;
}

/** The first of the keys that has signed it; null if none has. */
export async function signerOf(
  signed: SignedCheckpoint,
  keys: readonly VerifierKey[],
): Promise<VerifierKey | null> {
  const { checkpoint, note } = signed;
  const named = ownSignatures(signed);
  for (const key of keys) {
    if (key.name === checkpoint.origin && (await findSignature({ ...note, signatures: named }, key)))
      return key;
  }
  return null;
}
