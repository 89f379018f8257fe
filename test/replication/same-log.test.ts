import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { sumOf } from '../../worker/replication/rules.ts';
import { currentKeys, originOf } from '../../worker/statements/log-keys.ts';
import { testApp } from '../support/app.ts';
import { keyringOf, type Told } from './log-of.ts';
import { neighborSite, openState, read, readings } from './support.ts';
import { keyring, later, monday, week47, week48 } from './weeks.ts';

const { publicUrl } = testApp().deps.settings;

test('this site under its own address is no other site', async () => {
  const { id } = await openState([{ url: publicUrl.toUpperCase() }], monday);
  await read(monday);
  expect(await readings(id, monday)).toMatchObject([{ state: 'refused', reason: 'own-site', counts: false }]);
});

test('a campaign of a log under two names is known by the key and counts once, and the second one is named', async () => {
  const sites = [await neighborSite(), await neighborSite(), await neighborSite()];
  const { id } = await openState(sites, monday);
  await sites[0]!.show(keyringOf('theirs', 'first'), week47);
  await sites[1]!.show(keyringOf('first'), [{ week: '2026-W47', n: 7 }]);
  await sites[2]!.show(keyringOf('other'), [{ week: '2026-W47', n: 5 }]);
  await read(monday);
  const found = await readings(id, monday);
  expect(found).toMatchObject([
    { state: 'verified', signatures: 120 },
    { state: 'refused', reason: 'same-log', reasonAt: monday, counts: false },
    { state: 'verified', signatures: 5 },
  ]);
  expect(sumOf(found)).toMatchObject({ cities: 2, signatures: 125 });
});

test('two sites of one operator with one key, each with a campaign of its own, both count', async () => {
  const sites = [await neighborSite(), await neighborSite()];
  const { id } = await openState(
    sites.map((one, i) => ({ ...one, campaigns: [`city-${i}`] })),
    monday,
  );
  for (const [i, site] of sites.entries())
    await site.show(keyring, [{ week: '2026-W47', n: 7, campaign: `city-${i}` }]);
  await read(monday);
  expect(sumOf(await readings(id, monday))).toMatchObject({ cities: 2, signatures: 14 });
});

test('who names the key of another log in a statement does not push that log out', async () => {
  const [bad, good] = [await neighborSite(), await neighborSite()];
  const { id } = await openState([bad, good], monday);
  const stolen = await currentKeys(keyring, originOf(bad.url));
  const week = (n: number): Told => ({ week: `2026-W${n}`, n, more: { log_keys: stolen } });
  await bad.show(keyringOf('bad'), [week(47)]);
  await good.show(keyring, week47);
  await read(monday);
  await bad.show(keyringOf('bad'), [week(47), week(48)]);
  await good.show(keyring, week48);
  await read(later(7));
  expect(await readings(id, later(7))).toMatchObject([
    { state: 'verified', signatures: 48 },
    { state: 'verified', signatures: 150 },
  ]);
});

const copied = async (told: (good: string) => Told[]) => {
  const [bad, good] = [await neighborSite(), await neighborSite()];
  const { id } = await openState([bad, good], monday);
  const shown = told(originOf(good.url));
  return { bad, good, id, shown };
};

test('a statement that another log serves again counts where it was read first', async () => {
  const { bad, good, id, shown } = await copied(() => week47);
  await good.show(keyring, shown);
  await read(monday);
  await bad.show(keyringOf('copycat'), shown);
  await env.DB.prepare('UPDATE neighbor_logs SET due_at = 0 WHERE is_named = 1').run();
  await read(later(1));
  const found = await readings(id, later(1));
  expect(found).toMatchObject([
    { state: 'refused', reason: 'repeated', reasonAt: later(1), counts: false },
    { state: 'verified', signatures: 120 },
  ]);
  expect(sumOf(found)).toMatchObject({ cities: 1, signatures: 120 });
});

test('a statement counts in the log that it names, even if another one showed it before', async () => {
  const { bad, good, id, shown } = await copied((log) => week47.map((one) => ({ ...one, more: { log } })));
  await bad.show(keyringOf('copycat'), shown);
  await read(monday);
  await good.show(keyring, shown);
  await env.DB.prepare('UPDATE neighbor_logs SET due_at = 0 WHERE is_named = 1').run();
  await read(later(1));
  expect(await readings(id, later(1))).toMatchObject([
    { state: 'refused', reason: 'repeated', counts: false },
    { state: 'verified', signatures: 120 },
  ]);
});
