import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { openKit } from '../../worker/kits/open.ts';
import { checkKit } from '../../worker/kits/parse.ts';
import { features } from '../../worker/main/features.ts';
import { createHouse } from '../../worker/main/house.ts';
import { signedAs } from '../signatures/support.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { smallKit } from '../support/factories.ts';
import { pledges, pledgesTable } from './pledges.tsx';

/** The only line that a new feature needs. */
const house = createHouse([...features, pledges]);

const both = (text: string) => ({ en: text, es: `${text} (es)` });
const { db, app, kit } = given();

function given() {
  const small = smallKit();
  const committee = small.council.committees[0]?.slug ?? '';
  const pledge = { slug: 'hotel-staff', committee, title: both('Hotels train their staff') };
  return { db: env.DB, app: testApp({}, { house }), kit: { ...small, pledges: [pledge] } };
}

const petition = kit.petitions[0]?.slug ?? '';
const campaign = kit.campaign.slug;
const pledgeRow = () => db.prepare('SELECT * FROM pledges').first<Record<string, unknown>>();
const pageAt = async (path: string) => (await app.request(path)).text();

beforeAll(async () => {
  await db.prepare(pledgesTable).run();
  const opened = await openKit(db, kit, { sections: await house.kitSections(), now: aWednesday });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  expect(opened.value.changes).toContain('pledge hotel-staff added');
});

test('its part of a kit is checked with the rest, and refused where nobody knows it', async () => {
  const wrong = { ...kit, pledges: [{ slug: 'hotel-staff' }] };
  expect(checkKit(wrong, await house.kitSections())).toMatchObject({
    error: expect.arrayContaining([{ path: 'pledges[0].title', message: 'is missing' }]),
  });
  expect(checkKit(kit, await createHouse(features).kitSections())).toMatchObject({
    error: [{ path: 'pledges', message: 'is not a key of a kit' }],
  });
});

test('its route answers, and it is in the description of the API', async () => {
  expect(await pageAt('/pledges/hotel-staff')).toContain('Hotels train their staff');
  expect(house.apiDocument('https://example.org').paths).toHaveProperty('/api/v1/pledges/{pledge}');
  expect(await (await app.request('/openapi.json')).json()).toHaveProperty([
    'paths',
    '/api/v1/pledges/{pledge}',
  ]);
});

test('its write is committed by the intake, its mail is sent, and a bounce is told to it', async () => {
  const form = { email: 'inn@pledges.example' };
  expect(await (await app.post('/pledges/hotel-staff/promises', form)).json()).toMatchObject({
    state: 'promised',
  });
  expect(await pledgeRow()).toMatchObject({ promised: 1 });
  expect(await app.mailTo('inn@pledges.example')).toMatchObject([{ subject: 'Thank you' }]);
  await house.mailBounced(app.deps, { ref: 'hotel-staff', kind: 'pledge-thanks' }, aWednesday);
  expect(await pledgeRow()).toMatchObject({ thanked: null });
});

test('it is told in the transaction in which a signature starts and stops counting', async () => {
  const ana = { given_name: 'Ana', family_name: 'Lopez', email: 'ana@pledges.example', zip: '28202' };
  const { mine, confirm } = await signedAs(app, petition, ana);
  expect(await pageAt(confirm)).toContain('Ana counts beside 1 pledges');
  expect((await app.post(confirm, {})).status).toBe(303);
  expect(await pledgeRow()).toMatchObject({ signers: 1 });
  const supporterPage = await pageAt(mine);
  expect(supporterPage).toContain('Pledges around you: 1');
  expect(await (await app.request(`${mine}/data.json`)).json()).toMatchObject({ pledges: 1 });
  await app.post(`${mine}/withdraw`, {});
  expect(await pledgeRow()).toMatchObject({ signers: 0, erased: 0 });
  await app.post(`${mine}/erase`, {});
  expect(await pledgeRow()).toMatchObject({ signers: 0, erased: 1 });
});

test('it stands on the campaign’s page and in its JSON', async () => {
  expect(await pageAt(`/campaigns/${campaign}`)).toContain('Hotels train their staff');
  expect(await pageAt(`/campaigns/${campaign}?lang=es`)).toContain('Hotels train their staff (es)');
  expect(await (await app.request(`/api/v1/campaigns/${campaign}`)).json()).toMatchObject({
    pledges: ['hotel-staff'],
  });
});

test('the campaign’s privacy page says what it keeps', async () => {
  expect(await pageAt(`/campaigns/${campaign}/privacy`)).toContain(
    'The address of a business that promises: hotel-staff.',
  );
});

test('its scheduled work runs and it forgets in time, and health tells of it until then', async () => {
  await app.post('/pledges/hotel-staff/promises', { email: 'inn@pledges.example' });
  expect(await (await app.request('/health')).json()).toMatchObject({
    degraded: ['1 pledges are not announced'],
  });
  await app.cron('2026-11-25T15:15:00Z');
  const at = Date.parse('2026-11-25T15:15:00Z');
  expect(await pledgeRow()).toMatchObject({ announced_at: at, thanked: null });
  expect(await (await app.request('/health')).json()).toMatchObject({ degraded: [] });
});

test('the committee reads of it in its digest, on the staff page and in the downloads', async () => {
  await app.cron('2026-11-30T18:00:00Z');
  const committee = kit.council.committees[0]?.contact_email ?? '';
  const [mail] = await app.mailTo(committee);
  expect(mail?.text).toContain('2 promised: Hotels train their staff');
  expect(mail?.html).toContain('2 promised: Hotels train their staff');
  const staffPage = new URL(mail?.links.find((link) => link.includes('/tallies/')) ?? '').pathname;
  expect(await pageAt(staffPage)).toContain('2 promised: Hotels train their staff');
  const row = '2026-W48,2026-11-29,pledge,hotel-staff,Hotels train their staff,open,total,total,,no,2,0,';
  expect(await pageAt(`${staffPage}.csv`)).toContain(row);
  expect(await (await app.request(`${staffPage}.json`)).json()).toMatchObject({
    pledges_now: [{ slug: 'hotel-staff', promised: 2 }],
  });
});
