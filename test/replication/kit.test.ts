import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { knownValue, runQuery } from '../../worker/platform/query.ts';
import { cityReadings } from '../../worker/replication/readings.ts';
import { sumOf } from '../../worker/replication/rules.ts';
import { neighborsQuery, rollupQuery } from '../../worker/replication/store.ts';
import { formatVerifierKey, verifierKey } from '../../worker/statements/rules/notes.ts';
import { aWednesday } from '../support/app.ts';
import { type AnyKit, type BrokenKit, problemsOf } from '../support/broken-kits.ts';
import { openKit } from '../support/kits.ts';
import { cityOfKit, kitOfState } from './kit-of-state.ts';

const durham = {
  slug: 'durham',
  name: { en: 'Durham', es: 'Durham' },
  address: 'https://petitions.durham.example',
};
const keyOf = (log: string) => formatVerifierKey(verifierKey(log, new Uint8Array(32)));
const charlotte = cityOfKit('charlotte', 'arrest-the-trafficker');
const asked = { now: aWednesday, publicUrl: 'https://here.example' };

function withNetwork(kit: AnyKit) {
  kit.network = [{ ...durham }];
  kit.rollup = { name: { en: 'North Carolina', es: 'Carolina del Norte' }, postal_code: 'NC' };
  kit.rollup_cities = [charlotte, cityOfKit('durham', 'durham-campaign', { deployment: 'durham' })];
}

const broken: BrokenKit[] = [
  [
    'an address with a path',
    ({ network }) => (network[0].address = 'https://durham.example/campaign'),
    'network[0].address: must be an https address without a path, such as https://petitions.example.org',
  ],
  [
    'an address that is not secure',
    ({ network }) => (network[0].address = 'http://durham.example'),
    'network[0].address: must be an https address without a path, such as https://petitions.example.org',
  ],
  [
    'one address twice',
    ({ network }) => network.push({ ...network[0], slug: 'other', address: `${durham.address}/` }),
    `network[1].address: ${durham.address} is used twice`,
  ],
  ...[
    ['in capitals', 'HTTPS://Petitions.Durham.Example'],
    ['with the standard port', `${durham.address}:443`],
    ['with a dot at the end of its name', `${durham.address}.`],
  ].map(
    ([how, address]): BrokenKit => [
      `one address twice, ${how}`,
      ({ network }) => network.push({ ...network[0], slug: 'other', address }),
      `network[1].address: ${durham.address} is used twice`,
    ],
  ),
  ...['0x7f000001', '2130706433', '127.1', '0177.0.0.1'].map(
    (host): BrokenKit => [
      `one address twice, as ${host}`,
      ({ network }) => {
        network[0].address = 'http://127.0.0.1:9';
        network.push({ ...network[0], slug: 'other', address: `https://${host}:9` });
      },
      'network[1].address: http://127.0.0.1:9 is used twice',
    ],
  ),
  [
    'an address that is longer than readers take',
    ({ network }) => (network[0].address = `https://${'a'.repeat(500)}.example`),
    'network[0].address: must be an https address without a path, such as https://petitions.example.org',
  ],
  [
    'the key of another site',
    ({ network }) => (network[0].key = keyOf('elsewhere.example/log')),
    'network[0].key: is not the key of this site: copy the line that its /log/key shows',
  ],
  [
    'a key that was altered',
    ({ network }) =>
      (network[0].key = keyOf('petitions.durham.example/log').replace(/[0-9a-f]{8}/, '00000000')),
    'network[0].key: is not the key of this site: copy the line that its /log/key shows',
  ],
  [
    'a deployment that it does not name',
    (kit) => (kit.rollup_cities[1] = { ...kit.rollup_cities[1], deployment: 'raleigh' }),
    'rollup_cities[1].deployment: is not a deployment of the network',
  ],
  [
    'one campaign as two cities',
    (kit) => (kit.rollup_cities[1] = { ...kit.rollup_cities[0], slug: 'twice' }),
    'rollup_cities[1].campaign: here/arrest-the-trafficker is used twice',
  ],
  ['a roll-up without a city', (kit) => (kit.rollup_cities = []), 'rollup: needs a city'],
  ['cities without a roll-up', (kit) => delete kit.rollup, 'rollup: is missing: the cities belong to it'],
  [
    'a committee that is not there',
    (kit) => (kit.rollup.committee = 'senate'),
    'rollup.committee: is not a committee of this council',
  ],
  ...[
    [80.84, 35.23, 'longitude: must be at most -75'],
    [-80.84, 53.23, 'latitude: must be at most 37'],
    [-86.1, 35.23, 'longitude: must be at least -85'],
    [35.23, -80.84, 'latitude: must be at least 33'],
  ].map(
    ([longitude, latitude, problem]): BrokenKit => [
      `a dot at ${longitude}, ${latitude}, outside of the state`,
      (kit) => Object.assign(kit.rollup_cities[1], { longitude, latitude }),
      `rollup_cities[1].${problem}`,
    ],
  ),
  [
    'a postal code of no state or territory',
    (kit) => (kit.rollup.postal_code = 'XX'),
    'rollup.postal_code: must be one of AK, AL, AR, AS, AZ, CA, CO, CT, DC, DE, FL, GA, GU, HI, IA, ID, IL, IN, KS, KY, LA, MA, MD, ME, MI, MN, MO, MP, MS, MT, NC, ND, NE, NH, NJ, NM, NV, NY, OH, OK, OR, PA, PR, RI, SC, SD, TN, TX, UT, VA, VI, VT, WA, WI, WV, WY',
  ],
  [
    'a key of another form',
    ({ network }) => (network[0].key = 'abc'),
    'network[0].key: must be the line that its /log/key shows',
  ],
  [
    'a neighbor that is called as this site is',
    ({ network }) => (network[0].slug = 'here'),
    'network[0].slug: has a meaning of its own',
  ],
];

