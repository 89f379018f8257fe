import { expect, test } from 'vitest';
import { beginAnewStatements, readAgainStatement } from '../../worker/replication/again-store.ts';
import { currentKeys, originOf } from '../../worker/statements/log-keys.ts';
import { keyringOf, type Told } from './log-of.ts';
import { db, neighborSite, openState, read, readingOf, readings } from './support.ts';
import { cityOfWeek47, keyring, later, monday, week47, week48 } from './weeks.ts';

test('the statements of a city are read, verified and kept, and the next week takes their place', async () => {
  const { site, id } = await cityOfWeek47();
  expect(await readingOf(id, monday)).toMatchObject({
    ...{ reason: null, week: '2026-W47', counts: true, isAbovePopulation: false },
    ...{ signatures: 120, answers: 30, trained: 9, readAt: monday, verifiedAt: monday, head: { size: 2 } },
    statements: [
      { action: 'ask', n: 120, index: 0, url: `${site.url}/statements/ask/2026-W47`, size: 2 },
      { action: 'survey', n: 30, index: 1, kind: 'survey' },
    ],
  });
  await site.show(keyring, week48);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    ...{ week: '2026-W48', signatures: 150, answers: 30, trained: 11, head: { size: 3 } },
    statements: [{ week: '2026-W48', index: 2 }, { week: '2026-W47' }],
  });
});

test('where nothing is new only the head is read, and what the site says of itself', async () => {
  const { site } = await cityOfWeek47();
  await site.show(keyring, week47);
  await read(later(1));
  expect((await site.heard()).asked).toEqual([
    '/log/checkpoint',
    '/.well-known/undersigned.json?campaign=city',
  ]);
});

test('an earlier head of the same log, as a cache may show it, moves nothing back', async () => {
  const { site, id } = await cityOfWeek47();
  await site.show(keyring, week48);
  await read(later(7));
  const earlier = await site.answers(keyring, week47);
  await site.show(keyring, week48, (answers) => {
    answers['/log/checkpoint'] = earlier['/log/checkpoint']!;
  });
  await read(later(8));
  expect(await readingOf(id, later(8))).toMatchObject({
    state: 'verified',
    signatures: 150,
    week: '2026-W48',
  });
});

test('a log that was rewritten is named as such, and drops out of the sum for good', async () => {
  const { site, id, address } = await cityOfWeek47();
  await site.show(keyring, [{ week: '2026-W47', n: 99 }, ...week48.slice(1)]);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    ...{ state: 'refused', reason: 'rewritten', counts: false, reasonAt: later(7) },
    // What was verified before is still told.
    ...{ signatures: 120, week: '2026-W47' },
  });
  const [log] = (await db.prepare('SELECT evidence FROM neighbor_logs WHERE campaign_id = ?').bind(id).all())
    .results;
  expect(log?.evidence).toContain(originOf(address));

  await site.show(keyring, week48);
  await read(later(30));
  expect((await site.heard()).asked).toEqual([]);
  expect(await readingOf(id, later(30))).toMatchObject({ state: 'refused', reason: 'rewritten' });

  await db.batch(beginAnewStatements(db, { campaignId: id, address, now: later(31) }));
  await read(later(31));
  expect(await readingOf(id, later(7))).toMatchObject({ state: 'verified', signatures: 150 });
});

test('two heads of one size are an equivocation, and the second one is kept as the evidence', async () => {
  const { site, id } = await cityOfWeek47();
  await site.show(keyring, [{ week: '2026-W47', n: 99 }, ...week47.slice(1)]);
  await read(later(1));
  expect(await readingOf(id, later(1))).toMatchObject({ state: 'refused', reason: 'equivocates' });
});

test('a proof with another head of the same size is an equivocation, too', async () => {
  const { site, id } = await cityOfWeek47();
  const other = await site.answers(keyring, [...week47, { week: '2026-W48', n: 999 }]);
  await site.show(keyring, week48, (answers) => {
    for (const end of ['json', 'tlog-proof']) {
      answers[`/statements/ask/2026-W48.${end}`] = other[`/statements/ask/2026-W48.${end}`]!;
    }
  });
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    ...{ state: 'refused', reason: 'equivocates', signatures: 120 },
  });
});

