import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../../worker/platform/time/clock.ts';
import { pictureOf, type Row } from '../../worker/timeline/picture-rules.ts';
import {
  circleOf,
  inOrder,
  nextReminder,
  progresses,
  type Tactic,
  warningsOf,
} from '../../worker/timeline/rules.ts';

const first = '2026-01-01';
const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays(first, n));
const ids = Array.from({ length: 8 }, (_, i) => `t${i}`);
const junctures = [
  { slug: 'vote', on: '2026-06-14' },
  { slug: 'election', on: '2027-11-02' },
];

const someTactic = (id: string) =>
  fc
    .record({
      starts: day,
      lasts: fc.integer({ min: 0, max: 200 }),
      needs: fc.subarray(ids),
      juncture: fc.constantFrom(null, 'vote', 'election', 'no-more'),
      owner: fc.constantFrom(null, 'here', 'left'),
      progress: fc.constantFrom(...progresses),
    })
    .map(
      ({ starts, lasts, needs, juncture, owner, progress }): Tactic => ({
        ...{
          id,
          title: id,
          phase: null,
          startsOn: starts,
          endsOn: addDays(starts, lasts),
          needs,
          juncture,
          progress,
        },
        ...{ owner: owner && { kind: 'partner', slug: owner }, outcome: '', measure: null },
        ...{ state: 'stands', version: 1, changeId: id, savedBy: '', remindAt: null },
      }),
    );
const plan = fc.tuple(...ids.map(someTactic));

const isKnown = (owner: Tactic['owner']) => owner?.kind !== 'partner' || owner.slug !== 'left';
const number = (date: string) => Number(date.replaceAll('-', ''));

/** What has to be warned about, by a plain reading of the dates as numbers. */
function expected(one: Tactic, tactics: readonly Tactic[], today: string): Record<string, boolean> {
  const open = ['planned', 'going'];
  const isOpen = open.includes(one.progress);
  const on = { vote: 20260614, election: 20271102 }[one.juncture ?? ''] ?? 99999999;
  const waited = tactics.filter(({ id, progress }) => one.needs.includes(id) && open.includes(progress));
  const waitsUntil = Math.max(0, ...waited.map(({ endsOn }) => number(endsOn)));
  return {
    'after-juncture': isOpen && number(one.endsOn) > on,
    'too-early': isOpen && number(one.startsOn) < waitsUntil,
    late: isOpen && number(one.endsOn) < number(today),
    'owner-gone': isOpen && !isKnown(one.owner),
    'juncture-gone': isOpen && one.juncture === 'no-more',
  };
}

test('warnings are those of a plain reading of the dates, and none for what is done or dropped', () => {
  fc.assert(
    fc.property(plan, day, (tactics, today) => {
      for (const one of tactics) {
        const found = warningsOf(one, { tactics, junctures, isKnown, today });
        const wanted = Object.entries(expected(one, tactics, today)).filter(([, is]) => is);
        expect([one.id, ...found]).toEqual([one.id, ...wanted.map(([warning]) => warning)]);
      }
    }),
  );
});

/** Whether one can be reached from another: the closure of the relation, worked out in the plainest way. */
function reaches(tactics: readonly Pick<Tactic, 'id' | 'needs'>[], from: string, to: string): boolean {
  let reached = new Set(tactics.find(({ id }) => id === from)?.needs ?? []);
  for (const _ of tactics) {
    reached = new Set([
      ...reached,
      ...tactics.filter(({ id }) => reached.has(id)).flatMap(({ needs }) => needs),
    ]);
  }
  return reached.has(to);
}

