import { beforeAll, expect, test } from 'vitest';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let owner: OrganizerClient;
let slug = '';
let title = '';
let campaign = { id: 0, slug: '' };

beforeAll(async () => {
  const kit = smallKit();
  expect(await openKit(db, kit, app.now())).toMatchObject({ ok: true });
  campaign = { id: (await findCampaignBySlug(db, kit.campaign.slug)) ?? 0, slug: kit.campaign.slug };
  slug = kit.petitions[0]?.slug ?? '';
  title = kit.petitions[0]?.title.en ?? '';
  owner = await organizerIn(app, campaign, { role: 'owner', hasPasskey: true });
});

const row = () => db.prepare('SELECT state, closed_at FROM actions WHERE slug = ?').bind(slug).first();
const decide = (decision: string, seen: string, more: Record<string, string> = {}) =>
  owner.post(`/write/actions/${slug}`, { decision, seen, [`reason-${slug}`]: 'The council agreed', ...more });
const actOf = (answer: Response) =>
  new URL(answer.headers.get('location') ?? '', 'http://x').searchParams.get('done');

test('a petition is closed with a reason, opened again, removed, and each undone', async () => {
  expect((await decide('close', 'open', { [`reason-${slug}`]: '' })).status).toBe(422);
  expect((await decide('close', 'open', { [`reason-${slug}`]: 'ask ana@example.org' })).status).toBe(422);
  expect((await decide('close', 'open')).status).toBe(303);
  expect(await row()).toEqual({ state: 'closed', closed_at: app.now().getTime() });
  const list = await (await owner.get('/write/actions')).text();
  expect(list).toContain('<p>closed on ');
  // Somebody who still sees it open decides nothing.
  expect((await decide('close', 'open')).status).toBe(409);
  expect((await decide('reopen', 'closed')).status).toBe(303);
  expect(await row()).toEqual({ state: 'open', closed_at: null });
  const removed = await decide('remove', 'open');
  const page = await app.request(`/petitions/${slug}`);
  expect(page.status).toBe(410);
  const said = await page.text();
  expect(said).toContain('The last day to sign it was');
  expect(said).toContain(`href="/campaigns/${campaign.slug}">Go to the campaign: `);
  expect(await (await owner.get(`/write/actions?done=${actOf(removed)}`)).text()).toContain(
    `${title} was removed`,
  );
  expect(await row()).toEqual({ state: 'removed', closed_at: app.now().getTime() });
  // The row itself has the way back, also when the page is opened again later.
  const row1 = await (await owner.get('/write/actions')).text();
  expect(row1).toContain(`/acts/${actOf(removed)}/undo"`);
  expect((await owner.post(`/acts/${actOf(removed)}/undo`)).status).toBe(303);
  expect(await (await owner.get('/write/actions')).text()).not.toContain('/undo"');
  expect(await row()).toEqual({ state: 'open', closed_at: null });
  expect((await app.request(`/petitions/${slug}`)).status).toBe(200);
});

test('a draft is rejected with a reason on its page in each language', async () => {
  await db.prepare("UPDATE actions SET state = 'draft' WHERE slug = ?").bind(slug).run();
  expect((await decide('reject', 'draft')).status).toBe(422);
  const why = { [`rejection-${slug}-en`]: 'It is <b>done</b>', [`rejection-${slug}-es`]: 'Ya está' };
  expect((await decide('reject', 'draft', why)).status).toBe(303);
  expect(await (await app.request(`/petitions/${slug}`)).text()).toContain('It is &lt;b&gt;done&lt;/b&gt;');
  expect((await decide('open', 'rejected')).status).toBe(409);
  // The only decision left is a grave one, and not the filled button.
  const list = await (await owner.get('/write/actions')).text();
  expect(list).toMatch(
    /class="button secondary"[^>]*value="remove"|value="remove"[^>]*class="button secondary"/,
  );
});
