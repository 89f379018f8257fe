import { changeLabel } from '../../web/components/change-label.ts';
import type { CountTablesProps, Lines } from '../../web/components/count-tables.tsx';
import type { NumberTableProps } from '../../web/components/number-table.tsx';
import { placeLabel } from '../../web/components/place-label.ts';
import {
  formatDate,
  formatNumber,
  formatPercent,
  type Language,
  message,
  timeZoneName,
} from '../../web/language.ts';
import { signatureStates } from '../actions/account-rules.ts';
import { paperCheckLines } from '../actions/paper-check-words.ts';
import { duplicatesOf, errorRateOf } from '../actions/paper-rules.ts';
import type { PartnerCount } from '../coalition/credit-rules.ts';
import { districtsIn } from '../places/rules.ts';
import type { BarTable } from '../platform/mail/mail-tables.tsx';
import { dateIn } from '../platform/time/clock.ts';
import {
  type ActionCounts,
  confirmedInCity,
  isDistrict,
  type PlaceCount,
  type SourceCount,
} from './counts-rules.ts';
import { writtenDay } from './dates.ts';
import { newsWords } from './news-words.ts';
import { fallWords, struckLines } from './struck-words.ts';
import { copy, type Writing } from './tally-copy.ts';
import type { ActionTally, Correction } from './tally-rules.ts';

export type TallyWords = ReturnType<typeof tallyWords>;

/** All texts about a tally, shared by the mail and the page. */
export function tallyWords(tally: ActionTally, writing: Writing) {
  const { wording, language } = writing;
  const corrections = [
    ...tally.corrections.map((correction) => correctionLine(correction, writing)),
    ...struckLines(tally, language),
  ];
  const next = { heading: copy[language].next.heading, lines: nextLines(tally, writing) };
  return {
    title: tally.title[language],
    confirmed: formatNumber(tally.confirmed, language),
    verified: message(wording.verified, { n: tally.confirmed }, language),
    change: changeLabel(tally.change, language),
    summary: summaryOf(tally, writing),
    state: wording.state[tally.state],
    ...newsWords(tally, writing),
    fall: tally.change < 0 ? fallWords(wording.fall, tally, language) : null,
    notes: notesOf(tally, writing),
    corrections: { heading: copy[language].corrections, lines: corrections, none: wording.corrections.none },
    next,
    counts: countWords(tally, writing),
  };
}

/** The numbers of an action at one instant. */
export function countWords(counts: ActionCounts, writing: Writing): Omit<CountTablesProps, 'ofWeek'> {
  const { wording, language } = writing;
  return {
    language,
    places: placeCounts(counts, writing),
    account: accountTable(counts, writing),
    possible: {
      heading: copy[language].possible,
      text: message(wording.possible, { n: counts.possibleDuplicates }, language),
    },
    paper: paperLines(counts, language),
    sources: sourceTable(counts, writing),
    partners: partnerTable(counts, writing),
  };
}

/** Null if nobody has signed on paper. */
function paperLines({ paper }: ActionCounts, language: Language): CountTablesProps['paper'] {
  if (!paper) return null;
  const words = copy[language].paper;
  const rate = errorRateOf(paper);
  const values = {
    n: paper.withoutAddress,
    count: formatNumber(paper.withoutAddress, language),
    addressed: paper.withAddress,
    duplicate: duplicatesOf(paper),
    unread: paper.illegible + paper.crossedOut,
    twice: paper.enteredTwice,
    rate: rate === null ? '' : formatPercent(rate, language),
  };
  const lines = [words.counted, words.others, ...(rate === null ? [words.unchecked] : [words.checked])];
  return {
    heading: words.heading,
    lines: [
      ...lines.map((line) => message(line, values, language)),
      ...(paper.check ? paperCheckLines(paper.check, language) : []),
    ],
  };
}

