import { partnerToken } from '../../worker/coalition/partner-links.ts';
import { site } from './address.ts';
import { siteKeyring } from './site-keyring.ts';

/** The path of a partner's page on the shared server, as `npm run partners` prints it. */
export async function partnerPage(petition: string, slug: string): Promise<string> {
  const row = await site.db
    .prepare(
      `SELECT partners.id, link FROM partners JOIN actions ON actions.campaign_id = partners.campaign_id
      WHERE actions.slug = ? AND partners.slug = ?`,
    )
    .bind(petition, slug)
    .first<{ id: number; link: number }>();
  if (!row) throw new Error(`${petition} has no partner ${slug}`);
  return `/partners/${await partnerToken(siteKeyring(), row)}`;
}