test('a change that closes a circle is always refused, with a way that is one, and no other change is', () => {
  const changes = fc.array(fc.tuple(fc.constantFrom(...ids), fc.subarray(ids)), { maxLength: 30 });
  fc.assert(
    fc.property(changes, (made) => {
      let tactics = ids.map((id) => ({ id, needs: [] as string[] }));
      for (const [id, needs] of made) {
        const wanted = tactics.map((one) => (one.id === id ? { id, needs } : one));
        const circle = circleOf({ id, needs }, tactics);
        expect(circle !== null).toBe(reaches(wanted, id, id));
        if (circle === null) {
          tactics = wanted;
          continue;
        }
        expect([circle[0], circle.at(-1)]).toEqual([id, id]);
        for (const [i, at] of circle.slice(0, -1).entries()) {
          expect(wanted.find((one) => one.id === at)?.needs).toContain(circle[i + 1]);
        }
      }
      for (const { id } of tactics) expect(reaches(tactics, id, id)).toBe(false);
    }),
  );
});

test('the next reminder is the first of the two mornings that has not passed, in any time zone', () => {
  const zone = fc.constantFrom(
    'America/New_York',
    'Pacific/Kiritimati',
    'Pacific/Pago_Pago',
    'America/Sao_Paulo',
  );
  fc.assert(
    fc.property(day, zone, fc.integer({ min: -20 * 24, max: 20 * 24 }), (endsOn, timeZone, hours) => {
      const since = new Date(Date.parse(`${endsOn}T12:00:00Z`) + hours * 3_600_000);
      const next = nextReminder({ endsOn, progress: 'going' }, { timeZone, since });
      const clock = (at: Date) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
      if (next) {
        expect(next.at >= since).toBe(true);
        const on = next.about === 'week' ? addDays(endsOn, -7) : addDays(endsOn, 1);
        expect(clock(next.at)).toBe(`${on} 08:00`);
        if (next.about === 'late') expect(clock(since) > `${addDays(endsOn, -7)} 08:00`).toBe(true);
      } else expect(clock(since) > `${addDays(endsOn, 1)} 08:00`).toBe(true);
      for (const progress of ['done', 'dropped'] as const) {
        expect(nextReminder({ endsOn, progress }, { timeZone, since })).toBe(null);
      }
    }),
  );
});

test('the picture holds every bar and line, and no two of its labels overlap', () => {
  const moment = fc.record({ label: fc.string(), on: day, isToday: fc.boolean() });
  fc.assert(
    fc.property(plan, fc.array(moment, { maxLength: 12 }), (tactics, moments) => {
      const rows = inOrder(tactics).map(
        ({ id, startsOn, endsOn, needs, progress }, i): Row => ({
          ...{ id, label: id.repeat(30), isHead: false, look: progress, needs },
          ...{ from: startsOn, until: i % 5 === 0 ? null : endsOn },
        }),
      );
      const picture = pictureOf(rows, moments);
      if (!picture) throw new Error('nothing drawn');
      const { bars, marks, ticks, ties, height } = picture;
      expect(bars).toHaveLength(rows.length);
      for (const { x, width, y, label } of bars) {
        expect([x >= 0, x + width <= 100.02 || x > 99, y < height, [...label].length <= 33]).toEqual(
          Array(4).fill(true),
        );
      }
      expect(new Set([...marks.map(({ y }) => y), ...bars.map(({ y }) => y)]).size).toBe(
        marks.length + bars.length,
      );
      expect(moments.filter(({ isToday }) => !isToday)).toHaveLength(
        marks.filter(({ isToday }) => !isToday).length,
      );
      // A line begins at its label and goes down: on each half, none crosses the words of another on that half.
      for (const isLeft of [false, true]) {
        const half = marks.filter((mark) => mark.isLeft === isLeft);
        const xs = half.map(({ x }) => x);
        expect(xs).toEqual(xs.toSorted((a, b) => (isLeft ? b - a : a - b)));
      }
      expect(ties).toHaveLength(rows.reduce((sum, { needs }) => sum + needs.length, 0));
      const named = ticks.filter(({ isNamed }) => isNamed).map(({ x }) => x);
      for (const [i, x] of named.slice(1).entries()) expect(x - (named[i] ?? 0)).toBeGreaterThan(20);
      expect(named.every((x) => x <= 80)).toBe(true);
      expect(JSON.stringify(picture)).not.toContain('null');
    }),
  );
});
