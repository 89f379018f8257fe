import { newId } from '../../worker/platform/crypto/ids.ts';
import { site } from '../support/address.ts';
import { openOwnCoalition } from '../support/own-kit.ts';
import { partnerPage } from '../support/partner-links.ts';
import { freshEmail, signAndConfirm } from '../support/visitor.ts';
import { addWebhook, switchWebhookOff } from '../support/webhooks.ts';
import { longNamed, type Place } from './places.ts';

/** A partner's page with no signatures yet, with bars, without a source, and after its link was revoked. */
export async function partnerPlaces(): Promise<Place[]> {
  const quiet = await openOwnCoalition('looks-partner-quiet');
  const { petition } = await openOwnCoalition('looks-partner');
  const sources = ['church-form', 'church-flyer', 'clinic-poster', 'poster', ''];
  for (let n = 0; n < 11; n += 1) {
    const person = { ...longNamed, given_name: `Partnered ${n}`, email: freshEmail('partnered') };
    await signAndConfirm(petition, { ...person, source: sources[n % sources.length] ?? '' });
  }
  await listen(petition, 'church', 'https://hooks.with-a-long-name.example.org/undersigned');
  const ended = await listen(petition, 'church', 'https://old.example.org/');
  await switchWebhookOff(site.db, ended, new Date());
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

async function listen(petition: string, slug: string, url: string): Promise<string> {
  const partnerId = await site.db
    .prepare(
      `SELECT partners.id FROM partners JOIN actions ON actions.campaign_id = partners.campaign_id
      WHERE actions.slug = ? AND partners.slug = ?`,
    )
    .bind(petition, slug)
    .first<number>('id');
  const now = new Date();
  const id = newId(now);
  const events = ['signature.confirmed' as const];
  await addWebhook(site.db, { id, partnerId: partnerId ?? 0, url, events, secret: '00' }, now);
  return id;
}

function set(petition: string, slug: string, change: string) {
  return site.db
    .prepare(
      `UPDATE partners SET ${change} WHERE slug = ?2
      AND campaign_id = (SELECT campaign_id FROM actions WHERE slug = ?1)`,
    )
    .bind(petition, slug)
    .run();
}
