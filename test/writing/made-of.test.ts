import { beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../worker/kits/extends/hash.ts';
import { type Json, type JsonObject, type Path, valueAt, withChange } from '../../worker/kits/json-rules.ts';
import { findParent } from '../../worker/kits/parent-store.ts';
import template from '../../worker/kits/template.json';
import { findCampaignBySlug, findKitVersion } from '../../worker/kits/version-store.ts';
import { idOf } from '../../worker/writing/change-rows.ts';
import { copyOf } from '../../worker/writing/create.ts';
import { readDraft, saveDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';

const app = testApp();
const { db } = app.deps;
const shipped = template as unknown as JsonObject;
let owner: OrganizerClient;

beforeAll(async () => {
  app.setNow('2026-11-20T12:00:00Z');
  expect(await openKit(db, charlotte, app.now())).toMatchObject({ ok: true });
  const { slug } = charlotte.campaign;
  owner = await organizerIn(app, { id: (await findCampaignBySlug(db, slug)) ?? 0, slug }, { role: 'owner' });
});

type City = { id: number; slug: string; path: string };

async function newCity(
  city: string,
  { from = 'template', language = 'both', file }: { from?: string; language?: string; file?: Json } = {},
): Promise<City> {
  const body = new FormData();
  const answers = {
    from,
    city: `${city}, Ohio`,
    kind: 'mayor-and-wards',
    districts: '3 wards',
    'council-email': 'clerk@city.example',
    zips: '45001 45002',
    email: 'campaign@city.example',
    language,
    form_token: owner.form_token,
  };
  for (const [name, value] of Object.entries(answers)) body.set(name, value);
  if (file !== undefined) body.set('file', new File([JSON.stringify(file)], 'kit.json'));
  const made = await app.request('/organize/new-city?lang=en', {
    method: 'POST',
    headers: { cookie: owner.cookie, origin: 'http://localhost' },
    body,
  });
  expect([made.status, made.status === 303 ? '' : wordsOf(await made.text())]).toEqual([303, '']);
  const [, slug = ''] = /campaigns\/([^/]+)\/write$/.exec(made.headers.get('location') ?? '') ?? [];
  return { id: (await findCampaignBySlug(db, slug)) ?? 0, slug, path: `/organize/campaigns/${slug}/write` };
}

async function change({ id, slug }: City, path: Path, after?: Json) {
  const { version = 0 } = (await readDraft(db, id)) ?? {};
  const saved = await saveDraft(app.deps, {
    campaign: { id, slug },
    expectedVersion: version,
    part: 'campaign',
    actor: owner.id,
    now: app.now(),
    json: (shown) => withChange(shown, { path, before: undefined, after }) ?? shown,
  });
  expect(saved.ok).toBe(true);
}

/** The page that comes back, in words; null where it was published. */
async function publish({ id, path }: City): Promise<string | null> {
  const seen = String((await readDraft(db, id))?.version);
  const answer = await owner.post(`${path}/publish?lang=en`, { seen, decision: 'now' });
  return answer.status === 303 ? null : wordsOf(await answer.text());
}

const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const publicOf = async ({ id }: City): Promise<Json> =>
  JSON.parse((await findKitVersion(db, id))?.kit ?? 'null');
const fact = { key: 'slug', is: 'people-in-slavery' };

test('what the template locks cannot be published otherwise, from the first draft on; what is new is free', async () => {
  const city = await newCity('Oakville');
  const statement = valueAt(await draftOf(city), ['campaign', 'facts', fact, 'statement']) ?? null;
  await change(city, ['campaign', 'facts', fact, 'statement'], { en: 'Many.', es: 'Muchas.' });
  expect(await publish(city)).toContain('is locked by template: it cannot be changed');
  await change(city, ['campaign', 'facts', fact, 'statement'], statement);
  expect(await publish(city)).toBeNull();
  await change(city, ['campaign', 'facts', fact], undefined);
  expect(await publish(city)).toContain('is locked by template');
  await owner.post(`${city.path}/thrown-away`, { seen: '2' });
  const norms = valueAt(await publicOf(city), ['campaign', 'norms']) as Json[];
  await change(city, ['campaign', 'norms'], [{ en: 'Ours.', es: 'La nuestra.' }, ...norms.slice(1)]);
  expect(await publish(city)).toContain('is locked by template');
  await change(city, ['campaign', 'norms'], [...norms, { en: 'Ours.', es: 'La nuestra.' }]);
  expect(await publish(city)).toBeNull();
  expect(valueAt(await publicOf(city), ['campaign', 'norms'])).toHaveLength(norms.length + 1);
});

const draftOf = async ({ id }: City): Promise<Json> => (await readDraft(db, id))?.json ?? null;

test('a campaign of one language, and one made of another campaign, keep to the same', async () => {
  const city = await newCity('Elm', { language: 'en' });
  expect(await publish(city)).toBeNull();
  const own = await newCity('Ash', { from: `campaign ${city.slug}` });
  await change(own, ['campaign', 'facts', fact, 'source', 'year'], 1999);
  expect(await publish(own)).toContain(`is locked by ${app.deps.settings.publicUrl}/campaigns/${city.slug}`);
});

test('a copy under another name is made of the same, and its petitions too', async () => {
  const city = await newCity('Birch');
  const json = copyOf(await draftOf(city), { name: 'Again', slug: 'again', today: '2026-11-20' });
  const { slugs } = valueAt(json, ['made_of']) as { slugs: Record<string, string> };
  const names = (valueAt(json, ['petitions']) as { slug: string }[]).map(({ slug }) => slug);
  expect(names).toContain(slugs['arrest-traffickers']);
  expect(Object.keys(slugs)).toContain('arrest-traffickers');
});

test('what a campaign was made of is not taken out or changed by an uploaded file', async () => {
  const city = await newCity('Cedar');
  expect(await publish(city)).toBeNull();
  for (const made of [undefined, { from: 'template', sha256: 'f'.repeat(64) }]) {
    await change(city, ['made_of'], made);
    expect(await publish(city)).toContain('says what the campaign was made of: it cannot be changed here');
  }
});

const decoded = (html = '') =>
  html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The template as it was once: with other words of a fact and of a petition, and another title. */
function earlier(): JsonObject {
  const kit = [
    { path: ['campaign', 'facts', fact, 'statement'], after: { en: 'Once.', es: 'Una vez.' } },
    {
      path: ['petitions', { key: 'slug', is: 'arrest-traffickers' }, 'ask'],
      after: { en: 'Old.', es: 'Vieja.' },
    },
    { path: ['campaign', 'title'], after: { en: 'Old title', es: 'Título viejo' } },
  ].reduce<Json>((at, one) => withChange(at, { ...one, before: undefined }) ?? at, shipped);
  return kit as JsonObject;
}

test('what the template has changed since is shown line by line, and taken into the draft', async () => {
  const old = earlier();
  const city = await newCity('Maple', { from: 'file', file: old });
  await change(city, ['made_of', 'from'], 'template');
  await change(city, ['campaign', 'title'], { en: 'Our title', es: 'Nuestro título' });
  expect(await publish(city)).toBeNull();
  const page = wordsOf(await owner.read(`${city.path}/kit?lang=en`));
  expect(page).toContain('It has changed since.');
  const found = await owner.post(`${city.path}/kit?lang=en`, { decision: 'parent' });
  const html = await found.text();
  expect(wordsOf(html)).toMatch(/this campaign says something of its own there/);
  expect(wordsOf(html)).toMatch(/locked: the draft cannot be published without it/);
  const boxes = [...html.matchAll(/<input type="checkbox"[^>]*name="take"[^>]*>/g)].map(([box]) => box);
  const ids = boxes
    .filter((box) => box.includes('checked'))
    .map((box) => decoded(/value="([^"]+)"/.exec(box)?.[1]));
  const place = (...path: Path) => ['en', 'es'].map((language) => idOf({ path: [...path, language] }));
  const petition = { key: 'slug', is: 'arrest-traffickers-maple' };
  expect(ids.toSorted()).toEqual(
    [...place('campaign', 'facts', fact, 'statement'), ...place('petitions', petition, 'ask')].toSorted(),
  );
  expect(boxes).toHaveLength(ids.length + 2);
  const always = [...html.matchAll(/<input type="hidden" name="take" value="([^"]+)"/g)].map(([, id]) =>
    decoded(id),
  );
  expect(always).toEqual([idOf({ path: ['made_of', 'sha256'] })]);
  const text = decoded(/<textarea name="text" hidden[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1]);
  const body = new URLSearchParams({ form_token: owner.form_token, decision: 'take', text });
  body.set('seen', /name="seen" value="(\d+)"/.exec(html)?.[1] ?? '');
  for (const id of [...always, ...ids]) body.append('take', id);
  const headers = { cookie: owner.cookie, origin: 'http://localhost' };
  expect((await app.request(`${city.path}/kit`, { method: 'POST', headers, body })).status).toBe(303);
  expect(await publish(city)).toBeNull();
  const now = await publicOf(city);
  const given = valueAt(shipped, ['campaign', 'facts', fact, 'statement']);
  expect(valueAt(now, ['campaign', 'facts', fact, 'statement'])).toEqual(given);
  expect(valueAt(now, ['campaign', 'title', 'en'])).toBe('Our title');
  expect(valueAt(now, ['made_of', 'sha256'])).toBe(hashOf(shipped as Json));
  expect(await findParent(db, hashOf(shipped as Json))).not.toBeNull();
  expect(wordsOf(await owner.read(`${city.path}/kit?lang=en`))).toContain('It has not changed since.');
});
