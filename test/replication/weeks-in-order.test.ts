import { expect, test } from 'vitest';
import { endOf } from '../../worker/digests/week-rules.ts';
import { minute } from '../../worker/platform/time/clock.ts';
import { neighborSite, openState, read, readingOf } from './support.ts';
import { keyring, later, monday } from './weeks.ts';

const week = (n: number, signatures = n) => ({ week: `2026-W${n}`, n: signatures });

async function cityOf(...weeks: number[]) {
  const site = await neighborSite();
  const { id } = await openState([site], monday);
  await site.show(
    keyring,
    weeks.map((n) => week(n)),
  );
  await read(monday);
  return { site, id };
}

test('weeks that a reader missed are followed, one by one, back to the one that was kept', async () => {
  const { site, id } = await cityOf(44);
  // In week 46 nothing was told.
  await site.show(keyring, [week(44), week(45), week(47), week(48)]);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    state: 'verified',
    week: '2026-W48',
    signatures: 48,
  });
});

test('two statements of one week in a log are noticed with the week after them', async () => {
  const { site, id } = await cityOf(47);
  await site.show(keyring, [week(47), week(47, 999), week(48)]);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({
    ...{ state: 'refused', reason: 'contradicts', counts: false },
    ...{ signatures: 47, week: '2026-W47' },
  });
});

test('so are two of a week that was missed', async () => {
  const { site, id } = await cityOf(45);
  await site.show(keyring, [week(45), week(46), week(46, 999), week(47), week(48)]);
  await read(later(7));
  expect(await readingOf(id, later(7))).toMatchObject({ reason: 'contradicts', signatures: 45 });
});

test('a week is taken a few minutes before its end at most', async () => {
  const site = await neighborSite();
  const { id } = await openState([site], monday);
  await site.show(keyring, [week(48)]);
  const before = (minutes: number) =>
    new Date(endOf('2026-W48', 'America/New_York').getTime() - minutes * minute);
  await read(before(24 * 60 - 1));
  expect(await readingOf(id, before(1))).toMatchObject({ reason: 'from-the-future', signatures: 0 });
  await read(before(4));
  expect(await readingOf(id, before(1))).toMatchObject({ state: 'verified', signatures: 48 });
});
