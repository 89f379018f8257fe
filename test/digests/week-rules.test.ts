import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  datesOf,
  endOf,
  isWeek,
  lastWeekOver,
  nextWeek,
  previousWeek,
  startOf,
} from '../../worker/digests/week-rules.ts';
import { weekIn } from '../../worker/platform/time/clock.ts';

const hours = (week: string, timeZone: string) =>
  (endOf(week, timeZone).getTime() - startOf(week, timeZone).getTime()) / 3_600_000;
const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'Pacific/Honolulu',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Beirut',
  'Pacific/Apia',
  'UTC',
];
const aWeek = fc
  .integer({ min: Date.UTC(2015, 0, 1), max: Date.UTC(2045, 0, 1) })
  .map((at) => weekIn('UTC', new Date(at)));

describe('a week', () => {
  test('starts on Monday at 00:00 of its zone', () => {
    expect(startOf('2026-W45', 'America/New_York').toISOString()).toBe('2026-11-02T05:00:00.000Z');
    expect(startOf('2026-W45', 'Asia/Kolkata').toISOString()).toBe('2026-11-01T18:30:00.000Z');
    expect(datesOf('2026-W45')).toEqual({ startsOn: '2026-11-02', endsOn: '2026-11-08' });
  });

  test('is an hour shorter when the clocks go forward and an hour longer when they go back', () => {
    expect(hours('2026-W10', 'America/New_York')).toBe(167);
    expect(hours('2026-W44', 'America/New_York')).toBe(169);
    expect(hours('2026-W45', 'America/New_York')).toBe(168);
    expect(hours('2026-W13', 'Europe/Madrid')).toBe(167);
    expect(hours('2026-W10', 'Pacific/Honolulu')).toBe(168);
  });

  test('starts at the first instant of Monday, also where the clock skips midnight', () => {
    // In Beirut clocks once went forward at midnight between Saturday and Sunday. In Santiago they still do.
    expect(startOf('2026-W36', 'America/Santiago').toISOString()).toBe('2026-08-31T04:00:00.000Z');
    expect(endOf('2026-W36', 'America/Santiago').toISOString()).toBe('2026-09-07T03:00:00.000Z');
    expect(hours('2026-W36', 'America/Santiago')).toBe(167);
  });

  test.each([
    ['2026-W53', '2026-12-28', '2027-01-03', '2027-W01'],
    ['2025-W52', '2025-12-22', '2025-12-28', '2026-W01'],
    ['2026-W01', '2025-12-29', '2026-01-04', '2026-W02'],
    ['2020-W53', '2020-12-28', '2021-01-03', '2021-W01'],
  ])('%s runs from %s to %s and is followed by %s', (week, startsOn, endsOn, next) => {
    expect(datesOf(week)).toEqual({ startsOn, endsOn });
    expect(nextWeek(week)).toBe(next);
    expect(previousWeek(next)).toBe(week);
  });

  test('is spelled in one way only', () => {
    expect(['2026-W45', '2026-W53', '2025-W52'].every(isWeek)).toBe(true);
    expect(['2026-W00', '2025-W53', '2026-W54', '2026-W1', '2026-45', '', '2026-W45 '].some(isWeek)).toBe(
      false,
    );
  });

  test('the last one that is over: at the instant of its end it is, a millisecond before it is not', () => {
    const monday = startOf('2027-W01', 'America/New_York');
    expect(lastWeekOver(monday, 'America/New_York')).toBe('2026-W53');
    expect(lastWeekOver(new Date(monday.getTime() - 1), 'America/New_York')).toBe('2026-W52');
    expect(lastWeekOver(monday, 'America/Los_Angeles')).toBe('2026-W52');
  });

  test('consecutive weeks have no gap and no overlap, in every zone', () => {
    fc.assert(
      fc.property(aWeek, fc.constantFrom(...zones), (week, timeZone) => {
        const end = endOf(week, timeZone);
        expect(startOf(nextWeek(week), timeZone)).toEqual(end);
        expect(nextWeek(week) > week).toBe(true);
        expect(previousWeek(nextWeek(week))).toBe(week);
        expect(weekIn(timeZone, startOf(week, timeZone))).toBe(week);
        expect(weekIn(timeZone, new Date(end.getTime() - 1))).toBe(week);
        expect(weekIn(timeZone, end)).toBe(nextWeek(week));
      }),
      { numRuns: 500 },
    );
  });
});