test('a shorter log of which the proof is broken is refused until it is proven to be the beginning', async () => {
  const { site, id } = await cityOfWeek47();
  const beginning = await site.answers(keyring, week47.slice(0, 1));
  await site.show(keyring, week47, (answers) => {
    answers['/log/checkpoint'] = beginning['/log/checkpoint']!;
    answers['/log/consistency?from=1&to=2'] = { text: `${'A'.repeat(43)}=\n` };
  });
  await read(later(1));
  expect(await readingOf(id, later(1))).toMatchObject({ state: 'refused', reason: 'shrank' });
  await site.show(keyring, week48);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({ state: 'verified', reason: null, signatures: 150 });
});

test('a shorter log that tells something else is held against the known one when that is back', async () => {
  const { site, id, address } = await cityOfWeek47();
  await site.show(keyring, [{ week: '2026-W47', n: 99 }]);
  await read(later(1));
  expect(await readingOf(id, later(1))).toMatchObject({ state: 'refused', reason: 'shrank', counts: false });
  // Neither silence nor leaves that are not shown bring it back.
  await site.answer({ '/log/checkpoint': { mood: 'cut' } });
  await read(later(2));
  expect(await readingOf(id, later(2))).toMatchObject({ state: 'refused', reason: 'shrank', counts: false });
  await site.show(keyring, week48, (answers) => {
    delete answers['/log/tile/0/000.p/3'];
  });
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    state: 'refused',
    reason: 'shrank',
    signatures: 120,
  });
  await site.show(keyring, week48);
  await read(later(8));
  expect(await readingOf(id, later(8))).toMatchObject({
    state: 'refused',
    reason: 'rewritten',
    counts: false,
  });
  const shown = 'SELECT evidence FROM neighbor_logs WHERE campaign_id = ?';
  expect(await db.prepare(shown).bind(id).first('evidence')).toMatch(/\/log\n1\n/);
  await read(later(9));
  expect(await readingOf(id, later(9))).toMatchObject({ reason: 'rewritten' });

  await db.batch(beginAnewStatements(db, { campaignId: id, address, now: later(10) }));
  await read(later(10));
  expect(await readingOf(id, later(10))).toMatchObject({ state: 'verified', signatures: 150 });
});

test('a consistency proof that does not hold is no accusation if the leaves are those of before', async () => {
  const { site, id } = await cityOfWeek47();
  await site.show(keyring, week48, (answers) => {
    answers['/log/consistency?from=2&to=3'] = { text: `${'A'.repeat(43)}=\n` };
  });
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    state: 'refused',
    reason: 'unproven',
    signatures: 120,
  });
  await site.show(keyring, week48);
  await read(later(8));
  expect(await readingOf(id, later(8))).toMatchObject({ state: 'verified', signatures: 150 });
});

test('a key that changes without the word of the old one is refused, and with it followed', async () => {
  const { site, id, address } = await cityOfWeek47();
  const [both, fresh] = [keyringOf('second', 'first'), keyringOf('second')];
  await site.show(fresh, week48);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({ state: 'refused', reason: 'key-changed' });

  const keys = (await currentKeys(both, originOf(address))).toReversed();
  const named: Told[] = [...week47, { week: '2026-W48', n: 150, more: { log_keys: keys } }];
  // Signed by both, as during a rotation. That alone is not the old one’s word: anybody can add a signature of their own.
  await site.show(both, week47);
  await read(later(8));
  await site.show(fresh, named);
  await read(later(9));
  expect(await readingOf(id, later(9))).toMatchObject({ reason: 'key-changed', signatures: 120 });
  // The statement, which the old key has signed with the head of its log, names the new one.
  await site.show(both, named);
  await read(later(10));
  await site.show(fresh, [...named, { week: '2026-W49', n: 160 }]);
  await read(later(14));
  expect(await readingOf(id, later(14))).toMatchObject({ state: 'verified', signatures: 160 });
});

test('a key that the kit got by another way is the only one that the first reading believes', async () => {
  const site = await neighborSite();
  const [theirs, mine] = [keyringOf('theirs'), keyringOf('mine')];
  const [key = ''] = await currentKeys(mine, originOf(site.url));
  const { id } = await openState([{ ...site, key }], monday);
  await site.show(theirs, week47);
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({
    state: 'refused',
    reason: 'key-changed',
    signatures: 0,
  });
  await site.show(mine, week47);
  await read(later(1));
  expect(await readingOf(id, later(1))).toMatchObject({ state: 'verified', signatures: 120 });
});

