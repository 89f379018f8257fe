import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { nextDigestAt } from '../../worker/councils/rules.ts';

const charlotte = 'America/New_York';
const monday = 1;
const sunday = 7;

function next(day: number, hour: number, after: string, timeZone = charlotte): string {
  return nextDigestAt(day, hour, timeZone, new Date(after)).toISOString();
}

test('on a Saturday the next digest is on Monday at seven, on the city’s clock', () => {
  expect(next(monday, 7, '2026-11-21T12:00:00Z')).toBe('2026-11-23T12:00:00.000Z');
});

test('a minute before seven on Monday it is the same day, at seven a week later', () => {
  expect(next(monday, 7, '2026-11-23T11:59:00Z')).toBe('2026-11-23T12:00:00.000Z');
  expect(next(monday, 7, '2026-11-23T12:00:00Z')).toBe('2026-11-30T12:00:00.000Z');
});

test('it stays at seven over both changes of the clock', () => {
  expect(next(monday, 7, '2027-03-08T12:00:00Z')).toBe('2027-03-15T11:00:00.000Z');
  expect(next(monday, 7, '2027-11-01T11:00:00Z')).toBe('2027-11-08T12:00:00.000Z');
});

test('an hour that the clock skips is the same time after the change', () => {
  expect(next(sunday, 2, '2027-03-13T12:00:00Z')).toBe('2027-03-14T07:00:00.000Z');
  expect(next(sunday, 2, '2027-03-14T07:00:00Z')).toBe('2027-03-21T06:00:00.000Z');
});

test('where the clock skips half an hour, it is half an hour later', () => {
  expect(next(sunday, 2, '2027-09-26T15:30:00Z', 'Australia/Lord_Howe')).toBe('2027-10-02T15:30:00.000Z');
});

test('an hour that comes twice is taken once, the first time', () => {
  expect(next(sunday, 1, '2027-11-06T12:00:00Z')).toBe('2027-11-07T05:00:00.000Z');
  expect(next(sunday, 1, '2027-11-07T05:00:00Z')).toBe('2027-11-14T06:00:00.000Z');
});

test('a whole day that the clock skips does not lose its digest', () => {
  const friday = 5;
  expect(next(friday, 10, '2011-12-30T09:00:00Z', 'Pacific/Apia')).toBe('2011-12-30T20:00:00.000Z');
});

test('over New Year it is a week as any other', () => {
  expect(next(monday, 7, '2026-12-28T12:00:00Z')).toBe('2027-01-04T12:00:00.000Z');
});

test('it is always later, at most a week and a shift of the clock away, and on that day and hour', () => {
  const zones = ['America/New_York', 'Europe/Madrid', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...zones),
      fc.date({ min: new Date('2024-01-01'), max: new Date('2031-01-01'), noInvalidDate: true }),
      (day, hour, zone, after) => {
        const at = nextDigestAt(day, hour, zone, after);
        const week = 7 * 24 + 1;
        expect(at.getTime()).toBeGreaterThan(after.getTime());
        expect(at.getTime() - after.getTime()).toBeLessThanOrEqual(week * 60 * 60 * 1000);
        const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
        expect(there.dayOfWeek).toBe(day);
        const isOnTheHour = there.hour === hour && there.minute === 0;
        if (!isOnTheHour) expect(there.hoursInDay).toBeLessThan(24);
      },
    ),
    { numRuns: 2000 },
  );
});
