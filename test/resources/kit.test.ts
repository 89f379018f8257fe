import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { kitWithServices, someService, tells } from './support.ts';

const secret = 'must not be there: where a shelter stands stays secret';
const role = 'must be a role or an organization, without a mail address, a link or a telephone number';
const noPhone =
  'cannot be a phone number: write the area code and seven digits, or a short number such as 988';

/** The safe house of the Charlotte kit. */
const shelter = 1;
const broken: BrokenKit[] = [
  [
    'an address of a shelter',
    ({ services }) => (services[shelter].address = { line: '1 Main', city: 'A', state: 'NC', zip: '28202' }),
    `services[1].address: ${secret}`,
  ],
  [
    'coordinates of a shelter',
    ({ services }) => (services[shelter].coordinates = { latitude: 35.2, longitude: -80.8 }),
    `services[1].coordinates: ${secret}`,
  ],
  [
    'a map link of a shelter',
    ({ services }) => (services[shelter].map_link = 'https://maps.app.goo.gl/x'),
    `services[1].map_link: ${secret}`,
  ],
  [
    'a map for the website of a shelter',
    ({ services }) => (services[shelter].site = 'https://www.google.com/maps/place/x'),
    `services[1].site: ${tells('link', 'www.google.com')}`,
  ],
  [
    'a street in the text of a shelter',
    ({ services }) => (services[shelter].offers.en = 'Ring at 1200 East Trade Street.'),
    `services[1].offers.en: ${tells('words', 'Street')}`,
  ],
  [
    'a Spanish street in the text of a shelter',
    ({ services }) => (services[shelter].offers.es = 'Toque en la calle Los Olivos 12.'),
    `services[1].offers.es: ${tells('words', 'calle')}`,
  ],
  [
    'a short word for a street in the text of a shelter',
    ({ services }) => (services[shelter].offers.en = 'Ring at 1200 East Trade St.'),
    `services[1].offers.en: ${tells('words', 'St')}`,
  ],
  [
    'a street in the website of a shelter',
    ({ services }) => (services[shelter].site = 'https://example.org/?q=1200%20East%20Trade%20St'),
    `services[1].site: ${tells('words', 'St')}`,
  ],
  [
    'a street in the website of a shelter, with plus signs',
    ({ services }) => (services[shelter].site = 'https://example.org/?q=1200+East+Trade+St'),
    `services[1].site: ${tells('words', 'St')}`,
  ],
  [
    'a street in the text of a shelter with letters that nobody sees',
    ({ services }) => (services[shelter].alert = { en: '12\u200b00 East Tra\u00adde St', es: 'Lleno' }),
    `services[1].alert.en: ${tells('words', 'St')}`,
  ],
  [
    'a house with a letter in the text of a shelter',
    ({ services }) => (services[shelter].offers.en = 'Ring at 1200B, East Trade Street.'),
    `services[1].offers.en: ${tells('words', 'Street')}`,
  ],
  [
    'a code of a place in the text of a shelter',
    ({ services }) => (services[shelter].area.en = 'Near 867X62G8+V2'),
    `services[1].area.en: ${tells('number', '867')}`,
  ],
  [
    'degrees in the text of a shelter',
    ({ services }) => (services[shelter].area.en = '35°13′37″ N 80°50′35″ W'),
    `services[1].area.en: ${tells('number', '35°13′37′′')}`,
  ],
  [
    'Spanish coordinates in the text of a shelter',
    ({ services }) => (services[shelter].area.es = '35,2271; -80,8431'),
    `services[1].area.es: ${tells('number', '35,2271; -80,8431')}`,
  ],
  [
    'coordinates in the text of a shelter',
    ({ services }) => (services[shelter].area.en = '35.2271, -80.8431'),
    `services[1].area.en: ${tells('number', '35.2271, -80.8431')}`,
  ],
  [
    'a number that cannot be one',
    ({ services }) => (services[0].phones[0].number = '704-155-0100'),
    `services[0].phones[0].number: ${noPhone}`,
  ],
  [
    'a number of letters',
    ({ services }) => (services[0].phones[0].number = '1-800-HELP'),
    `services[0].phones[0].number: ${noPhone}`,
  ],
  [
    'no way to reach a service',
    ({ services }) => (services[4].phones = []),
    'services[4].phones: is missing: give a phone number, or a web address in site',
  ],
  [
    'a person’s contact where a role belongs',
    ({ services }) => (services[2].checked_by.en = 'Ana Ruiz, ana.ruiz@example.org, 704-555-0199'),
    `services[2].checked_by.en: ${role}`,
  ],
  [
    'a telephone number where a role belongs',
    ({ services }) => (services[2].checked_by.es = 'Ana, 704 555 01 99'),
    `services[2].checked_by.es: ${role}`,
  ],
  [
    'a link where an organization belongs',
    ({ services }) => (services[2].organization.en = 'Ana, https://example.org/ana'),
    `services[2].organization.en: ${role}`,
  ],
  [
    'two services of one name',
    ({ services }) => (services[3].slug = services[0].slug),
    'services[3].slug: national-hotline is used twice',
  ],
  [
    'a key that no service has',
    ({ services }) => (services[0].contact = 'Ana'),
    'services[0].contact: is not a key of a kit',
  ],
];

