import type { Language } from '../../web/language.ts';
import type { Deps } from '../platform/deps.ts';

/** The secrets that are mailed: a link to confirm, and one to the supporter's own page. */
export async function linksOf({ keyring, settings }: Deps, signatureId: string, chosen: Language) {
  const [confirmToken, ownToken] = await Promise.all([
    keyring.token('confirm', signatureId),
    keyring.token('my', signatureId),
  ]);
  return {
    confirmUrl: `${settings.publicUrl}/confirm/${confirmToken}?lang=${chosen}`,
    ownUrl: `${settings.publicUrl}/my/${ownToken}?lang=${chosen}`,
  };
}
