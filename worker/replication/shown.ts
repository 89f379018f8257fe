import {
  formatDate,
  formatDay,
  formatNumber,
  formatShortInstant,
  type Language,
  message,
} from '../../web/language.ts';
import { datesOf } from '../digests/week-rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { pageOfCity } from './links.ts';
import type { MapCity } from './map-rules.ts';
import { copy } from './pages/copy.ts';
import { reasonCopy } from './reason-copy.ts';
import { type CityReading, type Sum, sumOf } from './rules.ts';

/** A number, and the signed statements that it is from. */
export type ShownNumber = { text: string; statements: { href: string; text: string }[] };

export type ShownCity = {
  name: string;
  href: string;
  mark: string | null;
  /** The end of its week and when it was read; null before that. */
  read: string | null;
  signatures: ShownNumber;
  answers: ShownNumber;
  trained: string;
};

export type ShownState = { sum: Sum; cities: ShownCity[]; dots: MapCity[]; problems: string[] };

const none = '–';

/** The cities of a roll-up in one language, as its page shows them. */
export function shownState(
  readings: readonly CityReading[],
  { timeZone, language }: { timeZone: string; language: Language },
): ShownState {
  return {
    sum: sumOf(readings),
    cities: inOrder(readings, language).map((one) => shownCity(one, timeZone, language)),
    dots: readings.map(({ name, longitude, latitude, signatures, counts }) => ({
      ...{ name: name[language], longitude, latitude },
      ...{ count: counts ? signatures : 0, isCounted: counts },
    })),
    problems: readings.flatMap((one) => problemsOf(one, timeZone, language)),
  };
}

/** Those in the sum first, by their signatures. */
function inOrder(readings: readonly CityReading[], language: Language): CityReading[] {
  const size = ({ counts, signatures }: CityReading) => (counts ? signatures : -1);
  return readings.toSorted(
    (a, b) => size(b) - size(a) || a.name[language].localeCompare(b.name[language], language),
  );
}

function shownCity(reading: CityReading, timeZone: string, language: Language): ShownCity {
  const { name, week, trained } = reading;
  return {
    name: name[language],
    href: pageOfCity(reading),
    mark: markOf(reading, language),
    read: readText(reading, timeZone, language),
    signatures: shownNumber(reading, { kind: 'petition', n: reading.signatures }, language),
    answers: shownNumber(reading, { kind: 'survey', n: reading.answers }, language),
    trained: week === null ? none : formatNumber(trained, language),
  };
}

function readText({ week, readAt }: CityReading, timeZone: string, language: Language): string | null {
  if (week === null || readAt === null) return null;
  const ends = formatDay(datesOf(week).endsOn, language);
  return message(copy[language].read, { ends, at: formatShortInstant(readAt, timeZone, language) }, language);
}

function shownNumber(
  { week, statements }: CityReading,
  { kind, n }: { kind: string; n: number },
  language: Language,
): ShownNumber {
  return {
    text: week === null ? none : formatNumber(n, language),
    statements: statements
      .filter((one) => one.kind === kind)
      .map(({ url, n }) => ({ href: url, text: formatNumber(n, language) })),
  };
}

function markOf({ state, isAbovePopulation }: CityReading, language: Language): string | null {
  const { marks } = copy[language];
  if (isAbovePopulation && state !== 'refused') return marks.above;
  return state === 'verified' ? null : marks[state];
}

/** What a reader has to know of a city before they rely on its number. */
export function problemsOf(reading: CityReading, timeZone: string, language: Language): string[] {
  const { problems, source } = copy[language];
  const { name, reason, population, isAbovePopulation } = reading;
  const why = reason === null ? [] : [reasonCopy[language][reason]];
  const said = [...stateSentences(reading, timeZone, language), ...why];
  const above = message(
    problems.above,
    {
      city: name[language],
      population: formatNumber(population, language),
      source: message(
        source,
        { name: reading.source.name[language], year: String(reading.source.year) },
        language,
      ),
    },
    language,
  );
  return [...(said.length > 0 ? [said.join(' ')] : []), ...(isAbovePopulation ? [above] : [])];
}

function stateSentences(
  { name, state, week, counts, readAt, reasonAt, verifiedAt }: CityReading,
  timeZone: string,
  language: Language,
): string[] {
  const { problems } = copy[language];
  const say = (template: string, at: Date | null) => {
    const date = at === null ? '' : formatDate(dateIn(timeZone, at), language);
    return message(template, { city: name[language], date }, language);
  };
  switch (state) {
    case 'verified':
      return [];
    case 'unread':
      return [say(problems.unread, null)];
    case 'late': {
      const date = formatDate(datesOf(week ?? '').endsOn, language);
      const template = counts ? problems.late : problems.lateOut;
      return [message(template, { city: name[language], date }, language)];
    }
    case 'unreachable':
      return [
        say(problems.unreachable, verifiedAt ?? reasonAt ?? readAt),
        ...(counts ? [problems.stays] : []),
      ];
    case 'refused':
      return [say(problems.refused, reasonAt)];
  }
}