/** What a week's page says below the numbers. */
export function linesOfWeek({ corrections, next }: Pick<TallyWords, 'corrections' | 'next'>): Lines[] {
  const { heading, lines, none } = corrections;
  return [{ heading, lines: lines.length > 0 ? lines : [none] }, next];
}

/** The districts as bars, the largest first. */
export function barsOf({ places }: Pick<CountTablesProps, 'places'>): BarTable {
  const districts = places.districts.toSorted((a, b) => b.n - a.n);
  const most = places.isCharted && districts.length <= mostBars ? (districts[0]?.n ?? 0) : 0;
  return {
    caption: places.heading,
    heads: places.heads,
    changeHead: places.changeHead,
    bars: districts.map(({ n, ...row }) => ({ ...row, share: most > 0 ? n / most : null })),
    others: places.others,
    total: places.total,
  };
}

/** The first sentence of a digest: how many, how that changed, how many of the city. */
function summaryOf(tally: ActionTally, { wording, city, language }: Writing): string {
  const { confirmed } = tally;
  const values = { n: confirmedInCity(tally), city: city.name, ...districtsIn(city) };
  const inCity = confirmed === 0 ? '' : message(copy[language].inCity, values, language);
  return message(wording.summary, { confirmed, change: changeOf(tally, language), city: inCity }, language);
}

function changeOf({ change, changeSince }: ActionTally, language: Language): string {
  const words = copy[language].changes;
  if (!changeSince) return words.first;
  const template = change > 0 ? words.more : change < 0 ? words.fewer : words.none;
  return message(
    template,
    { n: formatNumber(Math.abs(change), language), date: writtenDay(changeSince.weekEndsOn, language) },
    language,
  );
}

/** Notes: not open, a count that fell, and what a monthly reader has missed. */
function notesOf(tally: ActionTally, { wording, city, language }: Writing): string[] {
  const { state, change, sinceLastMail, reopenings = [] } = tally;
  const on = (instant: string) => writtenDay(dateIn(city.timeZone, new Date(instant)), language);
  const sinceMail =
    sinceLastMail &&
    message(
      copy[language].sinceMail,
      {
        date: writtenDay(sinceLastMail.weekEndsOn, language),
        change: changeLabel(sinceLastMail.change, language),
      },
      language,
    );
  return [
    ...(state === 'open' ? [] : [`${wording.state[state]}.`]),
    ...reopenings.map(({ closedAt, reopenedAt }) =>
      message(copy[language].reopened, { closed: on(closedAt), reopened: on(reopenedAt) }, language),
    ),
    ...(change < 0 ? [fallWords(wording.fall, tally, language)] : []),
    ...(sinceMail ? [sinceMail] : []),
  ];
}

// With fewer than this, bars would suggest more than the numbers show.
const enoughForBars = 10;
// More than this, and bars would take the place of what else a mail has to say.
const mostBars = 40;

function placeCounts(counts: ActionCounts, { wording, city, language }: Writing): CountTablesProps['places'] {
  const words = copy[language].places;
  const number = (n: number) => formatNumber(n, language);
  const hasChanges = counts.byPlace.some(({ change }) => change !== undefined);
  const changeIn = ({ change }: { change?: number }) =>
    change === undefined ? undefined : change === 0 ? '0' : changeLabel(change, language);
  const changeOfAll = (places: PlaceCount[]) =>
    changeIn(hasChanges ? { change: places.reduce((sum, { change = 0 }) => sum + change, 0) } : {});
  const rows = counts.byPlace.map((one) => ({
    label: placeLabel(one, city.name, language),
    value: number(one.confirmed),
    change: changeIn(one),
    n: one.confirmed,
    isDistrict: isDistrict(one),
  }));
  const inCity = confirmedInCity(counts);
  const { hasDistricts = true } = city;
  return {
    heading: message(wording.places.heading, districtsIn(city), language),
    heads: [words.place, wording.account.number],
    changeHead: hasChanges ? words.change : null,
    districts: hasDistricts ? rows.filter((row) => row.isDistrict) : [],
    others: [
      {
        label: message(words.inCity, { city: city.name, ...districtsIn(city) }, language),
        value: number(inCity),
        change: changeOfAll(counts.byPlace.filter(isDistrict)),
      },
      ...rows.filter((row) => !row.isDistrict),
    ],
    total: {
      label: wording.places.total,
      value: number(counts.confirmed),
      change: changeOfAll(counts.byPlace),
    },
    isCharted: hasDistricts && inCity >= enoughForBars,
  };
}

