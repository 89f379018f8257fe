import {
  formatDate,
  formatDollars,
  formatNumber,
  formatPercent,
  type Language,
  message,
} from '../../web/language.ts';
import { datesOf } from '../digests/week-rules.ts';
import { renderMarkdown } from '../platform/text/markdown.ts';
import type { PublishedAnswers } from '../surveys/digest/published-rules.ts';
import { unitAfter } from '../surveys/number-rules.ts';
import { answersOf } from './answers.ts';
import type { NamedQuestion } from './answers-store.ts';
import { copy } from './pages/copy.ts';
import {
  askedAgainst,
  type Change,
  type Comparison,
  changeOf,
  type Figure,
  type Line,
  perResident,
  type Source,
  unitsFor,
} from './rules.ts';

/** A number with the place of its source in the list of sources. */
export type Cell = { text: string; source: number; year: number; notes: string[] };

export type Bar = { of: 'adopted' | 'proposed' | 'asked' | 'answered'; dollars: number; text: string };

export type ShownLine = {
  name: string;
  about: string | null;
  adopted: Cell | null;
  proposed: Cell | null;
  asked: Cell | null;
  /** `dollars` is the median in dollars, if it is known what one of its unit is worth. */
  answered: { text: string; dollars: Cell | null; notes: string[]; isSpread: boolean } | null;
  bars: Bar[];
};

export type ShownComparison = {
  slug: string;
  title: string;
  lead: string;
  lines: ShownLine[];
  /** Of how many lines there is nothing to show yet. */
  empty: number;
  perResident: Cell | null;
  buys: Cell[];
  /** The surveys whose answers stand beside lines, whether there are answers yet or not. */
  surveys: { slug: string; title: string; asOf: string | null; asked: string[] }[];
  notKnown: { line: string | null; html: string }[];
  concerns: { heading: string; html: string; sources: { name: string; url: string | null }[] }[];
  sources: { text: string; url: string | null }[];
  share: string | null;
};

/** A comparison in one language, as its page shows it. */
export function shownComparison(
  comparison: Comparison,
  named: readonly NamedQuestion[],
  language: Language,
): ShownComparison {
  const { slug, title, lead, residents, notKnown, concerns, share } = comparison;
  const sources: Sources = new Map();
  const show: Showing = { language, residents, sources };
  const answers = answersOf(comparison, named);
  const all = comparison.lines.map((line, i) => shownLine(line, answers[i] ?? null, show));
  const lines = all.filter((line) => line.adopted ?? line.proposed ?? line.asked ?? line.answered);
  return {
    ...{ slug, title: title[language], lead: lead[language] },
    ...{ lines, empty: all.length - lines.length },
    // Dollars a resident stand beside each number that is asked for, and nowhere else.
    perResident:
      residents && lines.some(({ asked }) => asked)
        ? cellOf(residents, formatNumber(residents.amount, language), sources)
        : null,
    buys: comparison.lines.flatMap((line) => buysOf(line, comparison, show)),
    surveys: [...new Map(named.map((one) => [one.survey, one.title]))].map(([slug, name]) => {
      const [week] = comparison.lines.flatMap((line, i) =>
        line.answers?.survey === slug ? (answers[i]?.week ?? []) : [],
      );
      return {
        ...{ slug, title: name[language] },
        asOf: week ? formatDate(datesOf(week).endsOn, language) : null,
        asked: named.flatMap(({ survey, told }) =>
          told && survey === slug ? told.tally.title[language] : [],
        ),
      };
    }),
    notKnown: [
      ...(notKnown ? [{ line: null, html: renderMarkdown(notKnown[language]) }] : []),
      ...comparison.lines.flatMap(({ name, notKnown: text }) =>
        text ? [{ line: name[language], html: renderMarkdown(text[language]) }] : [],
      ),
    ],
    concerns: concerns.map(({ heading, text, sources: from }) => ({
      heading: heading[language],
      html: renderMarkdown(text[language]),
      sources: from.map(({ name, url }) => ({ name: name[language], url })),
    })),
    sources: [...sources.values()].map(({ source: { name, url, page, year } }) => {
      const { source, paged } = copy[language];
      const values = { name: name[language], year: String(year), page: page ?? '' };
      return { text: message(page ? paged : source, values, language), url };
    }),
    share: share?.[language] ?? null,
  };
}

/** By what they say, in the order in which the page first needs them. */
type Sources = Map<string, { source: Source; place: number }>;

type Showing = { language: Language; residents: Figure | null; sources: Sources };

/** From 1. Numbers from the same page of one document share their place. */
function placeOf(source: Source, sources: Sources): number {
  const key = JSON.stringify(source);
  const { place } = sources.get(key) ?? { place: sources.size + 1 };
  sources.set(key, { source, place });
  return place;
}

