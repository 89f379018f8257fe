import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, type Figure, perResident, unitsFor } from '../../worker/budget/rules.ts';
import { middleHalfOf, type Value } from '../../worker/surveys/kinds/counted.ts';

const source = { name: { en: 'A budget', es: 'Un presupuesto' }, url: null, page: '1', year: 2026 };
const of = (amount: number): Figure => ({ amount, source });
/** Dollars and cents up to a hundred billion. */
const cents = fc.integer({ min: 0, max: 1e13 });
const dollars = cents.map((n) => n / 100);

test('a difference is exact in cents, turns its sign when its ends change places, and is never minus zero', () => {
  fc.assert(
    fc.property(cents, cents, (a, b) => {
      const change = changeOf(of(a / 100), of(b / 100))!;
      expect(Math.round(change.dollars * 100)).toBe(b - a + 0);
      expect(changeOf(of(b / 100), of(a / 100))!.dollars).toBe(0 - change.dollars + 0);
      expect(Object.is(change.dollars, -0)).toBe(false);
    }),
  );
});

test('a percentage leads from the first amount to the second, and there is none from nothing', () => {
  fc.assert(
    fc.property(dollars, dollars, (from, to) => {
      const { share } = changeOf(of(from), of(to))!;
      if (from === 0) expect(share).toBeNull();
      else expect(Math.abs(from + from * share! - to)).toBeLessThanOrEqual(0.01 + 1e-9 * Math.max(from, to));
    }),
  );
});

test('what is not known has no difference', () => {
  fc.assert(
    fc.property(dollars, (amount) => {
      expect([changeOf(null, of(amount)), changeOf(of(amount), null), changeOf(null, null)]).toEqual([
        null,
        null,
        null,
      ]);
    }),
  );
});

test('dollars a resident are less than half a cent away from the exact number, and there are none without residents', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 1e8 }), (n, people) => {
      const each = perResident(n / 100, of(people));
      if (people === 0) expect(each).toBeNull();
      else expect(Math.abs(each! - n / 100 / people)).toBeLessThanOrEqual(0.005 + 1e-6);
      expect(perResident(n / 100, null)).toBeNull();
      expect(perResident(-n / 100, of(people))).toBe(each === null ? null : 0 - each);
      expect(Object.is(each, -0)).toBe(false);
    }),
  );
});

test('dollars a resident are what another arithmetic gives: whole cents, half of one away from zero', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.bigInt({ min: 1n, max: 1000n }),
      (n, people) => {
        const size = n < 0n ? -n : n;
        const rounded = Number((2n * size + people) / (2n * people)) * (n < 0n ? -1 : 1);
        expect(Math.round(perResident(Number(n) / 100, of(Number(people)))! * 100)).toBe(rounded + 0);
      },
    ),
  );
  expect([perResident(0.15, of(10)), perResident(-0.15, of(10))]).toEqual([0.02, -0.02]);
  expect([perResident(2.01, of(2)), perResident(-2.01, of(2))]).toEqual([1.01, -1.01]);
});

test('the units are as many whole ones as the money pays for, and never more', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e12 }), fc.integer({ min: 0, max: 1e8 }), (money, cost) => {
      const units = unitsFor(money / 100, of(cost / 100));
      if (cost === 0) expect(units).toBeNull();
      else {
        expect(units! * cost).toBeLessThanOrEqual(Math.max(0, money));
        expect((units! + 1) * cost).toBeGreaterThan(money);
      }
    }),
  );
  expect(unitsFor(1000, null)).toBeNull();
  expect(unitsFor(0.3, of(0.1))).toBe(3);
});

test('at least half of the people are in the middle half, and as many at most below it as above it', () => {
  const values = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 30 })), {
      selector: ([value]) => value,
      maxLength: 12,
    })
    .map((all): Value[] => all.map(([value, n]) => ({ value, n })).sort((a, b) => a.value - b.value));
  fc.assert(
    fc.property(values, (all) => {
      const count = (isOne: (value: number) => boolean) =>
        all.reduce((sum, { value, n }) => sum + (isOne(value) ? n : 0), 0);
      const people = count(() => true);
      const middle = middleHalfOf(all);
      expect(middle === null).toBe(people === 0);
      if (!middle) return;
      const [from, to] = middle;
      expect(2 * count((value) => value >= from && value <= to)).toBeGreaterThanOrEqual(people);
      for (const outside of [count((value) => value < from), count((value) => value > to)]) {
        expect(4 * outside).toBeLessThan(people);
      }
    }),
  );
});
