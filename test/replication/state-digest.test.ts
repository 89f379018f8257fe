import { env } from 'cloudflare:workers';
import { beforeEach, expect, test } from 'vitest';
import { makeDueDigests } from '../../worker/digests/make-digests.ts';
import { sha256 } from '../../worker/platform/crypto/bytes.ts';
import type { Statement } from '../../worker/statements/rules/statement.ts';
import { verifyTexts } from '../../worker/verify/check.ts';
import { verifySite } from '../../worker/verify/site.ts';
import { digestMaking } from '../digests/stored.ts';
import { testApp } from '../support/app.ts';
import { stopEarlierDigests } from '../support/factories.ts';
import { signAndConfirm } from '../support/people.ts';
import { openState, type ReadCity, storeReading } from './state-support.ts';

const db = env.DB;
const app = testApp();
beforeEach(() => stopEarlierDigests(db));

const monday = (n: number) => new Date(Date.UTC(2026, 10, 23 + 7 * n, 13));

const cities: ReadCity[] = [
  {
    name: 'Charlotte',
    statements: [
      { n: 1200, trained: 31 },
      { kind: 'survey', n: 88, trained: 31 },
    ],
  },
  { name: 'Durham', statements: [{ n: 70 }], reason: 'rewritten' },
  { name: 'Raleigh', statements: [{ n: 300, trained: 2 }] },
];

async function opened(given = cities, more: object = {}) {
  app.setNow(monday(0));
  const state = await openState(db, given, { now: monday(0), committee: 'safety', ...more });
  const { kit, slug, path } = state;
  const [committee] = kit.council.committees as { contact_email: string }[];
  const [petition] = kit.petitions as { slug: string }[];
  const makeDigest = async (n: number) => {
    app.setNow(monday(n));
    expect((await makeDueDigests(digestMaking(), monday(n))).made).toBe(1);
  };
  return {
    ...{ slug, path, petition: petition!.slug, makeDigest },
    mail: async () => (await app.mailTo(committee!.contact_email))[0]!,
    page: async () => wordsOf(await (await app.request(path)).text()),
    statement: async (week: string): Promise<Statement> =>
      (await app.request(`/statements/${petition!.slug}/${week}.json`)).json(),
  };
}

const rewritten = 'Its log of statements was rewritten: what was read before is no longer its beginning.';
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const get = async (path: string) => {
  const answer = await app.request(path);
  return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
};

test('the committee of the state is told the sum of the page by mail, with what is missing and why', async () => {
  const { makeDigest, mail, page, path } = await opened();
  const shown = await page();
  await makeDigest(1);
  const { html, text } = await mail();
  expect(shown).toContain('1,500 signatures in 2 of 3 cities');
  expect(text).toContain('1,500 signatures in 2 of 3 cities of North Carolina.');
  expect(wordsOf(text)).toContain('88 survey answers and 33 finished trainings.');
  const reason = rewritten;
  for (const one of [shown, wordsOf(text), wordsOf(html)]) {
    expect(one).toContain(reason);
    expect(one).toContain('Durham has been out of the sum since Tuesday, November 24, 2026.');
  }
  expect(text).toMatch(/Charlotte, Nov 22 +1,200\n/);
  // What is not in the sum stands after it, with the reason.
  expect(wordsOf(text)).toMatch(
    /Charlotte, Nov 22 1,200 Raleigh, Nov 22 300 -+ Sum 1,500 What is late or missing, and why - Durham /,
  );
  const after = `${reason} Its last number: 70 signatures, week to Nov 22.`;
  for (const one of [text, html]) expect(wordsOf(one)).toContain(after);
  expect(wordsOf(text)).toContain('the same person may stand in two');
  expect(html).toContain(`${path}"`);
});