const brokenReferrals: BrokenKit[] = [
  [
    'a text message too long',
    ({ referral }) => (referral.message.en = 'a'.repeat(161)),
    'referral.message.en: must not be longer than 160 characters',
  ],
  [
    'a text message of 71 characters that a phone sends in two',
    ({ referral }) => (referral.message.es = `día ${'a'.repeat(67)}`),
    'referral.message.es: must fit into one message: with letters such as á, í, ó and ú it has 70 characters, without them 160',
  ],
  [
    'a step that names no service of the kit',
    ({ referral }) => (referral.minor.services = ['nobody']),
    'referral.minor.services[0]: is not a service of this kit',
  ],
  [
    'a person’s contact as its reviewer',
    ({ referral }) => {
      referral.reviewed_on = '2026-10-05';
      referral.reviewed_by = { en: 'A lawyer', es: 'ana@example.org' };
    },
    `referral.reviewed_by.es: ${role}`,
  ],
  [
    'a person in a step',
    ({ referral }) => (referral.danger.person = 'Ana'),
    'referral.danger.person: is not a key of a kit',
  ],
];

const brokenAssets: BrokenKit[] = [
  [
    'the district of a person',
    ({ assets }) => (assets[0].district = '1'),
    'assets[0].district: must not be there: it could tell where somebody lives',
  ],
  [
    'a phase that there is not',
    ({ assets }) => (assets[0].phase = 'x'),
    'assets[0].phase: is not a phase of this campaign',
  ],
  [
    'a partner that there is not',
    ({ assets }) => (assets[0].partner = 'x'),
    'assets[0].partner: is not a partner of this campaign',
  ],
  [
    'a district that there is not',
    ({ assets }) => (assets[1].district = '9'),
    'assets[1].district: is not a district of this city',
  ],
];

test.each([...broken, ...brokenReferrals, ...brokenAssets])(
  'a kit with %s is refused, and the refusal says where',
  (_what, breakIt, problem) => {
    expect(problemsOf(breakIt)).toEqual([problem]);
  },
);

test('a shelter with a broken address is told to take it out, beside what else is wrong', () => {
  const problems = problemsOf(({ services }) => (services[shelter].address = { line: '1 Main' }));
  expect(problems).toContain(`services[1].address: ${secret}`);
});

test('a check in the future is refused on the day before, by the city’s calendar, and not on the day', async () => {
  const kit = kitWithServices([someService({ checked_on: '2026-11-26' })]);
  const problem = 'is in the future: write the day on which somebody checked';
  const refused = { ok: false, error: [{ path: 'services[0].checked_on', message: problem }] };
  expect(await openKit(env.DB, kit, new Date('2026-11-26T04:59:00Z'))).toEqual(refused);
  expect((await openKit(env.DB, kit, new Date('2026-11-26T05:01:00Z'))).ok).toBe(true);
});

test('a kit without services has no such page, no link and no part of the JSON', async () => {
  const kit = kitWithServices([]);
  expect((await openKit(env.DB, kit, aWednesday)).ok).toBe(true);
  const app = testApp();
  const path = `/campaigns/${kit.campaign.slug}`;
  expect((await app.request(`${path}/resources`)).status).toBe(404);
  expect(await (await app.request(path)).text()).not.toContain('/resources');
  expect(await (await app.request(`/api/v1${path}`)).json()).toMatchObject({
    resources: { services: null, steps: null, assets: null },
  });
  expect(await (await app.request('/sitemap.xml')).text()).not.toContain(`${path}/resources`);
});

test('what is taken out of a kit is gone, and the export gives back the file', async () => {
  const kit = kitWithServices([someService({ slug: 'one' }), someService({ slug: 'two' })]);
  expect(await openKit(env.DB, kit, aWednesday)).toMatchObject({ ok: true });
  const fewer = { ...kit, services: kit.services.slice(1) };
  const opened = await openKit(env.DB, fewer, aWednesday);
  expect(opened).toMatchObject({ ok: true, value: { changes: ['service one removed'], kept: [] } });
  const id = await findCampaignBySlug(env.DB, kit.campaign.slug);
  expect((await readAsItStands(env.DB, id ?? 0, await shippedHouse.kitSections()))?.json).toEqual(fewer);
  const { results } = await env.DB.prepare('SELECT slug FROM service_checks WHERE campaign_id = ?')
    .bind(id)
    .all();
  expect(results).toEqual([{ slug: 'two' }]);
});

test('in Charlotte all but the national hotline is marked as an example', () => {
  const others = charlotte.services.filter(({ slug }) => slug !== 'national-hotline');
  expect(others.length).toBeGreaterThan(4);
  for (const one of others) {
    expect(one).toMatchObject({ example: true });
    for (const { number } of one.phones) expect(number).toMatch(/555.?0\d/);
    if (one.site) expect(one.site).toMatch(/\.example\.org$/);
  }
});
