import { expect, test } from 'vitest';
import { formatInstant, timeZoneName } from '../../web/language.ts';

const aWinterDay = new Date('2026-12-01T15:05:00Z');

test.each([
  ['America/New_York', 'Eastern Time', 'hora oriental'],
  ['America/Detroit', 'Eastern Time', 'hora oriental'],
  ['America/Indiana/Petersburg', 'Eastern Time', 'hora oriental'],
  ['America/Anchorage', 'Alaska Time', 'hora de Alaska'],
  ['UTC', 'UTC', 'UTC'],
])('%s is called as it is today, whatever it was in 1970', (timeZone, english, spanish) => {
  expect(timeZoneName(timeZone, 'en')).toBe(english);
  expect(timeZoneName(timeZone, 'es')).toBe(spanish);
  expect(formatInstant(aWinterDay, timeZone, 'en')).toMatch(new RegExp(` [ap]m ${english}$`));
});
