import { areEqual, base64, concat, fromBase64, fromHex, hex, utf8 } from './bytes.ts';
import { sha256Of } from './hashes.ts';

/* C2SP signed-note: a text, an empty line, and a line for each signature. */

/** Of a key of the log: Ed25519 over the text. */
export const logAlgorithm = 1;
/** Of a witness: Ed25519 over the text and a time (C2SP tlog-cosignature). */
export const witnessAlgorithm = 4;

/** A public key with the name of who signs with it. */
export type VerifierKey = { name: string; keyId: Uint8Array; algorithm: number; publicKey: Uint8Array };

export type NoteSignature = { name: string; keyId: Uint8Array; signature: Uint8Array };
/** `text` ends with a newline. */
export type Note = { text: string; signatures: NoteSignature[] };

const nameLike = /^[^\s+]+$/u;

export function keyIdOf(name: string, algorithm: number, publicKey: Uint8Array): Uint8Array {
  return sha256Of(utf8(`${name}\n`), Uint8Array.of(algorithm), publicKey).slice(0, 4);
}

export function verifierKey(name: string, publicKey: Uint8Array, algorithm = logAlgorithm): VerifierKey {
  return { name, keyId: keyIdOf(name, algorithm, publicKey), algorithm, publicKey };
}

/** `name+hex(keyId)+base64(algorithm || publicKey)`. */
export function formatVerifierKey({ name, keyId, algorithm, publicKey }: VerifierKey): string {
  return `${name}+${hex(keyId)}+${base64(concat(Uint8Array.of(algorithm), publicKey))}`;
}

/** Null if it is no Ed25519 key, or its id is not that of its name and key. */
export function parseVerifierKey(text: string): VerifierKey | null {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u.exec(text.trim());
  const [, name = '', id = '', encoded = ''] = match ?? [];
  const keyId = fromHex(id);
  const bytes = fromBase64(encoded);
  const algorithm = bytes?.[0];
  if (!match || !keyId || bytes?.length !== 33) return null;
  if (algorithm !== logAlgorithm && algorithm !== witnessAlgorithm) return null;
  const key = verifierKey(name, bytes.slice(1), algorithm);
  return areEqual(key.keyId, keyId) ? key : null;
}

export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  return `— ${name} ${base64(concat(keyId, signature))}\n`;
}

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(signatureLine).join('')}`;
}

export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const signatures = parseSignatureLines(note.slice(end + 2));
  return signatures && signatures.length > 0 ? { text: note.slice(0, end + 1), signatures } : null;
}

/** Null if one of the lines is no signature. */
export function parseSignatureLines(lines: string): NoteSignature[] | null {
  const signatures = lines
    .split('\n')
    .slice(0, -1)
    .map((line) => parseSignatureLine(line));
  return signatures.some((signature) => signature === null) ? null : (signatures as NoteSignature[]);
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [dash, name = '', encoded = '', ...others] = line.split(' ');
  const bytes = fromBase64(encoded);
  if (dash !== '—' || others.length > 0 || !nameLike.test(name) || !bytes || bytes.length < 5) return null;
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** What a witness signs: its time in seconds, and the text (C2SP tlog-cosignature). */
export function cosigned(text: string, seconds: number): Uint8Array<ArrayBuffer> {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** A witness puts the time as eight bytes before the signature itself. */
function timeAndSignature(bytes: Uint8Array): { seconds: number; signature: Uint8Array } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return { seconds: Number(view.getBigUint64(0)), signature: bytes.subarray(8) };
}

export function cosignatureBytes(seconds: number, signature: Uint8Array): Uint8Array {
  const time = new DataView(new ArrayBuffer(8));
  time.setBigUint64(0, BigInt(seconds));
  return concat(new Uint8Array(time.buffer), signature);
}

/** The signature that this key has made of the note; null if there is none that holds. */
export async function findSignature(note: Note, key: VerifierKey): Promise<NoteSignature | null> {
  for (const signature of note.signatures) {
    if (signature.name !== key.name || !areEqual(signature.keyId, key.keyId)) continue;
    if (await isSignedBy(key, note.text, signature.signature)) return signature;
  }
  return null;
}

async function isSignedBy(key: VerifierKey, text: string, bytes: Uint8Array): Promise<boolean> {
  if (key.algorithm === logAlgorithm) return verifyEd25519(key.publicKey, bytes, utf8(text));
  if (bytes.length !== 72) return false;
  const { seconds, signature } = timeAndSignature(bytes);
  return verifyEd25519(key.publicKey, signature, cosigned(text, seconds));
}

export async function verifyEd25519(
  publicKey: Uint8Array,
  signature: Uint8Array,
  signed: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== 64) return false;
  const key = imported.get(publicKey) ?? (await importKey(publicKey));
  imported.set(publicKey, key);
  return crypto.subtle.verify('Ed25519', key, concat(signature), signed);
}

/** Importing a key costs more than checking a signature. */
const imported = new WeakMap<Uint8Array, CryptoKey>();

function importKey(publicKey: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', concat(publicKey), { name: 'Ed25519' }, false, ['verify']);
}
