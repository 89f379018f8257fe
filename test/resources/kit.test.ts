import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { readAsItStands } from '../../worker/kits/as-it-stands.ts';
import { findCampaignBySlug } from '../../worker/kits/version-store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { aWednesday, testApp } from '../support/app.ts';
import { type AnyKit, type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import charlotte from '../support/charlotte.json';
import { openKit } from '../support/kits.ts';
import { both, kitWithServices, someService } from './support.ts';

const secret = 'must not be there: where a shelter stands stays secret';
const tells = (what: string, text: string) =>
  `may tell where a shelter stands: take out the ${what} “${text}”`;
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

/** What an attacker wrote, and what a hurried organizer may write. */
test.each([
  ['A bed. 12 Elm, Charlotte NC 28202, corner of Trade and Tryon.', 'words', 'corner of'],
  ['A bed. https://yandex.com/maps/?ll=-80.84,35.22', 'link', 'https://yandex.com/maps/?ll=-80.84,35.22'],
  ['See wego.here.com/x', 'link', 'wego.here.com/x'],
  ['One Trade Street', 'words', 'Street'],
  ['One Trade, ring twice', 'words', 'One Trade'],
  ['doce Elm', 'words', 'doce Elm'],
  ['1200 E 7th', 'number', '1200'],
  ['1200 Broadway', 'number', '1200'],
  ['1 2 0 0 Broadway', 'number', '1 2 0 0'],
  ['１２００ Broadway', 'number', '1200'],
  ['١٢٠٠ Broadway', 'number', '١٢٠٠'],
  ['Trade Street 1200', 'words', 'Street'],
  ['T r a d e  S t r e e t', 'words', 'T r a d e S t r e e t'],
  ['Trade St., second house', 'words', 'St'],
  ['Calle Ocho', 'words', 'Calle'],
  ['En la esquina de Trade y Tryon', 'words', 'esquina'],
  ['35.22, -80.84', 'number', '35.22, -80.84'],
  ['N 35 13.626 W 80 50.586', 'number', '35 13.626'],
  ['PO Box 12', 'words', 'PO Box'],
  ['P.O. Box twelve', 'words', 'P.O. Box'],
  ['Apartado postal', 'words', 'Apartado'],
  ['Behind the bus station', 'words', 'Behind the'],
  ['///filled.count.soap', 'link', '///filled.count.soap'],
  ['Write to door@example.org', 'link', 'door@example.org'],
])('no text of a shelter holds a place: %s', (text, what, found) => {
  for (const field of ['name', 'offers', 'police_note', 'cost', 'hours', 'area', 'alert', 'checked_by']) {
    const wrong = problemsOf(({ services }) => (services[shelter][field] = { en: 'Quiet', es: text }));
    expect(wrong).toContain(`services[1].${field}.es: ${tells(what, found)}`);
  }
  const named = problemsOf(({ services }) => (services[shelter].phones[0].name = { en: text, es: 'Casa' }));
  expect(named).toContain(`services[1].phones[0].name.en: ${tells(what, found)}`);
});

test.each([
  ['https://wego.here.com/x', 'link', 'wego.here.com'],
  ['https://www.google.com/search?q=1200+Trade', 'link', 'www.google.com'],
  ['https://yandex.com/maps/', 'link', 'yandex.com'],
  ['https://maps.example.org/', 'link', 'maps.example.org'],
  ['https://maps.app.goo.gl/x', 'link', 'maps.app.goo.gl'],
  ['https://bit.ly/x', 'link', 'bit.ly'],
  ['https://example.org/1200-trade', 'number', '1200'],
  ['https://example.org/trade-street', 'words', 'street'],
  ['https://example.org/?house=elm', 'link', '?house=elm'],
])('the website of a shelter leads to no place: %s', (site, what, found) => {
  expect(problemsOf(({ services }) => (services[shelter].site = site))).toEqual([
    `services[1].site: ${tells(what, found)}`,
  ]);
});

test.each([
  'Open 24/7. A room for up to 90 days, for people 18 and older.',
  'Abierto las 24 horas. Una habitación hasta por 90 días, mayores de 18 años.',
  'Monday to Friday, 9 am to 5:30 p.m. With St. Vincent’s and Dr. Ruiz of the court.',
  'A safe place in Charlotte, and the way to it when you call.',
])('a text without a place stays one: %s', (text) => {
  expect(problemsOf(({ services }) => (services[shelter].offers = { en: text, es: text }))).toEqual([]);
});

const unmarked = (spoken: string, what: string) =>
  `tells a place, and the entry speaks of “${spoken}”: mark it as a shelter, or take out ${what}`;

test.each([
  ['A shelter at 1200 Trade Street', 'shelter', '“Street”'],
  ['A safe house, ring at 1200 Trade', 'safe house', '“1200”'],
  ['Un refugio en la calle Ocho', 'refugio', '“calle”'],
  ['Casa segura en la esquina de Trade', 'Casa segura', '“esquina”'],
  ['Un albergue: https://yandex.com/maps/?ll=1', 'albergue', '“https://yandex.com/maps/?ll=1”'],
])('what reads as a shelter and is not marked as one holds no place either: %s', (text, spoken, what) => {
  const wrong = problemsOf(({ services }) => (services[2].offers = { en: text, es: 'Ayuda' }));
  expect(wrong).toContain(`services[2].offers.en: ${unmarked(spoken, what)}`);
});

test('what reads as a shelter has no address, but telephones and a website', () => {
  const offers = { en: 'Finds you a shelter.', es: 'Le encuentra un refugio.' };
  const address = { line: '1 Main', city: 'A', state: 'NC', zip: '28202' };
  expect(problemsOf(({ services }) => Object.assign(services[2], { offers, address }))).toEqual([
    `services[2].address: ${unmarked('shelter', 'the place')}`,
  ]);
  const hours = { en: 'Call 211 at any hour', es: 'Llame al 211' };
  const site = 'https://211.example.org';
  const withoutPlace = ({ services }: AnyKit) => {
    delete services[2].address;
    delete services[2].coordinates;
    delete services[2].map_link;
    Object.assign(services[2], { offers, hours, site });
  };
  expect(problemsOf(withoutPlace)).toEqual([]);
});

test('a kit with the place of a shelter is not opened', async () => {
  const kit = kitWithServices([someService({ needs: ['shelter'], offers: both('1200 Broadway') })]);
  const refused = await openKit(env.DB, kit, aWednesday);
  expect(refused).toEqual({
    ok: false,
    error: ['en', 'es'].map((language) => {
      return { path: `services[0].offers.${language}`, message: tells('number', '1200') };
    }),
  });
});

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