test('its statement names each statement that is added up, by city, week and hash, and its sums are checked', async () => {
  const { makeDigest, petition, statement } = await opened();
  await makeDigest(1);
  const { rollup } = await statement('2026-W48');
  expect(rollup).toMatchObject({
    ...{ state: 'NC', signatures: 1500, answers: 88, trained: 33 },
    left_out: [{ city: 'durham', reason: 'rewritten' }],
    cities: [
      {
        ...{ city: 'charlotte', signatures: 1200, answers: 88, trained: 31, population: 100_000 },
        statements: [
          {
            log: 'charlotte.example.org/log',
            action: 'petition-0',
            kind: 'petition',
            week: '2026-W47',
            n: 1200,
          },
          { action: 'survey-1', kind: 'survey', n: 88 },
        ],
      },
      { city: 'raleigh', signatures: 300 },
    ],
  });
  const kept = await db
    .prepare('SELECT leaf FROM city_statements WHERE n = 1200 ORDER BY log_id DESC LIMIT 1')
    .first<string>('leaf');
  expect(rollup?.cities[0]?.statements[0]?.leaf).toBe(kept);

  const read = async (file: string) => (await app.request(`/statements/${petition}/2026-W48.${file}`)).text();
  const [entry, proof, keys] = [
    await read('json'),
    await read('tlog-proof'),
    await (await app.request('/log/keys')).text(),
  ];
  const report = await verifyTexts([entry, proof], keys);
  expect(report.outcome).toBe('holds');
  expect(report.findings).toContainEqual({
    ...{ state: 'said', code: 'rollup' },
    values: { statements: 3, cities: 2, signatures: 1500, answers: 88, trained: 33 },
  });
  for (const [from, to] of [
    ['"signatures":1500', '"signatures":1501'],
    ['"signatures":300', '"signatures":299'],
    ['"trained":33', '"trained":34'],
    ['"population":100000', '"population":1199'],
  ] as const) {
    const changed = await verifyTexts([entry.replace(from, to)], keys);
    expect(changed.findings.map(({ code }) => code)).toContain('wrong-sums');
  }
  const html = await (await app.request(`/statements/${petition}/2026-W48`)).text();
  const shown = wordsOf(html);
  expect(shown).toContain('Charlotte 1,200 Raleigh 300 Sum 1,500');
  expect(shown).toContain('Not added: Durham. The JSON file says why');
  expect(shown).toContain(`Statement of Charlotte: petition-0, 2026-W47 ${kept}`);
  expect(html).toContain(
    `<a href="https://charlotte.example.org/statements/petition-0/2026-W47"><code>${kept}</code></a>`,
  );
  const site = await verifySite(get, { keys: null, remembered: null });
  expect(site.problems).toEqual([]);
  expect(site.notes).toContain(
    'Statements of the log raleigh.example.org/log are added up here. Check them on its own site.',
  );
});

test('what was told stays as it was told, and the next digest says what changed since', async () => {
  const { makeDigest, mail, slug, page } = await opened();
  await makeDigest(1);
  await storeReading(db, slug, { name: 'Raleigh', statements: [{ n: 450, week: '2026-W48' }] });
  expect(await page()).toContain('1,650 signatures in 2 of 3 cities');
  expect((await mail()).text).toContain('1,500 signatures in 2 of 3 cities');
  await makeDigest(2);
  const { text } = await mail();
  expect(wordsOf(text)).toContain(
    '1,650 signatures in 2 of 3 cities of North Carolina. - Since the last mail: +150.',
  );
  await storeReading(db, slug, {
    name: 'Raleigh',
    statements: [{ n: 450, week: '2026-W48' }],
    reason: 'equivocates',
  });
  await makeDigest(3);
  expect(wordsOf((await mail()).text)).toContain(
    '1,200 signatures in 1 of 3 cities of North Carolina. - Since the last mail: −450.',
  );
});

test('each mail has the sum as its subject, and begins with it, whatever changed', async () => {
  const { makeDigest, mail, slug, petition } = await opened();
  const subjects: string[] = [];
  const beginsWithTheSum = async (sum: string) => {
    const { subject, html, text } = await mail();
    subjects.push(subject);
    for (const one of [text, wordsOf(html)]) {
      expect(one.indexOf(sum)).toBeGreaterThan(-1);
      expect(one.indexOf(sum)).toBeLessThan(one.indexOf('A small petition'));
    }
    return { html, text: wordsOf(text) };
  };
  await makeDigest(1);
  await beginsWithTheSum('1,500');
  // Nothing changed, then only the sum, then only the own petition, whose threshold is news.
  await makeDigest(2);
  await beginsWithTheSum('1,500');
  await storeReading(db, slug, { name: 'Raleigh', statements: [{ n: 450, week: '2026-W48' }] });
  await makeDigest(3);
  await beginsWithTheSum('1,650');
  for (const name of ['ana', 'ben', 'cleo']) {
    const person = { given_name: name, family_name: name, email: `${name}@${slug}.example` };
    await signAndConfirm(app, petition, person);
  }
  await makeDigest(4);
  const { text } = await beginsWithTheSum('1,650');
  expect(text).toContain('3 verified signatures');
  const campaign = '“A small campaign”: ';
  expect(subjects).toEqual([
    `${campaign}1,500 signatures in 2 of 3 cities of North Carolina (+1,500)`,
    `${campaign}1,500 signatures in 2 of 3 cities of North Carolina (no change)`,
    `${campaign}1,650 signatures in 2 of 3 cities of North Carolina (+150)`,
    `${campaign}1,650 signatures in 2 of 3 cities of North Carolina (no change)`,
  ]);
});

test('cities whose statement of the week was not read yet are named as a week behind', async () => {
  const { makeDigest, mail, slug } = await opened();
  await storeReading(db, slug, { name: 'Raleigh', statements: [{ n: 450, week: '2026-W48' }] });
  await makeDigest(1);
  expect(wordsOf((await mail()).text)).toContain(
    'Not yet with this week: Charlotte. A city signs its statement',
  );
});

