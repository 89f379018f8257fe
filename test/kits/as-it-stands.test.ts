import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { closeAction, findLife } from '../../worker/actions/term-store.ts';
import { setEmbedHostsStatement } from '../../worker/campaigns/embed-hosts-store.ts';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import charlotte from '../../worker/kits/charlotte.json';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday } from '../support/app.ts';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { smallSurvey } from '../support/surveys.ts';

const { DB: db } = env;

async function standing(slug: string) {
  return readAsItStands(db, (await findCampaignBySlug(db, slug)) ?? 0, shippedHouse.kitSections);
}

/** Opens what was exported under other names, and exports that. */
async function elsewhere(text: string, [from, to]: [string, string]) {
  const renamed = text.replaceAll(from, to);
  expect(await openKit(db, JSON.parse(renamed), aWednesday)).toMatchObject({ ok: true });
  const { campaign } = JSON.parse(renamed);
  return (await standing(campaign.slug))?.text.replaceAll(to, from);
}

test('Charlotte as it stands is its file', async () => {
  expect((await openKit(db, charlotte, aWednesday)).ok).toBe(true);
  expect((await standing(charlotte.campaign.slug))?.json).toEqual(charlotte);
});

test('what people decided elsewhere is in it, and opened again it is the same byte for byte', async () => {
  const kit = { ...coalitionKit(), surveys: [smallSurvey()] };
  const { slug } = kit.campaign;
  expect(await openKit(db, kit, aWednesday)).toMatchObject({ ok: true });
  const [petition] = kit.petitions;
  const life = await findLife(db, petition?.slug ?? '');
  await closeAction(db, life?.id ?? 0, aWednesday);
  const campaignId = (await findCampaignBySlug(db, slug)) ?? 0;
  const hosts = ['example.org'];
  await setEmbedHostsStatement(db, { campaignId, from: 'open', to: hosts }).run();
  const first = await standing(slug);
  expect(first?.json).toMatchObject({ campaign: { embed: { hosts } }, petitions: [{ state: 'closed' }] });
  const [prefix = ''] = /^[a-z]+-\d+/.exec(slug) ?? [];
  const survey = kit.surveys[0]?.slug ?? '';
  const text = (first?.text ?? '').replaceAll(survey, `${prefix}-asked`);
  expect((await elsewhere(text, [prefix, 'elsewhere-77'])) === text).toBe(true);
  expect(await findLife(db, (petition?.slug ?? '').replace(prefix, 'elsewhere-77'))).toMatchObject({
    state: 'closed',
  });
});
