import { beforeAll, expect, test } from 'vitest';
import { hashOf } from '../../worker/kits/extends/hash.ts';
import { type Json, valueAt } from '../../worker/kits/json-rules.ts';
import template from '../../worker/kits/template.json';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { readDraft } from '../../worker/writing/drafts.ts';
import { testApp } from '../support/app.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { type OrganizerClient, organizerIn } from '../support/organizer.ts';
import { signAndConfirm } from '../support/people.ts';

const app = testApp();
const { db } = app.deps;
let owner: OrganizerClient;
let editor: OrganizerClient;

beforeAll(async () => {
  app.setNow('2026-11-20T12:00:00Z');
  expect(await openKit(db, charlotte, app.now())).toMatchObject({ ok: true });
  const { slug } = charlotte.campaign;
  const campaign = { id: (await findCampaignBySlug(db, slug)) ?? 0, slug };
  owner = await organizerIn(app, campaign, { role: 'owner' });
  editor = await organizerIn(app, campaign, { role: 'editor' });
});

const answers: Record<string, string> = {
  from: 'template',
  city: 'Oakville, Ohio',
  kind: 'mayor-and-wards',
  districts: '3 wards',
  'at-large': '',
  council: '',
  'council-email': 'clerk@oakville.example',
  committees: 'Public Safety Committee, safety@oakville.example\r\nFinance Committee, money@oakville.example',
  zips: '45001 45002',
  email: 'oakville@example.org',
  language: 'both',
  'budget-vote': '',
};

function send(given: Record<string, string>, file?: unknown, by = owner) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...given, form_token: by.form_token })) body.set(name, value);
  if (file !== undefined) body.set('file', new File([JSON.stringify(file)], 'kit.json'));
  return app.request('/organize/new-city?lang=en', {
    method: 'POST',
    headers: { cookie: by.cookie, origin: 'http://localhost' },
    body,
  });
}

async function draftOf(slug: string): Promise<Json> {
  const draft = await readDraft(db, (await findCampaignBySlug(db, slug)) ?? 0);
  return draft?.json ?? null;
}

test('a campaign starts from the template, is published and signed', async () => {
  expect(await owner.read('/organize/new')).toContain('/organize/new-city');
  const made = await send(answers);
  const slug = 'arrest-the-trafficker-not-the-trafficked-oakville';
  expect(made.headers.get('location')).toBe(`/organize/campaigns/${slug}/write`);
  expect(await draftOf(slug)).toMatchObject({
    made_of: { from: 'template', sha256: hashOf(template as unknown as Json) },
    council: {
      seats: [{ slug: 'mayor' }, {}, {}, {}],
      committees: [{}, { contact_email: 'money@oakville.example' }],
    },
    campaign: { facts: template.campaign.facts },
    surveys: [{ committee: 'budget' }, { committee: 'public-safety' }],
  });
  const id = (await findCampaignBySlug(db, slug)) ?? 0;
  const seen = String((await readDraft(db, id))?.version);
  const path = `/organize/campaigns/${slug}/write`;
  expect((await owner.post(`${path}/publish`, { seen, decision: 'now' })).status).toBe(303);
  await signAndConfirm(app, 'arrest-traffickers-oakville', { zip: '45001', district: '2' });
  const json = await (await app.request('/api/v1/petitions/arrest-traffickers-oakville')).json();
  expect(json).toMatchObject({ counts: { confirmed: 1 } });
  const again = await send(answers);
  expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('already')]);
});

test('one starts from a campaign here or from a file, for a county whose board has seats at large only', async () => {
  const county = { ...answers, kind: 'county-at-large', districts: '', 'at-large': '5', committees: '' };
  const here = await send({ ...county, from: 'campaign arrest-the-trafficker', city: 'Elm County, Georgia' });
  expect(here.headers.get('location')).toBe('/organize/campaigns/arrest-the-trafficker-elm-county/write');
  expect(await draftOf('arrest-the-trafficker-elm-county')).toMatchObject({
    made_of: { from: expect.stringMatching(/\/campaigns\/arrest-the-trafficker$/) },
    city: { districts: [{ code: 'county' }] },
    council: { name: { es: 'Junta de Comisionados del Condado de Elm' }, committees: [] },
  });
  const again = await send({
    ...answers,
    from: 'campaign arrest-the-trafficker-elm-county',
    city: 'Ada, Ohio',
    committees: 'Safety Committee / Comité de Seguridad, safety@ada.example',
  });
  expect(again.headers.get('location')).toBe('/organize/campaigns/arrest-the-trafficker-ada/write');
  expect(await draftOf('arrest-the-trafficker-ada')).toMatchObject({
    petitions: [{ slug: expect.stringMatching(/^[a-z-]+-ada$/) }],
    council: { committees: [{ name: { en: 'Safety Committee', es: 'Comité de Seguridad' } }] },
  });
  expect(JSON.stringify(valueAt(await draftOf('arrest-the-trafficker-ada'), ['petitions']))).not.toMatch(
    /"slug":"[a-z-]*elm-county/,
  );
  const page = await owner.read('/organize/campaigns/arrest-the-trafficker-elm-county/write?lang=en');
  expect(page.replaceAll(/<[^>]+>/g, ' ')).toMatch(/texts name Charlotte, from where you took the campaign/);
  expect(page).toContain('what each line gets today is an example');
  const of = await send({ ...county, from: 'file', city: 'Ash County, Iowa' }, template);
  expect(of.status).toBe(303);
  const draft = await draftOf('arrest-the-trafficker-not-the-trafficked-ash-county');
  expect(valueAt(draft, ['city', 'time_zone'])).toBe('America/Chicago');
});

test('what is wrong is told beside its field, in Spanish too, and what was typed stays', async () => {
  const wrong = await send({
    ...answers,
    zips: '4500',
    committees: 'Safety',
    districts: '',
    city: 'X, Ohio',
  });
  const html = await wrong.text();
  expect(wrong.status).toBe(422);
  for (const field of ['zips', 'committees', 'districts']) expect(html).toContain(`href="#${field}"`);
  expect(html).toContain('value="X, Ohio"');
  const spanish = await owner.post('/organize/new-city?lang=es', { ...answers, committees: 'Safety' });
  expect(await spanish.text()).toContain('cada comité en su línea');
  const none = await send({ ...answers, from: 'file' });
  expect(await none.text()).toContain('Choose a file.');
  const child = await send(
    { ...answers, from: 'file' },
    { extends: { from: 'x', sha256: '0'.repeat(64) }, campaign: {} },
  );
  expect([child.status, await child.text()]).toEqual([422, expect.stringContaining('Choose the whole kit.')]);
  expect(html).toContain('ZIP codes there: Must be ZIP codes of five digits');
  const gone = await send({ ...answers, from: 'campaign nothing' });
  expect(await gone.text()).toContain('Choose what you start from.');
  const unfit = await send({ ...answers, from: 'file', city: 'Unfit, Ohio' }, { campaign: { title: 'A' } });
  expect([unfit.status, await unfit.text()]).toEqual([422, expect.stringContaining('id="problems"')]);
});

test('only who owns a campaign here starts another', async () => {
  expect((await editor.get('/organize/new-city')).status).toBe(403);
  expect((await send(answers, undefined, editor)).status).toBe(403);
  expect((await app.request('/organize/new-city')).status).toBe(303);
});
