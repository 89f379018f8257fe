import { beforeAll, expect, test } from 'vitest';
import { type JsonObject, valueAt } from '../../worker/kits/json-rules.ts';
import { readDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
let kit: JsonObject = {};
let campaign = { id: 0, slug: '' };
let ana: OrganizerClient;

beforeAll(async () => {
  kit = JSON.parse(JSON.stringify(smallKit()));
  expect((await openKit(db, kit, app.now())).ok).toBe(true);
  const { slug } = kit.campaign as { slug: string };
  const id = await db.prepare('SELECT id FROM campaigns WHERE slug = ?').bind(slug).first<number>('id');
  campaign = { id: id ?? 0, slug };
  ana = await organizerIn(app, campaign, { role: 'editor' });
});

async function upload(file: string | Uint8Array<ArrayBuffer>, language = '') {
  const body = new FormData();
  body.set('form_token', ana.form_token);
  body.set('file', new File([file], 'kit.json'));
  const answer = await app.request(`/organize/campaigns/${campaign.slug}/write/kit${language}`, {
    method: 'POST',
    headers: { cookie: ana.cookie, origin: 'http://localhost' },
    body,
  });
  return { status: answer.status, html: await answer.text() };
}

const changed = (change: JsonObject) => ({
  ...kit,
  campaign: { ...(kit.campaign as JsonObject), ...change },
});
const rowsIn = (html: string) =>
  [...html.matchAll(/name="take" value="([^"]*)"( checked)?/g)].map(([, value = '', checked]) => ({
    value: value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    isChecked: checked !== undefined,
  }));

test('the campaign as it stands is downloaded, and uploaded again it changes nothing', async () => {
  const file = await ana.get('/write/kit.json');
  expect(file.headers.get('content-disposition')).toContain(`${campaign.slug}.json`);
  const text = await file.text();
  expect(JSON.parse(text)).toEqual(kit);
  expect((await upload(text)).html).toContain('says the same as what is here');
  expect((await ana.get('/write/draft.json')).status).toBe(404);
});

test('an upload shows what would change and takes what is checked, and what was edited here stays', async () => {
  const { html } = await upload(JSON.stringify(changed({ accent: 'plum', retention_days: 44 })));
  const rows = rowsIn(html);
  expect(rows.map(({ isChecked }) => isChecked)).toEqual([true, true]);
  const [, text = ''] = /<textarea name="text" hidden="">\n?([^<]*)<\/textarea>/.exec(html) ?? [];
  const plain = text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#39;', "'");
  const [, seen = ''] = /name="seen" value="(\d+)"/.exec(html) ?? [];
  const accent = rows.find(({ value }) => value.includes('accent'))?.value ?? '';
  const taken = await ana.post('/write/kit', { seen, decision: 'take', text: plain, take: accent });
  expect(taken.status).toBe(303);
  const draft = await readDraft(db, campaign.id);
  expect(valueAt(draft?.json, ['campaign', 'accent'])).toBe('plum');
  expect(valueAt(draft?.json, ['campaign', 'retention_days'])).toBe(
    valueAt(kit, ['campaign', 'retention_days']),
  );
  // A file saved before that edit: the edit is told, and is not taken back by itself.
  const again = await upload(JSON.stringify(changed({ retention_days: 45 })));
  const edited = rowsIn(again.html);
  expect(again.html).toContain('edited here');
  expect(edited.filter(({ isChecked }) => isChecked).map(({ value }) => value)).toEqual([
    JSON.stringify([['campaign', 'retention_days'], 0]),
  ]);
});

test.each([
  ['nothing', '', 422, 'Choose a file'],
  ['broken JSON', '{"campaign": {', 422, 'is not JSON'],
  ['a list', '[]', 422, 'not a kit'],
  ['bytes that are no text', new Uint8Array([0xff, 0x00, 0x81]), 422, 'not a text'],
  ['lists in lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 422, 'nested too deeply'],
  ['groups in groups', `${'{"campaign":'.repeat(20_000)}1${'}'.repeat(20_000)}`, 422, 'nested too deeply'],
  ['a key of prototypes', '{"campaign": {"slug": "x", "__proto__": {"a": 1}}}', 422, '__proto__'],
  ['a key twice', '{"campaign": {"slug": "x", "slug": "y"}}', 422, 'is there twice'],
  ['another campaign', '{"campaign": {"slug": "another"}}', 422, 'of the campaign another'],
  [
    '1.5 MB',
    JSON.stringify({ campaign: { slug: 'x', summary: 'x'.repeat(1_500_000) } }),
    422,
    'more than 1 MB',
  ],
  ['10 MB', 'x'.repeat(10_000_000), 413, ''],
] as const)('%s is refused in words, and the draft stays as it was', async (_what, file, status, words) => {
  const before = await readDraft(db, campaign.id);
  const answer = await upload(file as string);
  expect(answer.status).toBe(status);
  expect(answer.html).toContain(words);
  expect(await readDraft(db, campaign.id)).toEqual(before);
});
