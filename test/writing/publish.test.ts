import { beforeAll, expect, test, vi } from 'vitest';
import { type Json, type JsonObject, valueAt } from '../../worker/kits/json-rules.ts';
import { findKitVersion } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { day, hour } from '../../worker/platform/time/clock.ts';
import { readDraft, readWorking, saveDraft } from '../../worker/writing/drafts.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { signAndConfirm } from '../support/people.ts';

const app = testApp();
const { db } = app.deps;
let kit: JsonObject = {};
let campaign = { id: 0, slug: '' };
let petition = '';
let ana: OrganizerClient;
let bob: OrganizerClient;

const text = (en: string, es: string) => ({ en, es });

async function write(path: (string | number)[], value: Json, by = ana) {
  const { version = 0 } = (await readDraft(db, campaign.id)) ?? {};
  const set = (at: Json, [step, ...rest]: (string | number)[]): Json => {
    if (step === undefined) return value;
    const within = at as Record<string | number, Json>;
    if (Array.isArray(at)) return at.map((one, i) => (i === step ? set(one, rest) : one));
    return { ...(at as JsonObject), [step]: set(within[step] ?? null, rest) };
  };
  const saved = await saveDraft(app.deps, {
    campaign,
    expectedVersion: version,
    part: 'campaign',
    actor: by.id,
    now: app.now(),
    json: (shown) => set(shown, path),
  });
  if (!saved.ok) throw new Error(saved.error.reason);
}

const seen = async () => String((await readDraft(db, campaign.id))?.version ?? 0);
const page = async () => (await app.request(`/petitions/${petition}`)).text();
const summaryOf = async (by: OrganizerClient, path: string) => {
  const html = await by.read(path);
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
};

beforeAll(async () => {
  kit = JSON.parse(JSON.stringify(smallKit()));
  expect((await openKit(db, kit, app.now())).ok).toBe(true);
  const { slug } = kit.campaign as { slug: string };
  petition = String(valueAt(kit, ['petitions', 0, 'slug']));
  const id = await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  campaign = { id: id ?? 0, slug };
  ana = await organizerIn(app, campaign, { role: 'editor' });
  bob = await organizerIn(app, campaign, { role: 'editor' });
});

test('a change is in the draft with its difference, and public only when it is published', async () => {
  expect(await summaryOf(ana, '/write')).toContain(
    'There is no draft: what you see on the site is version 1',
  );
  await write(['petitions', 0, 'ask'], text('A new ask.', 'Un pedido nuevo.'));
  const shown = await summaryOf(ana, '/write');
  expect(shown).toContain('2 changes');
  expect(shown).toContain('after: A new ask.');
  expect(await page()).not.toContain('A new ask.');
  const published = await ana.post('/write/publish', {
    seen: await seen(),
    decision: 'now',
    note: 'A clearer ask',
  });
  expect(published.status).toBe(303);
  expect(await page()).toContain('A new ask.');
  expect(await findKitVersion(db, campaign.id)).toMatchObject({
    number: 2,
    note: 'A clearer ask',
    actor: ana.id,
  });
  expect(await readDraft(db, campaign.id)).toBeNull();
  expect(await summaryOf(ana, '/log')).not.toContain('publish-kit');
});

test('a press of the form checks the kit once, now or at a time', async () => {
  const [section] = await shippedHouse.kitSections();
  if (!section) throw new Error('no section');
  const checks = vi.spyOn(section, 'refusals');
  await write(['campaign', 'retention_days'], 91);
  const later = { seen: await seen(), decision: 'later', day: '2026-11-26', time: '09:00' };
  expect((await ana.post('/write/publish', later)).status).toBe(303);
  expect(checks).toHaveBeenCalledTimes(1);
  checks.mockClear();
  expect((await ana.post('/write/publish', { ...later, decision: 'not' })).status).toBe(303);
  expect(checks).not.toHaveBeenCalled();
  expect((await ana.post('/write/thrown-away', { seen: await seen() })).status).toBe(303);
  checks.mockRestore();
});

