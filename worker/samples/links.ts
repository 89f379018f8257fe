import type { Keyring } from '../platform/crypto/keyring.ts';

/** With this link somebody answers whether they signed. It ends with the other links of the signature. */
export type AskedLink = { sampleId: number; signatureId: string; generation: number };

export function askedToken(
  keyring: Keyring,
  { sampleId, signatureId, generation }: AskedLink,
): Promise<string> {
  return keyring.token('asked', `${sampleId}.${generation}.${signatureId}`);
}

export async function readAskedToken(keyring: Keyring, token: string): Promise<AskedLink | null> {
  const subject = await keyring.readToken('asked', token);
  const [sampleId, generation, signatureId] = (subject ?? '').split('.');
  return signatureId ? { sampleId: Number(sampleId), generation: Number(generation), signatureId } : null;
}
