import { expect, test } from 'vitest';
import { message } from '../../web/language.ts';
import { copy } from '../../worker/numbers/pages/copy.ts';
import {
  addedBy,
  comparisonOf,
  daysUntil,
  hoursUntil,
  type Walked,
  weekBefore,
} from '../../worker/numbers/rules.ts';
import { hourLabel } from '../../worker/numbers/view.ts';

const zone = 'America/New_York';
const at = (instant: string) => Date.parse(instant);
const sent = (instant: string, after: number | null = null): Walked => {
  const receivedAt = at(instant);
  return {
    ...{ actionId: 1, timeZone: zone, language: 'en', receivedAt },
    confirmedAt: after === null ? null : receivedAt + after * 60_000,
  };
};

test('a form belongs to the day and hour of its city, also where the clocks change', () => {
  const added = addedBy('received', [
    sent('2026-11-01T03:59:00Z'),
    // The hour from 1 to 2 comes twice.
    sent('2026-11-01T05:30:00Z'),
    sent('2026-11-01T06:30:00Z'),
  ]);
  expect(added.map(({ day, n }) => [day, n])).toEqual([
    ['2026-10-31', 1],
    ['2026-11-01', 2],
  ]);
  const hours = [at('2026-11-01T05:00:00Z') / 1000, at('2026-11-01T06:00:00Z') / 1000];
  expect(added[1]?.hours).toEqual(Object.fromEntries(hours.map((hour) => [hour, 1])));
  expect(hours.map((hour) => hourLabel(zone, hour, 'en'))).toEqual([
    'Nov 1, 1 am (-04:00)',
    'Nov 1, 1 am (-05:00)',
  ]);
  expect(hourLabel(zone, at('2026-11-01T17:00:00Z') / 1000, 'es')).toBe('1 nov, 12 p.m.');
});

test('the hours of a clock with half an hour begin on its own hours', () => {
  const [hour] = hoursUntil('Asia/Kolkata', new Date('2026-11-25T15:00:00Z'), 1);
  expect(hour).toBe(at('2026-11-25T14:30:00Z') / 1000);
});

test('the last hours leave out the one that the clocks skip', () => {
  const hours = hoursUntil(zone, new Date('2026-03-08T08:10:00Z'), 3);
  expect(hours.map((hour) => hourLabel(zone, hour, 'en'))).toEqual([
    'Mar 8, 1 am',
    'Mar 8, 3 am',
    'Mar 8, 4 am',
  ]);
});

test('each confirmation is in one bucket, by how long it took', () => {
  const rows = [0, 10, 11, 60, 61, 24 * 60, 7 * 24 * 60, 30 * 24 * 60].map((minutes) =>
    sent('2026-11-02T15:00:00Z', minutes),
  );
  const counted = (walk: Parameters<typeof addedBy>[0]) => addedBy(walk, rows)[0]?.n ?? 0;
  expect((['ten_minutes', 'an_hour', 'a_day', 'a_week', 'a_month'] as const).map(counted)).toEqual([
    2, 2, 2, 1, 1,
  ]);
});

test('a week that is not over stands beside the same days of the last one', () => {
  const wednesday = new Date('2026-11-25T15:00:00Z');
  const days = daysUntil(zone, wednesday, 10);
  expect(days[0]).toBe('2026-11-16');
  const byDay = new Map(days.map((on) => [on, 1]));
  expect(comparisonOf(zone, wednesday, byDay)).toEqual({ thisWeek: 3, sameDays: 3, whole: 7 });
});

test('there is no week before the one in which it opened, on the clock of its city', () => {
  const now = new Date('2026-11-25T15:00:00Z');
  // Sunday 11 pm in New York is Monday in UTC.
  expect(weekBefore(zone, now, new Date('2026-11-23T04:00:00Z'))).toBe('part');
  expect(weekBefore(zone, now, new Date('2026-11-23T05:00:00Z'))).toBe('none');
  expect(weekBefore(zone, now, new Date('2026-11-16T05:00:00Z'))).toBe('whole');
  expect(weekBefore(zone, now, new Date('2026-11-16T04:00:00Z'))).toBe('whole');
});

const confirmationsIn = {
  en: [
    'No form was sent in the last 28 days.',
    'One form was sent in the last 28 days; it is not confirmed so far.',
    'One form was sent in the last 28 days; it was confirmed.',
    'Of 4 forms sent in the last 28 days, none was confirmed so far.',
    'Of 4 forms sent in the last 28 days, one (50%) was confirmed so far.',
    'Of 4 forms sent in the last 28 days, 2 (50%) were confirmed so far.',
  ],
  es: [
    'No se envió ningún formulario en los últimos 28 días.',
    'Se envió un formulario en los últimos 28 días; todavía no se ha confirmado.',
    'Se envió un formulario en los últimos 28 días; ya se confirmó.',
    'De 4 formularios enviados en los últimos 28 días, todavía no se ha confirmado ninguno.',
    'De 4 formularios enviados en los últimos 28 días, se ha confirmado uno (50%).',
    'De 4 formularios enviados en los últimos 28 días, se han confirmado 2 (50%).',
  ],
};

test.for(['en', 'es'] as const)('0, 1 and more have their own words: %s', (language) => {
  const { told, later } = copy[language].confirmations;
  const words = ([received, confirmed]: readonly [number, number]) =>
    message(told, { received, confirmed, days: 28, share: '50%' }, language);
  const pairs = [
    [0, 0],
    [1, 0],
    [1, 1],
    [4, 0],
    [4, 1],
    [4, 2],
  ] as const;
  expect(pairs.map(words)).toEqual(confirmationsIn[language]);
  const counted = [0, 1, 2].map((n) => message(later, { n }, language).split('. ')[1]);
  expect(counted).toEqual(
    language === 'en'
      ? [
          'Of all forms, none counts today.',
          'Of all forms, one counts today.',
          'Of all forms, 2 count today.',
        ]
      : [
          'De todos los formularios, hoy no cuenta ninguno.',
          'De todos los formularios, hoy cuenta uno.',
          'De todos los formularios, hoy cuentan 2.',
        ],
  );
});