test('a committee that the roll-up does not name is told nothing of it, and neither is its statement', async () => {
  app.setNow(monday(0));
  const { kit, slug } = await openState(db, cities, { now: monday(0) });
  app.setNow(monday(1));
  await makeDueDigests(digestMaking(), monday(1));
  const [committee] = kit.council.committees as { contact_email: string }[];
  const [{ text } = { text: '' }] = await app.mailTo(committee!.contact_email);
  expect(text).not.toContain('All cities');
  const [petition] = kit.petitions as { slug: string }[];
  const told: Statement = await (await app.request(`/statements/${petition!.slug}/2026-W48.json`)).json();
  expect(told.rollup).toBeUndefined();
  expect(slug).not.toBe('');
});

test('before a city is read the digest says so, in both languages', async () => {
  const { makeDigest, mail, page } = await opened([{ name: 'Charlotte' }]);
  expect(await page()).toContain('Nothing has been added up yet.');
  await makeDigest(1);
  const { text } = await mail();
  expect(text).toContain('No city of North Carolina has a checked statement yet.');
  expect(text).toContain('Charlotte has not been read yet.');
});

test('the staff page and its downloads have the same figures', async () => {
  const { makeDigest, mail } = await opened();
  await makeDigest(1);
  const [staff = ''] = /\/tallies\/[\w.~-]+/.exec((await mail()).html) ?? [];
  const read = async (query: string) => wordsOf(await (await app.request(staff + query)).text());
  const words = await read('');
  expect(words).toContain('1,500 signatures in 2 of 3 cities of North Carolina Beside them 88');
  expect(words).toMatch(/Sum 1,500 What is late or missing, and why Durham .* Its last number: 70/);
  // The sum stands before the petition of the state's own.
  expect(words.indexOf('All cities of North Carolina together')).toBeLessThan(words.indexOf('Nobody has'));
  expect(words).toContain('Durham has been out of the sum since');
  expect(await read('?lang=es')).toContain('1,500 firmas en 2 de 3 ciudades de North Carolina (es) ');
  const json = await (await app.request(`${staff}.json`)).text();
  expect(JSON.parse(json)).toMatchObject({
    rollup_now: [{ cities: 2, signatures: 1500, answers: 88, trained: 33 }],
  });
  expect(json).toContain('"by_city":[{"city":"charlotte"');
  const csv = await (await app.request(`${staff}.csv`)).text();
  expect(csv).toMatch(/2026-W48,2026-11-29,rollup,[^\n]*1500/);
});

const many = (count: number, actions: number): ReadCity[] =>
  Array.from({ length: count }, (_, i) => ({
    name: `${'a'.repeat(50)} ${i}`,
    // A kit may name a hundred sites.
    ...(i >= 100 && { on: `${'a'.repeat(50)} ${i - 100}` }),
    population: 50_000_000,
    statements: Array.from({ length: actions }, (_, k) => ({
      ...{
        n: 2_000_000,
        trained: 40_000_000,
        kind: k % 2 === 0 ? ('petition' as const) : ('survey' as const),
      },
      leaf: (i * 100 + k + 1).toString(16).padStart(64, '0'),
    })),
  }));

test('as many cities as a kit may have, each with as many petitions as are read, fit into the statement', async () => {
  const { makeDigest, mail, statement, petition } = await opened(many(200, 20));
  await makeDigest(1);
  expect((await mail()).text).toContain('4,000,000,000 signatures in 200 cities');
  const told = await statement('2026-W48');
  expect(told.rollup).toMatchObject({ signatures: 4_000_000_000, answers: 4_000_000_000, left_out: [] });
  expect(told.rollup?.cities).toHaveLength(200);
  const [first] = told.rollup?.cities ?? [];
  const leaves = Array.from({ length: 20 }, (_, k) => k + 1)
    .toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
    .map((k) => `${k.toString(16).padStart(64, '0')}\n`);
  expect(first?.leaves).toEqual({ n: 20, sha256: sha256(leaves.join('')) });
  const entry = await get(`/statements/${petition}/2026-W48.json`);
  expect(entry?.length).toBeLessThan(65_536);
  const { findings } = await verifyTexts([new TextDecoder().decode(entry!)], '');
  expect(findings.map(({ state, code }) => `${state} ${code}`)).toContain('holds sums');
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'rollup', values: expect.objectContaining({ statements: 4000 }) }),
  );
});

const nameOf = (k: number) => `${k % 2 === 1 ? 'petition' : 'survey'}-${k - 1}`;

test('a statement that two cities tell does not hold up the mail: the second one is left out', async () => {
  const twice = ['Charlotte', 'Durham'].map((name) => ({
    name,
    statements: [{ n: 70, leaf: 'b'.repeat(64) }],
  }));
  const { makeDigest, mail, statement } = await opened(twice);
  await makeDigest(1);
  expect((await mail()).text).toContain('70 signatures in 1 of 2 cities');
  expect((await statement('2026-W48')).rollup).toMatchObject({
    signatures: 70,
    cities: [{ city: 'charlotte' }],
    left_out: [{ city: 'durham', reason: 'repeated' }],
  });
});
