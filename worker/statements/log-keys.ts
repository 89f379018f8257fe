import type { Keyring, Signer } from '../platform/crypto/keyring.ts';
import { utf8 } from './rules/bytes.ts';
import { checkpointText } from './rules/checkpoint.ts';
import { formatNote, formatVerifierKey, type VerifierKey, verifierKey } from './rules/notes.ts';
import type { TreeHead } from './rules/proofs.ts';

/** The name of the log and of its keys: its address without the scheme. */
export function originOf(publicUrl: string): string {
  return `${publicUrl.replace(/^[a-z]+:\/\//, '')}/log`;
}

type LogSigner = Signer & { key: VerifierKey };

async function logSigners(keyring: Keyring, origin: string): Promise<LogSigner[]> {
  const signers = await keyring.signers('log');
  return signers.map((signer) => ({ ...signer, key: verifierKey(origin, signer.publicKey) }));
}

/** The verifier keys of the keyring, the newest first. */
export async function currentKeys(keyring: Keyring, origin: string): Promise<string[]> {
  return (await logSigners(keyring, origin)).map(({ key }) => formatVerifierKey(key));
}

/**
 * Signed by every key of the keyring, so that who knows only an older one can check it too. A head of the log under an
 * earlier address gets today’s origin.
 */
export async function signHead(keyring: Keyring, origin: string, head: TreeHead): Promise<string> {
  const text = checkpointText({ ...head, origin });
  const signers = await logSigners(keyring, origin);
  const signatures = await Promise.all(
    signers.map(async ({ key, sign }) => ({ ...key, signature: await sign(utf8(text)) })),
  );
  return formatNote({ text, signatures });
}
