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
export type Cell = { text: string; source: number; notes: string[] };

export type Bar = { of: 'adopted' | 'proposed' | 'asked' | 'answered'; dollars: number; text: string };

export type ShownLine = {
  name: string;
  about: string | null;
  adopted: Cell | null;
  proposed: Cell | null;
  asked: Cell | null;
  answered: { text: string; notes: string[] } | null;
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
  buys: string[];
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
  const sources: Source[] = [];
  const show: Showing = { language, residents, sources };
  const answers = answersOf(comparison, named);
  const all = comparison.lines.map((line, i) => shownLine(line, answers[i] ?? null, show));
  const lines = all.filter((line) => line.adopted ?? line.proposed ?? line.asked ?? line.answered);
  return {
    ...{ slug, title: title[language], lead: lead[language] },
    ...{ lines, empty: all.length - lines.length },
    perResident: residents && {
      ...{ text: formatNumber(residents.amount, language), notes: [] },
      source: placeOf(residents.source, sources),
    },
    buys: comparison.lines.flatMap((line) => buysOf(line, comparison, language)),
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
    sources: sources.map(({ name, url, page, year }) => {
      const { source, paged } = copy[language];
      const values = { name: name[language], year: String(year), page: page ?? '' };
      return { text: message(page ? paged : source, values, language), url };
    }),
    share: share?.[language] ?? null,
  };
}

type Showing = { language: Language; residents: Figure | null; sources: Source[] };

/** From 1. Numbers from the same page of one document share their place. */
function placeOf(source: Source, sources: Source[]): number {
  const key = JSON.stringify(source);
  const at = sources.findIndex((one) => JSON.stringify(one) === key);
  return at >= 0 ? at + 1 : sources.push(source);
}

function shownLine(line: Line, answers: PublishedAnswers | null, show: Showing): ShownLine {
  const { language, sources } = show;
  const { name, about, adopted, proposed, asked } = line;
  const cell = (figure: Figure | null, notes: string[] = []): Cell | null =>
    figure && {
      text: formatDollars(figure.amount, language),
      source: placeOf(figure.source, sources),
      notes,
    };
  const words = copy[language];
  const onLastYear = changeOf(adopted, proposed);
  const against = askedAgainst(line);
  const difference = changeOf(against, asked);
  const template = proposed ? words.onProposed : words.onLastYear;
  return {
    ...{ name: name[language], about: about?.[language] ?? null },
    adopted: cell(adopted),
    proposed: cell(proposed, onLastYear ? [changeText(onLastYear, words.onLastYear, language)] : []),
    asked: cell(
      asked,
      difference ? [changeText(difference, template, language), ...residentText(difference, show)] : [],
    ),
    answered: answers && answeredText(answers, language),
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

function residentText({ dollars }: Change, { residents, language }: Showing): string[] {
  const each = perResident(dollars, residents);
  if (each === null) return [];
  const words = copy[language];
  if (each === 0 && dollars !== 0) return [words.underCent];
  return [message(words.perResident, { dollars: formatDollars(each, language, true) }, language)];
}

function answeredText({ n, median, middle, unit }: PublishedAnswers, language: Language) {
  const { answered } = copy[language];
  const amount = (value: number) =>
    formatNumber(value, language) + (unit ? unitAfter(unit[language], language) : '');
  const [from, to] = middle;
  return {
    text: message(answered.median, { amount: amount(median) }, language),
    notes: [
      message(answered.middle, { from: amount(from), to: amount(to) }, language),
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

function buysOf(line: Line, { unit }: Comparison, language: Language): string[] {
  const more = changeOf(askedAgainst(line), line.asked)?.dollars ?? 0;
  const count = unitsFor(more, unit?.cost ?? null);
  if (!unit?.cost || count === null || count === 0) return [];
  return [
    message(
      copy[language].buys,
      {
        line: line.name[language],
        dollars: formatDollars(more, language),
        count: formatNumber(count, language),
        unit: unit.name[language],
        each: formatDollars(unit.cost.amount, language),
      },
      language,
    ),
  ];
}