function cellOf({ source }: Figure, text: string, sources: Sources, notes: string[] = []): Cell {
  return { text, source: placeOf(source, sources), year: source.year, notes };
}

function shownLine(line: Line, answers: PublishedAnswers | null, show: Showing): ShownLine {
  const { language, sources } = show;
  const { name, about, adopted, proposed, asked } = line;
  const cell = (figure: Figure | null, notes: string[] = []): Cell | null =>
    figure && cellOf(figure, formatDollars(figure.amount, language), sources, notes);
  const words = copy[language];
  const onLastYear = changeOf(adopted, proposed);
  const against = askedAgainst(line);
  const difference = changeOf(against, asked);
  const template = proposed ? words.onProposed : words.onLastYear;
  return {
    ...{ name: name[language], about: about?.[language] ?? null },
    adopted: cell(adopted),
    proposed: cell(proposed, onLastYear ? [changeText(onLastYear, words.onLastYear, language)] : []),
    asked: cell(asked, [
      ...(difference ? [changeText(difference, template, language)] : []),
      ...residentText(difference?.dollars ?? asked?.amount ?? 0, difference !== null, show),
    ]),
    answered: answers && answeredText(answers, line.answers?.oneIs ?? null, show),
    bars: barsOf(line, answers, show),
  };
}

function changeText({ dollars, share }: Change, template: string, language: Language): string {
  const percent = share === null ? '' : percentText(share, language);
  const sign = share !== null && share > 0 ? '+' : '';
  return message(
    template,
    {
      dollars: formatDollars(dollars, language, true),
      // Less than a twentieth of a percent would read as none.
      percent: /[1-9]/.test(percent) ? ` (${sign}${percent})` : '',
    },
    language,
  );
}

/** With one decimal. */
function percentText(share: number, language: Language): string {
  return formatPercent(share, language).replace('%', unitAfter('%', language));
}

/** Of a difference with its sign, or of the whole ask. */
function residentText(dollars: number, isChange: boolean, { residents, language }: Showing): string[] {
  const each = perResident(dollars, residents);
  if (each === null) return [];
  const words = copy[language];
  if (each === 0 && dollars !== 0) return [words.underCent];
  return [message(words.perResident, { dollars: formatDollars(each, language, isChange) }, language)];
}

function answeredText(
  { n, median, middle, unit }: PublishedAnswers,
  oneIs: Figure | null,
  { language, sources }: Showing,
) {
  const { answered } = copy[language];
  const amount = (value: number) =>
    formatNumber(value, language) + (unit ? unitAfter(unit[language], language) : '');
  const [from, to] = middle;
  const isSpread = from !== to;
  const values = { from: amount(from), to: amount(to) };
  const dollars = (of: number) => formatDollars(of * (oneIs?.amount ?? 0), language);
  const worth = { dollars: dollars(median), each: dollars(1), one: amount(1) };
  return {
    isSpread,
    text: message(answered.median, { amount: amount(median) }, language),
    dollars: oneIs && cellOf(oneIs, message(answered.worth, worth, language), sources),
    notes: [
      message(isSpread ? answered.middle : answered.same, values, language),
      message(answered.people, { n }, language),
    ],
  };
}

/** In dollars. Answers have a bar if it is known what one of their unit is worth. */
function barsOf(
  { adopted, proposed, asked, answers }: Line,
  told: PublishedAnswers | null,
  show: Showing,
): Bar[] {
  const { language } = show;
  const words = copy[language].bars;
  const each = answers?.oneIs ?? null;
  const amounts = {
    adopted: adopted?.amount,
    proposed: proposed?.amount,
    asked: asked?.amount,
    answered: told && each ? told.median * each.amount : undefined,
  };
  return (['adopted', 'proposed', 'asked', 'answered'] as const).flatMap((of) => {
    const dollars = amounts[of];
    if (dollars === undefined) return [];
    return [
      { of, dollars, text: message(words[of], { dollars: formatDollars(dollars, language) }, language) },
    ];
  });
}

/** Of what is asked for beyond what there is, or of the whole ask where nobody knows what there is. */
function buysOf(line: Line, { unit }: Comparison, { language, sources }: Showing): Cell[] {
  const more = changeOf(askedAgainst(line), line.asked);
  const dollars = more?.dollars ?? line.asked?.amount ?? 0;
  const count = unitsFor(dollars, unit?.cost ?? null);
  if (!unit?.cost || count === null || count === 0) return [];
  const { buys, buysInAll } = copy[language];
  const text = message(
    more ? buys : buysInAll,
    {
      line: line.name[language],
      dollars: formatDollars(dollars, language),
      count: formatNumber(count, language),
      unit: unit.name[language],
      each: formatDollars(unit.cost.amount, language),
    },
    language,
  );
  return [cellOf(unit.cost, text, sources)];
}
