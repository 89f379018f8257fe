import { join } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { partnerToken } from '../../worker/coalition/partner-links.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import { site } from './address.ts';
import { root } from './harness.ts';

/** The path of a partner's page on the shared server, as `npm run partners` prints it. */
export async function partnerPage(petition: string, slug: string): Promise<string> {
  const row = await site.db
    .prepare(
      `SELECT partners.id, link FROM partners JOIN actions ON actions.campaign_id = partners.campaign_id
      WHERE actions.slug = ? AND partners.slug = ?`,
    )
    .bind(petition, slug)
    .first<{ id: number; link: number }>();
  const { vars } = unstable_readConfig({ config: join(root, 'wrangler.toml') }, { hideWarnings: true });
  const keyring = parseKeyring(String(vars.KEYRING));
  if (!row || !keyring) throw new Error(`${petition} has no partner ${slug}`);
  return `/partners/${await partnerToken(createKeyring(keyring), row)}`;
}
