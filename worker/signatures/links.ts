import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';

/** The secrets that are mailed: a link to confirm, and one to the supporter's page. */
export async function linksOf({ keyring, settings }: Deps, signatureId: string, chosen: Language) {
  const [confirmToken, supporterToken] = await Promise.all([
    keyring.token('confirm', signatureId),
    keyring.token('my', signatureId),
  ]);
  return {
    confirmUrl: `${settings.publicUrl}/confirm/${confirmToken}?lang=${chosen}`,
    supporterUrl: `${settings.publicUrl}/my/${supporterToken}?lang=${chosen}`,
  };
}