test('a key that the kit names later is believed alone', async () => {
  const site = await neighborSite();
  const [theirs, mine] = [keyringOf('theirs'), keyringOf('mine')];
  const { id } = await openState([site], monday);
  await site.show(theirs, week47);
  await read(monday);
  const [key = ''] = await currentKeys(mine, originOf(site.url));
  const pin = "UPDATE neighbors SET content = json_set(content, '$.key', ?2) WHERE campaign_id = ?1";
  await db.prepare(pin).bind(id, key).run();
  const [old = ''] = await currentKeys(theirs, originOf(site.url));
  // Not even if the key that was believed names it.
  await site.show(theirs, [...week47, { week: '2026-W48', n: 150, more: { log_keys: [old, key] } }]);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    state: 'refused',
    reason: 'key-changed',
    signatures: 120,
  });
  await site.show(mine, week47);
  await read(later(8));
  expect(await readingOf(id, later(8))).toMatchObject({ state: 'verified', reason: null });
});

test('while a key is given that cannot be read, none is believed', async () => {
  const site = await neighborSite();
  const { id } = await openState([site], monday);
  const pin =
    "UPDATE neighbors SET content = json_set(content, '$.key', 'elsewhere.example/log+00000000+AAAA')";
  await db.prepare(pin).run();
  await site.show(keyring, week47);
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({
    state: 'refused',
    reason: 'key-changed',
    signatures: 0,
  });
});

test('a site that shows the log of another site as its own is refused', async () => {
  const [site, other] = [await neighborSite(), await neighborSite()];
  const { id } = await openState([site], monday);
  await site.answer(await other.answers(keyring, week47));
  await read(monday);
  expect(await readingOf(id, monday)).toMatchObject({ state: 'refused', reason: 'other-log', signatures: 0 });
});

test('a deployment that disappears is unreachable, and late once its next week should have come', async () => {
  const { site, id } = await cityOfWeek47();
  await site.disappear();
  await read(later(1));
  const known = { signatures: 120, counts: true, reason: 'no-connection' };
  expect(await readingOf(id, later(1))).toMatchObject({ ...known, state: 'unreachable', reasonAt: later(1) });
  await read(later(2));
  expect(await readingOf(id, later(15))).toMatchObject({ ...known, state: 'unreachable', readAt: later(2) });
  expect(await readingOf(id, later(17))).toMatchObject({ ...known, state: 'late', reasonAt: later(1) });
});

test('a deployment with many cities is read in several runs', async () => {
  const campaigns = Array.from({ length: 120 }, (_, i) => `city-${String(i).padStart(3, '0')}`);
  const site = await neighborSite();
  const { id } = await openState([{ ...site, campaigns }], monday);
  await site.show(
    keyring,
    campaigns.map((campaign, n) => ({ campaign, action: `ask-of-${campaign}`, week: '2026-W47', n })),
  );
  let runs = 0;
  const states = async () => new Set((await readings(id, monday)).map(({ state }) => state));
  while ((await states()).has('unread') && runs < 10) {
    runs += 1;
    await read(monday);
    expect((await site.heard()).asked.length).toBeLessThanOrEqual(150 * runs);
  }
  expect(runs).toBe(4);
  expect(await states()).toEqual(new Set(['verified']));
});

test('of two runs at once, one reads', async () => {
  const site = await neighborSite();
  await openState([site], monday);
  await site.show(keyring, week47);
  await Promise.all([read(monday), read(monday)]);
  const { asked } = await site.heard();
  expect(asked.filter((path) => path === '/log/checkpoint')).toHaveLength(1);
});

test('what an organizer asks for again is read with the next run, but for one that is out', async () => {
  const { site, id, address } = await cityOfWeek47();
  await site.show(keyring, week47);
  const soon = new Date(monday.getTime() + 60_000);
  await read(soon);
  expect((await site.heard()).asked).toEqual([]);
  await readAgainStatement(db, { campaignId: id, address, now: soon }).run();
  await read(soon);
  expect((await site.heard()).asked).toContain('/log/checkpoint');
  await site.show(keyring, [{ week: '2026-W47', n: 99 }, ...week47.slice(1)]);
  await read(later(1));
  await readAgainStatement(db, { campaignId: id, address, now: later(2) }).run();
  await site.show(keyring, week47);
  await read(later(2));
  expect((await site.heard()).asked).toEqual([]);
});
