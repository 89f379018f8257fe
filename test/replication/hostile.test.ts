import { expect, inject, test } from 'vitest';
import type { Limits } from '../../worker/replication/get.ts';
import { readNeighbors } from '../../worker/replication/read-neighbors.ts';
import { testApp } from '../support/app.ts';
import type { NeighborAnswer, NeighborAnswers } from '../support/neighbor-server.ts';
import { neighborSite, openState, read, readingOf, readings } from './support.ts';
import { cityOfWeek47, keyring, later, monday, week47, week48 } from './weeks.ts';

const described = '/.well-known/undersigned.json?campaign=city';
const brief: Partial<Limits> = { time: 400 };
const deep = `${'['.repeat(90_000)}${']'.repeat(90_000)}`;
const json = 'application/json';

/** Each at every address that a reading asks for. */
const moods: [string, reason: string, NeighborAnswer, Partial<Limits>?][] = [
  ['never answers', 'too-slow', { mood: 'silence' }, brief],
  ['sends a byte now and then', 'too-slow', { mood: 'drip' }, brief],
  ['hangs up', 'no-connection', { mood: 'cut' }],
  ['has an error', 'bad-status', { status: 500, text: 'no' }],
  ['redirects', 'redirects', { status: 302, headers: { location: 'http://127.0.0.1:1/' } }],
  ['sends 100 MB', 'too-long', { mood: { bytes: 100_000_000 } }],
  [
    'says that it sends 100 MB',
    'too-long',
    { headers: { 'content-length': '100000000' }, mood: { bytes: 1 } },
  ],
  ['sends little that unpacks to 100 MB', 'too-long', { mood: { unpacks: 100_000_000 } }],
  ['sends another type', 'wrong-type', { type: 'text/html', text: '<p>Hello' }],
];

const places: [path: string, type: string][] = [
  ['/log/checkpoint', 'text/plain'],
  ['/log/consistency?from=2&to=3', 'text/plain'],
  [described, json],
  ['/statements/ask/2026-W48.json', json],
  ['/statements/ask/2026-W48.tlog-proof', 'text/plain'],
];

test.each(moods)('of a deployment that %s nothing is kept: %s', async (_what, reason, answer, most) => {
  for (const [path, type] of places) {
    const { site, id } = await cityOfWeek47();
    await site.show(keyring, week48, (answers) => {
      answers[path] = { type, ...answer };
    });
    await read(later(7), most);
    const found = await readingOf(id, later(7));
    expect(found, path).toMatchObject({ reason, signatures: 120, week: '2026-W47' });
    expect((await site.heard()).sent, path).toBeLessThan(10_000_000);
    // It is read again, and then all is well.
    await site.show(keyring, week48);
    await read(later(8));
    expect(await readingOf(id, later(8)), path).toMatchObject({ state: 'verified', signatures: 150 });
  }
});

test.each([
  ['nothing', ''],
  ['deeply nested JSON', deep],
  ['JSON of another form', '{"undersigned":2}'],
  ['a number', '7'],
  ['null', 'null'],
  ['bytes that are no text', '\u0000\uFFFF'],
])('what is %s is refused wherever it stands', async (_what, text) => {
  for (const [path, type] of places) {
    const { site, id } = await cityOfWeek47();
    await site.show(keyring, week48, (answers) => {
      answers[path] = { type, text };
    });
    await read(later(7));
    expect(await readingOf(id, later(7)), path).toMatchObject({ state: 'refused', signatures: 120 });
  }
});

test('a deployment may not keep a reading busy with many small answers', async () => {
  const { site, id } = await cityOfWeek47();
  await site.show(keyring, week48);
  await read(later(7), { requests: 1 });
  expect(await readingOf(id, later(7))).toMatchObject({ signatures: 120 });
  expect((await site.heard()).asked).toEqual(['/log/checkpoint']);
});

test('addresses that lead inward are never asked', async () => {
  const dnsResolver = `${inject('resolverUrl')}/dns-query`;
  const { deps } = testApp({ dnsResolver });
  for (const [name, reason] of [
    ['inward', 'leads-inward'],
    ['half-inward', 'leads-inward'],
    ['inward-six', 'leads-inward'],
    ['unknown', 'no-name'],
  ]) {
    const { id } = await openState([{ url: `https://${name}.example.org` }], monday);
    await readNeighbors(deps, monday);
    expect(await readingOf(id, monday), name).toMatchObject({ reason, signatures: 0 });
  }
});

test('this machine is asked only where the settings are those of a local one', async () => {
  const site = await neighborSite();
  await site.show(keyring, week47);
  const { id } = await openState([site], monday);
  await readNeighbors(testApp({ environment: 'production' }).deps, monday);
  expect(await readingOf(id, monday)).toMatchObject({ state: 'refused', reason: 'address-refused' });
  expect((await site.heard()).asked).toEqual([]);
});

test('one that is hostile does not hinder the others', async () => {
  const [good, bad] = [await neighborSite(), await neighborSite()];
  const { id } = await openState([bad, good], monday);
  await good.show(keyring, week47);
  const flood: NeighborAnswers = { '/log/checkpoint': { mood: 'silence' } };
  await bad.answer(flood);
  await read(monday, brief);
  expect(await readings(id, monday)).toMatchObject([
    { state: 'unreachable', reason: 'too-slow' },
    { state: 'verified', signatures: 120 },
  ]);
});