function accountTable({ account }: ActionCounts, { wording, language }: Writing): NumberTableProps {
  const words = wording.account;
  return {
    caption: words.heading,
    heads: [words.what, words.number],
    rows: signatureStates.map((state) => ({
      label: words[state],
      value: formatNumber(account[state], language),
    })),
    total: { label: words.received, value: formatNumber(account.received, language) },
  };
}

function sourceTable(
  { bySource, confirmed }: ActionCounts,
  { wording, language }: Writing,
): NumberTableProps | null {
  if (bySource.length === 0) return null;
  return {
    caption: wording.sources,
    heads: [copy[language].sources.source, wording.account.number],
    rows: bySource.map((one) => ({
      label: sourceLabel(one, language),
      value: formatNumber(one.confirmed, language),
    })),
    total: { label: wording.places.total, value: formatNumber(confirmed, language) },
  };
}

/** Null where no partner brought anybody, and for digests from before there were partners. */
function partnerTable(
  { byPartner = [], confirmed }: ActionCounts,
  { wording, language }: Writing,
): CountTablesProps['partners'] {
  if (byPartner.length === 0) return null;
  const words = copy[language].partners;
  return {
    caption: words.heading,
    heads: [words.partner, wording.account.number],
    rows: byPartner.map((one) => ({
      label: partnerLabel(one, language),
      value: formatNumber(one.confirmed, language),
    })),
    total: { label: wording.places.total, value: formatNumber(confirmed, language) },
    note: words.text,
  };
}

export function sourceLabel({ source, name }: SourceCount, language: Language): string {
  if (name) return name[language];
  const words = copy[language].sources;
  return source === 'direct' ? words.direct : source === 'other' ? words.other : source;
}

export function partnerLabel({ partner }: PartnerCount, language: Language): string {
  return partner?.name[language] ?? copy[language].partners.own;
}

function correctionLine({ what, weekEndsOn, count }: Correction, { wording, language }: Writing): string {
  return message(wording.corrections[what], { n: count, date: writtenDay(weekEndsOn, language) }, language);
}

/** Reached and next thresholds, and the next juncture. */
function nextLines(tally: ActionTally, { city, language }: Writing): string[] {
  const words = copy[language].next;
  const { reached, next } = tally.thresholds;
  const number = (n: number) => formatNumber(n, language);
  const lines = reached.map(({ signatures, name, reachedAt }) => {
    const date = writtenDay(dateIn(city.timeZone, new Date(reachedAt)), language);
    const goal = { n: signatures, goal: number(signatures) };
    return message(words.reached, { ...goal, name: name[language], date }, language);
  });
  if (next && tally.state === 'open') {
    const left = next.signatures - tally.confirmed;
    lines.push(
      message(words.toGoal, { left, goal: number(next.signatures), name: next.name[language] }, language),
    );
  }
  if (tally.nextJuncture) {
    const { name, on } = tally.nextJuncture;
    lines.push(message(words.juncture, { name: name[language], date: formatDate(on, language) }, language));
  }
  return lines;
}

/** How people are counted, by the wording of what they did. */
export function howCounted({ wording, city, language }: Writing): string[] {
  const { once, confirmed, place } = wording.how;
  const timeZone = timeZoneName(city.timeZone, language);
  const lives = message(place, { city: city.name, ...districtsIn(city) }, language);
  return [once, confirmed, lives, message(copy[language].week, { city: city.name, timeZone }, language)];
}