test.each(broken)('a kit with %s is refused, and the refusal says where', (_what, breakIt, problem) => {
  const problems = problemsOf((kit) => {
    withNetwork(kit);
    breakIt(kit);
  });
  expect(problems).toContain(problem);
});

test('a kit with a network and a roll-up is taken', () => {
  expect(problemsOf(withNetwork)).toEqual([]);
  const withKey = (kit: AnyKit) => {
    withNetwork(kit);
    kit.network[0] = {
      ...durham,
      address: `${durham.address}./`,
      key: keyOf('petitions.durham.example/log'),
    };
  };
  expect(problemsOf(withKey)).toEqual([]);
});

test('the network and the cities are stored, and nothing is known of a city that was not read', async () => {
  const kit = kitOfState({
    network: [durham],
    cities: [charlotte, cityOfKit('durham', 'durham-campaign', { deployment: 'durham' })],
    committee: 'safety',
  });
  expect(await openKit(env.DB, kit, aWednesday)).toMatchObject({ ok: true });
  const campaign = { sql: 'SELECT id FROM campaigns WHERE slug = ?', value: kit.campaign.slug };
  expect(await runQuery(env.DB, rollupQuery(env.DB, campaign))).toMatchObject({
    postalCode: 'NC',
    committee: 'safety',
  });
  expect(await runQuery(env.DB, neighborsQuery(env.DB, campaign))).toMatchObject([
    { slug: 'durham', address: durham.address, key: null },
  ]);
  const id = await env.DB.prepare(campaign.sql).bind(campaign.value).first<number>('id');
  const readings = await cityReadings(env.DB, id ?? 0, asked);
  expect(sumOf(readings)).toEqual({ cities: 0, signatures: 0, answers: 0, trained: 0 });
  expect(readings).toMatchObject([
    { slug: 'charlotte', address: '', state: 'unread', counts: false, signatures: 0 },
    { slug: 'durham', address: durham.address, state: 'unread', population: 300_000 },
  ]);
  expect(await runQuery(env.DB, rollupQuery(env.DB, knownValue(-1)))).toBeNull();
});
