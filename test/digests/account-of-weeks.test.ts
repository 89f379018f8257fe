import { env } from 'cloudflare:workers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestSnapshotQuery } from '../../worker/digests/load-snapshot.ts';
import { makeContent } from '../../worker/digests/rules.ts';
import type { ActionTally } from '../../worker/digests/tally-rules.ts';
import { datesOf, previousWeek } from '../../worker/digests/week-rules.ts';
import { runQuery } from '../../worker/platform/query.ts';
import { weekIn } from '../../worker/platform/time/clock.ts';
import { campaignOfAugust, historyOf } from './history.ts';
import { sections } from './stored.ts';

const db = env.DB;
const timeZone = 'America/New_York';
const start = Date.parse('2026-09-02T12:00:00Z');

type Act =
  | { do: 'receive'; place: string; source: string; alike: string }
  | { do: 'confirm' | 'withdraw' | 'invalidate' | 'flag' | 'duplicate'; which: number }
  | { do: 'move'; which: number; place: string };
type Step = { act: Act; hours: number };

const place = fc.constantFrom('1', '2', 'outside', 'unknown');
const which = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.record({
  hours: fc.integer({ min: 0, max: 60 }),
  act: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('receive' as const),
        place,
        source: fc.constantFrom('direct', 'poster'),
        alike: fc.constantFrom('one name', 'another', 'third'),
      }),
    },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('confirm' as const), which }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'withdraw' as const,
          'invalidate' as const,
          'flag' as const,
          'duplicate' as const,
        ),
        which,
      }),
    },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), which, place }) },
  ),
});

type Row = {
  id: string;
  state: string;
  place: string;
  source: string;
  alike: string;
  confirmedWeek: string | null;
};
const becomes = {
  withdraw: 'withdrawn',
  invalidate: 'invalidated',
  flag: 'flagged',
  duplicate: 'duplicate',
} as const;

test('the account of any past week is what a recount at its end would have found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const { action: petition } = await campaignOfAugust({ closesOn: null });
      const { committee_id } = (await db
        .prepare('SELECT committee_id FROM actions WHERE id = ?')
        .bind(petition.id)
        .first<{ committee_id: number }>())!;
      const recounts = await live(historyOf(petition), steps);
      for (const [week, recount] of recounts) {
        const snapshot = await runQuery(
          db,
          digestSnapshotQuery(db, sections, committee_id, { week, use: 'digest' }),
        );
        const made = makeContent(snapshot!, week, { dueOn: datesOf(week).endsOn, at: new Date() })!;
        expect(made.problems).toEqual([]);
        expect(summaryOf((made.content.petitions as ActionTally[])[0]!)).toEqual(recount);
      }
    }),
    { numRuns: 12 },
  );
});

/** Performs the steps in the database and on an array of rows, and counts the rows at the end of each week. */
async function live(history: ReturnType<typeof historyOf>, steps: Step[]) {
  const rows: Row[] = [];
  const recounts = new Map<string, ReturnType<typeof recountOf>>();
  let corrections: Record<string, number> = {};
  let at = start;
  for (const { act, hours } of steps) {
    const before = weekIn(timeZone, new Date(at));
    at += hours * 3_600_000;
    const week = weekIn(timeZone, new Date(at));
    for (
      let ended = before;
      ended < week;
      ended = weekIn(timeZone, new Date(Date.parse(`${datesOf(ended).endsOn}T12:00:00Z`) + 86_400_000))
    ) {
      recounts.set(ended, recountOf(rows, corrections));
      corrections = {};
    }
    const what = await perform(history, rows, act, { at: new Date(at).toISOString(), week });
    if (what) corrections[what] = (corrections[what] ?? 0) + 1;
  }
  const last = weekIn(timeZone, new Date(at));
  recounts.set(last, recountOf(rows, corrections));
  expect(recounts.has(previousWeek(last)) || recounts.size === 1).toBe(true);
  return recounts;
}

/** The key of the correction that this step causes, 'WEEK STATE', or null. */
async function perform(
  history: ReturnType<typeof historyOf>,
  rows: Row[],
  act: Act,
  { at, week }: { at: string; week: string },
): Promise<string | null> {
  if (act.do === 'receive') {
    const { place, source, alike } = act;
    const id = await history.receive(at, { place, source, alike });
    rows.push({ id, state: 'unconfirmed', place, source, alike, confirmedWeek: null });
    return null;
  }
  const row = rows[act.which];
  if (!row) return null;
  const isEarlier = row.state === 'confirmed' && row.confirmedWeek !== null && row.confirmedWeek < week;
  if (act.do === 'confirm') {
    if (row.state !== 'unconfirmed' && row.state !== 'flagged') return null;
    await history.confirm(row.id, at);
    Object.assign(row, { state: 'confirmed', confirmedWeek: week });
    return null;
  }
  if (act.do === 'move') {
    if (row.place === act.place) return null;
    await history.move(row.id, act.place, at);
    row.place = act.place;
    return isEarlier ? `${row.confirmedWeek} moved` : null;
  }
  const state = becomes[act.do];
  if (row.state === state || row.state === 'withdrawn' || row.state === 'invalidated') return null;
  await history.become(row.id, state, at);
  row.state = state;
  return isEarlier ? `${row.confirmedWeek} ${state}` : null;
}

function recountOf(rows: Row[], corrections: Record<string, number>) {
  const counted = rows.filter(({ state }) => state === 'confirmed');
  const tally = (values: string[]) =>
    Object.fromEntries(
      [...Map.groupBy(values, (value) => value)].map(([value, same]) => [value, same.length]).sort(),
    );
  const groups = Map.groupBy(counted, ({ alike }) => alike);
  return {
    received: rows.length,
    states: tally(rows.map(({ state }) => state)),
    places: tally(counted.map(({ place }) => place)),
    sources: tally(counted.map(({ source }) => source)),
    possible: [...groups.values()].reduce((sum, group) => sum + group.length - 1, 0),
    corrections: Object.fromEntries(Object.entries(corrections).sort()),
  };
}

function summaryOf({ account, byPlace, bySource, possibleDuplicates, corrections }: ActionTally) {
  const { received, ...states } = account;
  const pairs = (entries: [string, number][]) =>
    Object.fromEntries(entries.filter(([, n]) => n !== 0).sort());
  return {
    received,
    states: pairs(Object.entries(states)),
    places: pairs(byPlace.map(({ place, confirmed }) => [place, confirmed])),
    sources: pairs(bySource.map(({ source, confirmed }) => [source, confirmed])),
    possible: possibleDuplicates,
    corrections: pairs(corrections.map(({ week, what, count }) => [`${week} ${what}`, count])),
  };
}
