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
import { reasonText } from './reason-text.ts';
import { type CityReading, type CityStatement, type Sum, sumOf } from './rules.ts';

/** A number, and the signed statements that it is from. */
export type ShownNumber = { text: string; statements: { href: string; name: string; text: string }[] };

export type ShownCity = {
  name: string;
  href: string;
  mark: string | null;
  /** The end of its week and when it was read; null before that. */
  read: string | null;
  signatures: ShownNumber;
  answers: ShownNumber;
  trained: ShownNumber;
};

export type ShownState = {
  sum: Sum;
  /** How many cities are in it. */
  where: string;
  /** Those in the sum, and the others. */
  cities: ShownCity[];
  out: ShownCity[];
  dots: MapCity[];
  problems: string[];
};

const none = '–';

/** The cities of a roll-up in one language, as its page shows them. */
export function shownState(
  readings: readonly CityReading[],
  { timeZone, language }: { timeZone: string; language: Language },
): ShownState {
  const shown = (counts: boolean) =>
    inOrder(
      readings.filter((one) => one.counts === counts),
      language,
    ).map((one) => shownCity(one, timeZone, language));
  const sum = sumOf(readings);
  return {
    ...{ sum, cities: shown(true), out: shown(false) },
    where: citiesText({ cities: sum.cities, all: readings.length }, language),
    dots: readings.map(({ name, longitude, latitude, signatures, counts }) => ({
      ...{ name: name[language], longitude, latitude },
      ...{ count: counts ? signatures : 0, isCounted: counts },
    })),
    problems: readings.flatMap((one) => problemsOf(one, timeZone, language)),
  };
}

/** How many of them are in a sum. */
export function citiesText({ cities, all }: { cities: number; all: number }, language: Language): string {
  const some = cities < all ? 'yes' : 'no';
  return message(copy[language].where, { some, cities, all }, language);
}

function inOrder(readings: readonly CityReading[], language: Language): CityReading[] {
  return readings.toSorted(
    (a, b) => b.signatures - a.signatures || a.name[language].localeCompare(b.name[language], language),
  );
}

function shownCity(reading: CityReading, timeZone: string, language: Language): ShownCity {
  const { name, week, trained, statements } = reading;
  const ofTrained = statements.find((one) => one.week === week && one.trained === trained);
  return {
    name: name[language],
    href: pageOfCity(reading),
    mark: markOf(reading, language),
    read: readText(reading, timeZone, language),
    signatures: shownNumber(reading, { kind: 'petition', n: reading.signatures }, language),
    answers: shownNumber(reading, { kind: 'survey', n: reading.answers }, language),
    trained: {
      text: numberIn(reading, trained, language),
      statements: ofTrained ? [statementLink(ofTrained, language)] : [],
    },
  };
}

/** A city without a statement has no number. */
export function numberIn({ week }: Pick<CityReading, 'week'>, n: number, language: Language): string {
  return week === null ? none : formatNumber(n, language);
}

/** Its name is the last part of its address, which the statement has signed: a title would be the site's word. */
function statementLink({ url, action, n }: CityStatement, language: Language) {
  return { href: url, name: action.replaceAll('-', ' '), text: formatNumber(n, language) };
}

function readText({ week, readAt }: CityReading, timeZone: string, language: Language): string | null {
  if (week === null || readAt === null) return null;
  const ends = formatDay(datesOf(week).endsOn, language);
  return message(copy[language].read, { ends, at: formatShortInstant(readAt, timeZone, language) }, language);
}

function shownNumber(
  reading: CityReading,
  { kind, n }: { kind: string; n: number },
  language: Language,
): ShownNumber {
  return {
    text: numberIn(reading, n, language),
    statements: reading.statements
      .filter((one) => one.kind === kind)
      .map((one) => statementLink(one, language)),
  };
}

/** What is to be said of a city in two or three words; null if all is well. */
export function markOf({ state, isAbovePopulation, reason }: CityReading, language: Language): string | null {
  const { marks } = copy[language];
  if (isAbovePopulation && state !== 'refused') return marks.above;
  if (reason === 'no-statement') return marks.none;
  return state === 'verified' ? null : marks[state];
}

/** What a reader has to know of a city before they rely on its number. */
export function problemsOf(reading: CityReading, timeZone: string, language: Language): string[] {
  const { problems, source } = copy[language];
  const { name, population, isAbovePopulation } = reading;
  const why = reasonText(reading, language);
  const said = [...stateSentences(reading, timeZone, language), ...(why === null ? [] : [why])];
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
  { name, state, week, counts, reason, reasonAt, verifiedAt }: CityReading,
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
      return [say(reason === 'no-statement' ? problems.none : problems.unread, null)];
    case 'late': {
      const date = formatDate(datesOf(week ?? '').endsOn, language);
      const template = counts ? problems.late : problems.lateOut;
      return [message(template, { city: name[language], date }, language)];
    }
    case 'unreachable':
      return [
        say(verifiedAt === null ? problems.neverReached : problems.unreachable, verifiedAt),
        ...(counts ? [problems.stays] : []),
      ];
    case 'refused':
      return [say(week === null ? problems.neverIn : problems.refused, reasonAt)];
  }
}
