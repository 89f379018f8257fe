import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runQuery } from '../../worker/platform/query.ts';
import { findEvidence } from '../../worker/strategy/evidence-store.ts';
import { roadDaysQuery } from '../../worker/strategy/road-store.ts';
import {
  addDays,
  hasFaded,
  movesTo,
  type Position,
  positionLasts,
  positionOf,
  positions,
  roadOf,
  tieKinds,
} from '../../worker/strategy/rules.ts';
import { findStakeholder } from '../../worker/strategy/store.ts';
import { enterEvidence, takeBackEvidence } from '../../worker/strategy/write.ts';
import { testApp } from '../support/app.ts';
import { idOf, openStrategy } from './support.ts';

const app = testApp();
const { db } = app.deps;
const today = '2026-11-25';
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
const position = fc.constantFrom(...positions);

test('a position holds for 90 days after its evidence and is unknown from the 91st on', () => {
  fc.assert(
    fc.property(position, day, fc.integer({ min: 0, max: 400 }), (support, supportOn, later) => {
      const today = addDays(supportOn, later);
      expect(positionOf({ support, supportOn }, today)).toBe(later <= positionLasts ? support : 'unknown');
      expect(hasFaded({ supportOn }, today)).toBe(later > positionLasts);
      expect(positionOf({ support, supportOn: null }, today)).toBe('unknown');
    }),
  );
});

test('of all seats each stands in one place, and what is missing is what the majority lacks', () => {
  fc.assert(
    fc.property(fc.array(position, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (known, majority) => {
      const road = roadOf(known, { seats: 12, majority });
      const sum = Object.values(road.count).reduce((all, n) => all + n, 0);
      expect(sum + road.unknown).toBe(12);
      expect(road.missing).toBe(Math.max(0, majority - known.filter((one) => one === 'for').length));
      expect(road.open).toBeGreaterThanOrEqual(road.count['leans-for'] + road.count['leans-against']);
    }),
  );
});

test('a tie moves one end and never both by itself, but for those who sit together', () => {
  for (const kind of tieKinds) {
    const moves = movesTo({ id: 't', fromId: 'a', toId: 'b', kind });
    expect(moves).toHaveLength(kind === 'sits-with' ? 2 : 1);
  }
});

test('whatever is entered and taken back, in any order: the newest evidence that stands decides, until it fades', async () => {
  const { campaign, owner } = await openStrategy(app);
  const seat = await findStakeholder(db, campaign.id, await idOf(app, campaign, 'Seat 1'));
  if (!seat) throw new Error('no seat');
  const by = { campaign, actor: owner.id, now: app.now(), today };
  const entry = fc.record({ ago: fc.integer({ min: 0, max: 200 }), support: position });
  const step = fc.oneof({ weight: 3, arbitrary: entry }, fc.record({ takeBack: fc.nat(20) }));
  const known: { id: string; on: string; support: Position }[] = [];
  const enter = async ({ ago, support }: { ago: number; support: Position }) => {
    const on = addDays(today, -ago);
    const evidence = {
      kind: 'vote' as const,
      on,
      support,
      influence: null,
      saidBy: 'M',
      link: null,
      what: '',
    };
    const isThere = known.some((one) => one.on === on && one.support === support);
    expect((await enterEvidence(app.deps, { ...by, stakeholder: seat, evidence })).ok).toBe(!isThere);
    if (isThere) return;
    const newest = db.prepare(
      'SELECT id FROM stakeholder_evidence WHERE stakeholder_id = ? ORDER BY rowid DESC',
    );
    known.push({ id: (await newest.bind(seat.id).first<string>('id')) ?? '', on, support });
  };
  const takeBack = async (place: number) => {
    const [gone] = known.splice(place % Math.max(1, known.length), 1);
    const evidence = gone && (await findEvidence(db, campaign.id, gone.id));
    if (evidence) expect((await takeBackEvidence(app.deps, { ...by, evidence })).ok).toBe(true);
  };
  await enter({ ago: positionLasts, support: 'against' });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      for (const one of steps) await ('takeBack' in one ? takeBack(one.takeBack) : enter(one));
      const [newest] = known.toSorted((a, b) => b.on.localeCompare(a.on) || b.id.localeCompare(a.id));
      const wanted = newest && newest.on >= addDays(today, -positionLasts) ? newest.support : 'unknown';
      const now = await findStakeholder(db, campaign.id, seat.id);
      expect(now && positionOf(now, today)).toBe(wanted);
      const [day] = await runQuery(db, roadDaysQuery(db, { campaignId: campaign.id, most: 1 }));
      expect(day?.count.for).toBe(wanted === 'for' ? 1 : 0);
    }),
    { numRuns: 60, endOnFailure: true },
  );
});
