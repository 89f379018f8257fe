import type { Language } from '../../web/language.ts';
import { localTime, offsetIn } from '../platform/time/clock.ts';
import type { Numbers } from './load.ts';
import { speeds } from './rules.ts';
import { type CountRow, partnerRows, placeRows, sourceRows, stepRows } from './view.ts';

export const csvColumns = {
  days: [
    'day',
    'forms_sent',
    'confirmed',
    'forms_en',
    'forms_es',
    ...speeds.map((one) => `confirmed_${one}`),
  ],
  hours: ['hour_begins', 'forms_sent'],
  steps: ['step', 'this_week', 'last_week'],
  counts: ['kind', 'key', 'name', 'in_all', 'this_week', 'last_week'],
} as const satisfies Record<string, readonly string[]>;

export type CsvName = keyof typeof csvColumns;

export const csvRows: Record<CsvName, (numbers: Numbers, language: Language) => object[]> = {
  days({ days, confirmed }) {
    const known = new Map(days.map((one) => [one.day, one]));
    return [...new Set([...known.keys(), ...confirmed.keys()])].toSorted().map((on) => {
      const day = known.get(on);
      return {
        day: on,
        forms_sent: day?.received ?? 0,
        confirmed: confirmed.get(on) ?? 0,
        forms_en: day?.languages.en ?? 0,
        forms_es: day?.languages.es ?? 0,
        ...Object.fromEntries(speeds.map((speed) => [`confirmed_${speed}`, day?.soon[speed] ?? 0])),
      };
    });
  },
  hours({ context, days }) {
    const { timeZone } = context.city;
    return days
      .flatMap(({ hours }) => Object.entries(hours))
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([start, n]) => {
        const at = new Date(Number(start) * 1000);
        // With the offset: an hour that the clocks repeat is two rows.
        return {
          hour_begins: localTime(timeZone, at) + offsetIn(timeZone, at),
          forms_sent: n,
        };
      });
  },
  steps(numbers, language) {
    return stepRows(numbers, language).map(({ label, thisWeek, lastWeek }) => {
      return { step: label, this_week: thisWeek, last_week: lastWeek };
    });
  },
  counts(numbers, language) {
    const { tallies, weeks } = numbers;
    const states = tallies
      .filter(({ kind }) => kind === 'state')
      .map(({ key, n, weeks: by }) => {
        return { key, label: key, n, thisWeek: by[weeks.now] ?? 0, lastWeek: by[weeks.before] ?? 0 };
      });
    return [
      ...countRows('status', states),
      ...countRows('source', sourceRows(numbers, language)),
      ...countRows('partner', partnerRows(numbers, language)),
      ...countRows('place', placeRows(numbers, language)),
    ];
  },
};

function countRows(kind: string, rows: readonly CountRow[]): object[] {
  return rows.map(({ key, label, n, thisWeek, lastWeek }) => {
    return { kind, key, name: label, in_all: n, this_week: thisWeek, last_week: lastWeek };
  });
}