test('of two who publish at once one wins, and the other is shown how it is now', async () => {
  await write(['campaign', 'accent'], 'plum');
  const fields = { seen: await seen(), decision: 'now' };
  const both = await Promise.all([ana.post('/write/publish', fields), bob.post('/write/publish', fields)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
  expect((await findKitVersion(db, campaign.id))?.number).toBe(3);
});

test('what is wrong is told with its place, and nothing is published', async () => {
  await write(['campaign', 'contact_email'], 'nobody');
  expect(await summaryOf(ana, '/write')).toContain('Email of the campaign : must be an email address');
  const answer = await ana.post('/write/publish', { seen: await seen(), decision: 'now' });
  expect(answer.status).toBe(422);
  expect((await findKitVersion(db, campaign.id))?.number).toBe(3);
  expect((await ana.post('/write/thrown-away', { seen: await seen() })).status).toBe(303);
  expect(await readDraft(db, campaign.id)).toBeNull();
});

test('a draft that was thrown away comes back by undo', async () => {
  await write(['campaign', 'accent'], 'forest');
  const thrown = await ana.post('/write/thrown-away', { seen: await seen() });
  const act = new URL(thrown.headers.get('location') ?? '', 'http://x').searchParams.get('done');
  expect((await ana.post(`/acts/${act}/undo`)).status).toBe(303);
  expect((await readDraft(db, campaign.id))?.json).toMatchObject({ campaign: { accent: 'forest' } });
});

test('an editor of one campaign cannot change the city that another campaign shares', async () => {
  const other = { ...structuredClone(smallKit()), city: kit.city, council: kit.council };
  const [committee] = valueAt(kit, ['council', 'committees']) as { slug: string }[];
  for (const one of other.petitions) Object.assign(one, { committee: committee?.slug });
  expect(await openKit(db, other, app.now())).toMatchObject({ ok: true });
  await write(['council', 'name'], text('Mine now', 'Ahora es mío'));
  const answer = await ana.post('/write/publish', { seen: await seen(), decision: 'now' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('is shared with a campaign that you do not write');
  await write(['council', 'name'], valueAt(kit, ['council', 'name']) ?? null);
  expect((await ana.post('/write/publish', { seen: await seen(), decision: 'now' })).status).toBe(303);
  expect((await findKitVersion(db, campaign.id))?.number).toBe(4);
});

test('after the first signature a changed text asks: spelling or meaning, and its page shows the note', async () => {
  await signAndConfirm(app, petition, {
    given_name: 'Alma',
    family_name: 'Rios',
    email: 'alma@text.example',
  });
  await write(['petitions', 0, 'text'], text('Another text.', 'Otro texto.'));
  const form = await ana.read('/write');
  expect(form).toContain(`kind-${petition}`);
  const fields = { seen: await seen(), decision: 'now' };
  expect((await ana.post('/write/publish', fields)).status).toBe(422);
  const half = { ...fields, [`kind-${petition}`]: 'meaning', [`note-${petition}-en`]: 'Shorter <b>now</b>' };
  const refused = await ana.post('/write/publish', half);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Shorter &lt;b&gt;now&lt;/b&gt;');
  const whole = { ...half, [`note-${petition}-es`]: 'Más corto' };
  expect((await ana.post('/write/publish', whole)).status).toBe(303);
  const shown = await page();
  expect(shown).toContain('Another text.');
  expect(shown).toContain('Its organizers say that the meaning changed. Shorter &lt;b&gt;now&lt;/b&gt;');
});

test('a spelling needs no words, and every text that was signed keeps its own note and its hash in public', async () => {
  await write(['petitions', 0, 'text'], text('Another text!', '¡Otro texto!'));
  const fields = { seen: await seen(), decision: 'now', [`kind-${petition}`]: 'spelling' };
  expect((await ana.post('/write/publish', fields)).status).toBe(303);
  expect(await page()).toContain('only the spelling or the layout changed.');
  const { texts } = (await (await app.request(`/api/v1/petitions/${petition}`)).json()) as {
    texts: { version: number; sha256: string; change: string | null; note: string | null }[];
  };
  expect(texts.map(({ version, change, note }) => [version, change, note])).toEqual([
    [1, null, null],
    [2, 'meaning', 'Shorter <b>now</b>'],
    [3, 'spelling', null],
  ]);
  const second = await (await app.request(`/petitions/${petition}/texts/2`)).text();
  expect(second).toContain('Its organizers say that the meaning changed. Shorter &lt;b&gt;now&lt;/b&gt;');
  expect(second).toContain(texts[1]?.sha256 ?? 'none');
  expect(new Set(texts.map(({ sha256 }) => sha256)).size).toBe(3);
});

test('a petition that is public cannot be left out: it is closed or removed instead', async () => {
  const others = structuredClone(valueAt((await readWorking(db, campaign.id))?.json, ['petitions', 0]));
  await write(['petitions', 0], { ...(others as JsonObject), slug: 'another-name', links: [] });
  const refused = await ana.post('/write/publish', { seen: await seen(), decision: 'now' });
  expect(refused.status).toBe(422);
  expect(await summaryOf(ana, '/write')).toContain(`lacks ${petition}, which is public`);
  expect((await ana.post('/write/thrown-away', { seen: await seen() })).status).toBe(303);
});

test('a note that no page can show is refused at its field', async () => {
  await write(['petitions', 0, 'text'], text('A third text.', 'Un tercer texto.'));
  const fields = { seen: await seen(), decision: 'now', [`kind-${petition}`]: 'meaning' };
  for (const note of ['TODO', '\u200b', 'x'.repeat(301)]) {
    const both = { [`note-${petition}-en`]: note, [`note-${petition}-es`]: 'Más corto' };
    const refused = await ana.post('/write/publish', { ...fields, ...both });
    expect([refused.status, (await refused.text()).includes(`href="#note-${petition}-en"`)]).toEqual([
      422,
      true,
    ]);
  }
  expect((await ana.post('/write/thrown-away', { seen: await seen() })).status).toBe(303);
});

test('a draft is published at its time, and if it cannot be, what waits says why', async () => {
  await write(['campaign', 'accent'], 'brick');
  const later = { seen: await seen(), decision: 'later', day: '2026-11-26', time: '09:00' };
  for (const wrong of ['2020-01-01', '9999-12-31']) {
    expect((await ana.post('/write/publish', { ...later, day: wrong })).status).toBe(422);
  }
  expect((await ana.post('/write/publish', later)).status).toBe(303);
  expect(await summaryOf(ana, '/write')).toContain(
    'It is published by itself on Thursday, November 26, 2026',
  );
  await app.cron(new Date(aWednesday.getTime() + hour));
  expect((await findKitVersion(db, campaign.id))?.number).toBe(6);
  await app.cron(new Date(aWednesday.getTime() + day));
  expect(await findKitVersion(db, campaign.id)).toMatchObject({ number: 7, actor: ana.id });
  ana = await organizerIn(app, campaign, { role: 'editor' });
  await write(['campaign', 'accent'], 'plum');
  const friday = { ...later, day: '2026-11-27' };
  expect((await ana.post('/write/publish', { ...friday, seen: await seen() })).status).toBe(303);
  await write(['campaign', 'contact_email'], 'nobody');
  expect((await ana.post('/write/publish', { ...friday, seen: await seen() })).status).toBe(422);
  await app.cron(new Date(aWednesday.getTime() + 2 * day));
  ana = await organizerIn(app, campaign, { role: 'editor' });
  expect(await summaryOf(ana, '')).toContain('A draft was not published at its time');
  expect(await summaryOf(ana, '/write')).toContain('It was not published at its time');
  expect((await findKitVersion(db, campaign.id))?.number).toBe(7);
});

test('what was opened by a command meanwhile is taken in first, and nothing of both is lost', async () => {
  await ana.post('/write/thrown-away', { seen: await seen() });
  await write(['campaign', 'hashtags'], ['#draft']);
  const latest: JsonObject = JSON.parse((await findKitVersion(db, campaign.id))?.kit ?? '{}');
  const opened = { ...latest, campaign: { ...(latest.campaign as JsonObject), retention_days: 33 } };
  expect(await openKit(db, opened, app.now())).toMatchObject({ ok: true });
  expect((await ana.post('/write/publish', { seen: await seen(), decision: 'now' })).status).toBe(409);
  expect(await summaryOf(ana, '/write')).toContain('What is public has changed since this draft was started');
  expect((await ana.post('/write/take-in', { seen: await seen() })).status).toBe(303);
  expect((await ana.post('/write/publish', { seen: await seen(), decision: 'now' })).status).toBe(303);
  expect(JSON.parse((await findKitVersion(db, campaign.id))?.kit ?? '{}')).toMatchObject({
    campaign: { hashtags: ['#draft'], retention_days: 33 },
  });
});

test('a private link shows the draft to anybody until it is ended', async () => {
  await write(['campaign', 'accent'], 'navy');
  const committee = valueAt(kit, ['council', 'committees', 0]);
  const another = {
    name: text('Another committee', 'Otro comité'),
    contact_email: 'committee@hidden.example',
  };
  await write(['council', 'committees', 0], { ...(committee as JsonObject), ...another });
  await ana.post('/write/link', { decision: 'make' });
  const [, link = ''] = /href="[^"]*(\/drafts\/[^"]+)"/.exec(await ana.read('/write')) ?? [];
  const shown = await app.request(link);
  expect([shown.status, shown.headers.get('x-robots-tag')]).toEqual([200, 'noindex']);
  const page = await shown.text();
  expect(page).toContain('navy');
  expect(page).toContain('Another committee');
  expect(page).not.toContain('committee@hidden.example');
  await ana.post('/write/link', { decision: 'end' });
  expect((await app.request(link)).status).toBe(410);
  expect((await app.request('/drafts/AAAA')).status).toBe(410);
});

test('an earlier version is compared, downloaded and restored into a draft', async () => {
  await ana.post('/write/thrown-away', { seen: await seen() });
  expect(await summaryOf(ana, '/write/history')).toContain('A clearer ask');
  expect(await summaryOf(ana, '/write/history/2')).toContain('Compared with version 1');
  expect(await summaryOf(ana, '/write/history/1?against=4')).toContain('Compared with version 4');
  expect(await (await ana.get('/write/history/1/file')).json()).toEqual(kit);
  expect((await ana.get('/write/history/99')).status).toBe(404);
  expect((await ana.post('/write/history/1/restore')).status).toBe(303);
  expect(valueAt((await readDraft(db, campaign.id))?.json, ['campaign'])).toEqual(kit.campaign);
});

test('the way back from a publishing is a button: the version before, in a new draft that is published', async () => {
  await ana.post('/write/thrown-away', { seen: await seen() });
  const before = await findKitVersion(db, campaign.id);
  const { number = 0 } = before ?? {};
  await write(['campaign', 'retention_days'], 77);
  expect((await ana.post('/write/publish', { seen: await seen(), decision: 'now' })).status).toBe(303);
  const html = await ana.read('/write');
  expect(html).toContain(`Put version ${number} into a draft`);
  const path = `/organize/campaigns/${campaign.slug}/write/history/${number}/restore`;
  expect(html).toContain(`action="${path}"`);
  expect((await ana.post(path)).status).toBe(303);
  expect((await ana.post('/write/publish', { seen: await seen(), decision: 'now' })).status).toBe(303);
  const after = await findKitVersion(db, campaign.id);
  expect(after).toMatchObject({ number: number + 2, kit: before?.kit });
});
