import { site } from '../support/address.ts';
import { openOwnCoalition } from '../support/own-kit.ts';
import { partnerPage } from '../support/partner-links.ts';
import { freshEmail, signAndConfirm } from '../support/visitor.ts';
import { longNamed, type Place } from './places.ts';

/** A partner's page: before anybody came, with bars, of one without a source, and behind a revoked link. */
export async function partnerPlaces(): Promise<Place[]> {
  const quiet = await openOwnCoalition('looks-partner-quiet');
  const { petition } = await openOwnCoalition('looks-partner');
  const sources = ['church-form', 'church-flyer', 'clinic-poster', 'poster', ''];
  for (let n = 0; n < 11; n += 1) {
    const person = { ...longNamed, given_name: `Partnered ${n}`, email: freshEmail('partnered') };
    await signAndConfirm(petition, { ...person, source: sources[n % sources.length] ?? '' });
  }
  await listen(petition, 'church', ['https://hooks.example.org/undersigned/and/a/long/path', null]);
  await listen(petition, 'church', ['https://old.example.org/', Date.now()]);
  const old = await partnerPage(petition, 'clinic');
  await set(petition, 'clinic', 'link = link + 1');
  await set(petition, 'club', 'retired = 1');
  return [
    { name: 'partner page', path: await partnerPage(petition, 'church') },
    { name: 'partner page, of one who left', path: await partnerPage(petition, 'club') },
    { name: 'partner page, before anybody came', path: await partnerPage(quiet.petition, 'church') },
    { name: 'partner page, revoked link', path: old },
  ];
}

/** A webhook of a partner, and since when it is off. */
function listen(petition: string, slug: string, [url, offAt]: [string, number | null]) {
  return site.db
    .prepare(
      `INSERT INTO webhooks (id, partner_id, campaign_id, url, secret, events, created_at, off_at)
      SELECT ?3, partners.id, partners.campaign_id, ?4, x'00', '["signature.confirmed"]', ?5, ?6
      FROM partners JOIN petitions ON petitions.campaign_id = partners.campaign_id
      WHERE petitions.slug = ?1 AND partners.slug = ?2`,
    )
    .bind(petition, slug, crypto.randomUUID(), url, Date.now(), offAt)
    .run();
}

function set(petition: string, slug: string, change: string) {
  return site.db
    .prepare(
      `UPDATE partners SET ${change} WHERE slug = ?2
      AND campaign_id = (SELECT campaign_id FROM petitions WHERE slug = ?1)`,
    )
    .bind(petition, slug)
    .run();
}
