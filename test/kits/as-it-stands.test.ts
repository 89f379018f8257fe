import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { closeAction, findLife } from '../../worker/actions/term-store.ts';
import { setEmbedHostsStatement } from '../../worker/campaigns/embed-hosts-store.ts';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { publishEntry } from '../../worker/questions/decide.ts';
import { aWednesday, testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { coalitionKit } from '../support/coalition.ts';
import { openKit } from '../support/kits.ts';
import { smallSurvey } from '../support/surveys.ts';

const { DB: db } = env;
const app = testApp();
const both = (words: string) => ({ en: words, es: `${words} (es)` });

async function standing(slug: string) {
  return readAsItStands(db, (await findCampaignBySlug(db, slug)) ?? 0, await shippedHouse.kitSections());
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
  const said = {
    asked: both('Is it free?'),
    answer: both('**Yes**\n\n- really'),
    source: { name: 'Budget', url: null },
  };
  const by = { campaign: { id: campaignId, slug }, actor: 'test', now: aWednesday };
  const written = { ...said, fact: null, answeredOn: '2026-11-20' };
  const source = { name: 'City', url: 'https://city.example/a' };
  const myth = { ...written, asked: both('It costs lives'), fact: both('It saves them'), source };
  await publishEntry(app.deps, { ...by, kind: 'question', text: written, asked: null });
  await publishEntry(app.deps, {
    ...by,
    kind: 'myth',
    text: myth,
    asked: null,
    now: new Date(aWednesday.getTime() + 1),
  });
  const first = await standing(slug);
  const answered_questions = [
    { kind: 'question', asked: both('Is it free?'), source: 'Budget', answered_on: '2026-11-20' },
    { kind: 'myth', fact: both('It saves them'), source: 'City', source_url: source.url },
  ];
  expect(first?.json).toMatchObject({ campaign: { answered_questions } });
  expect(first?.json).toMatchObject({ campaign: { embed: { hosts } }, petitions: [{ state: 'closed' }] });
  const [prefix = ''] = /^[a-z]+-\d+/.exec(slug) ?? [];
  const survey = kit.surveys[0]?.slug ?? '';
  const text = (first?.text ?? '').replaceAll(survey, `${prefix}-asked`);
  expect((await elsewhere(text, [prefix, 'elsewhere-77'])) === text).toBe(true);
  expect(await findLife(db, (petition?.slug ?? '').replace(prefix, 'elsewhere-77'))).toMatchObject({
    state: 'closed',
  });
  for (const one of [slug, slug.replace(prefix, 'elsewhere-77')]) {
    const told = await (await app.request(`/api/v1/campaigns/${one}`)).json<{ answers: object[] }>();
    expect(told.answers.slice(-2)).toMatchObject([
      {
        asked: 'Is it free?',
        fact: null,
        answer: '**Yes**\n\n- really',
        source: { url: null },
        changed: false,
      },
      { kind: 'myth', fact: 'It saves them', source: { name: 'City', answered_on: '2026-11-20' } },
    ]);
  }
});

test('an older file changes no answer, and one that was taken off leaves the kit as it stands', async () => {
  const kit = coalitionKit();
  const { slug } = kit.campaign;
  const one = { kind: 'question', asked: both('Since when?'), answer: both('2020'), source: 'Minutes' };
  const answered_questions = [{ ...one, answered_on: '2026-11-01', version: 3 }];
  const campaign = { ...kit.campaign, answered_questions };
  expect(await openKit(db, { ...kit, campaign }, aWednesday)).toMatchObject({ ok: true });
  const older = { ...campaign, answered_questions: [{ ...one, answered_on: '2026-11-02' }] };
  const again = await openKit(db, { ...kit, campaign: older }, aWednesday);
  expect(again).toMatchObject({
    value: { kept: ['public answer 1 was changed in the console and stays so'] },
  });
  expect((await standing(slug))?.json).toMatchObject({ campaign: { answered_questions } });
  await db
    .prepare("UPDATE question_entries SET state = 'hidden' WHERE campaign_id = ?")
    .bind(await findCampaignBySlug(db, slug))
    .run();
  expect((await standing(slug))?.text).not.toContain('answered_questions');
});
