import { beforeAll, expect, test } from 'vitest';
import { type Json, type JsonObject, valueAt } from '../../worker/kits/json-rules.ts';
import { findKitVersion, listKitVersions } from '../../worker/kits/version-store.ts';
import { readDraft, readWorking, saveDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let campaign = { id: 0, slug: '' };
let kit: JsonObject = {};
let ana: OrganizerClient;
let bob: OrganizerClient;

const inCampaign = (key: string, value: Json) => (shown: Json) =>
  ({
    ...(shown as JsonObject),
    campaign: { ...((shown as JsonObject).campaign as JsonObject), [key]: value },
  }) as Json;
const save = (by: OrganizerClient, expectedVersion: number, json: (shown: Json) => Json) =>
  saveDraft(app.deps, { campaign, expectedVersion, part: 'campaign', actor: by.id, now: app.now(), json });

beforeAll(async () => {
  kit = JSON.parse(JSON.stringify(smallKit()));
  expect((await openKit(db, kit, app.now())).ok).toBe(true);
  const { slug } = kit.campaign as { slug: string };
  const id = await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  campaign = { id: id ?? 0, slug };
  ana = await organizerIn(app, campaign, { role: 'editor' });
  bob = await organizerIn(app, campaign, { role: 'editor' });
});

test('whoever opens a kit makes a version of it, and the same kit makes none', async () => {
  const first = await findKitVersion(db, campaign.id);
  expect(first).toMatchObject({ number: 1, actor: 'command', note: '' });
  expect(JSON.parse(first?.kit ?? '')).toEqual(kit);
  const turned = Object.fromEntries(Object.entries(kit).toReversed());
  expect((await openKit(db, turned, app.now())).ok).toBe(true);
  expect(await listKitVersions(db, campaign.id, { below: null, most: 10 })).toHaveLength(1);
});

test('two organizers start a draft and change different places: both changes are in it', async () => {
  const working = await readWorking(db, campaign.id);
  expect(working).toMatchObject({ draft: null, version: 0, json: kit });
  const [one, two] = await Promise.all([
    save(ana, 0, inCampaign('ask', { en: 'Ana asks this.', es: 'Ana pide esto.' })),
    save(bob, 0, inCampaign('accent', 'brick')),
  ]);
  expect([one.ok, two.ok]).toEqual([true, true]);
  const draft = await readDraft(db, campaign.id);
  expect(draft?.json).toMatchObject({ campaign: { accent: 'brick', ask: { en: 'Ana asks this.' } } });
  expect(draft).toMatchObject({ version: 3, basedOn: 1 });
  // Nothing of it is public.
  expect(JSON.parse((await findKitVersion(db, campaign.id))?.kit ?? '')).toEqual(kit);
});

test('who changes the same place second is shown what the first wrote, and nothing is stored', async () => {
  const { version = 0 } = (await readDraft(db, campaign.id)) ?? {};
  expect(await save(ana, version, inCampaign('accent', 'plum'))).toMatchObject({ ok: true });
  const late = await save(bob, version, inCampaign('accent', 'forest'));
  expect(late).toMatchObject({
    ok: false,
    error: {
      reason: 'conflict',
      by: ana.id,
      version: version + 1,
      conflicts: [{ path: ['campaign', 'accent'], ours: 'forest', theirs: 'plum', base: 'brick' }],
    },
  });
  expect(await readDraft(db, campaign.id)).toMatchObject({ json: { campaign: { accent: 'plum' } } });
});

test('an undo takes back one save and keeps what came after it', async () => {
  const { version = 0 } = (await readDraft(db, campaign.id)) ?? {};
  const saved = await save(ana, version, inCampaign('hashtags', ['#one']));
  if (!saved.ok) throw new Error('not saved');
  await save(bob, saved.value.version, inCampaign('retention_days', 30));
  const undone = await ana.post(`/acts/${saved.value.act}/undo`);
  expect(undone.status).toBe(303);
  const draft = await readDraft(db, campaign.id);
  expect(valueAt(draft?.json, ['campaign', 'hashtags'])).toEqual(valueAt(kit, ['campaign', 'hashtags']));
  expect(valueAt(draft?.json, ['campaign', 'retention_days'])).toBe(30);
});

test('a kit of more than 1 MB is refused, and the draft stays as it was', async () => {
  const before = await readDraft(db, campaign.id);
  const saved = await save(ana, before?.version ?? 0, inCampaign('summary', { en: 'x'.repeat(1_100_000) }));
  expect(saved).toEqual({ ok: false, error: { reason: 'too-large' } });
  expect(await readDraft(db, campaign.id)).toEqual(before);
});
