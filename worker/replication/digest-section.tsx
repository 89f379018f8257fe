import { changeLabel } from '../../web/components/change-label.ts';
import type { NumberTableProps } from '../../web/components/number-table.tsx';
import {
  formatDay,
  formatNumber,
  type Language,
  message,
  type Text,
  type Values,
} from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { linesBlock, numbersBlock, paragraphsBlock } from '../digests/mail-blocks.tsx';
import type { DigestSection, MailPart, MailSurroundings, TallyHead } from '../digests/section.ts';
import { datesOf, type Term, type Week } from '../digests/week-rules.ts';
import { digestCopy } from './digest-copy.ts';
import { type FrozenReading, frozen, thawed } from './frozen.ts';
import { statePath } from './links.ts';
import { StaffState } from './pages/staff-state.tsx';
import { readingsOf } from './readings.ts';
import { type Sum, sumOf } from './rules.ts';
import { citiesText, problemsOf } from './shown.ts';
import { type RollupForCommittee, rollupsForCommitteeQuery } from './state-store.ts';

/** What was known of the cities when the digest was made. */
type RollupTally = TallyHead & {
  contactEmail: string;
  timeZone: string;
  state: Text;
  /** The title of the campaign. Digests of earlier versions do not say it. */
  campaign?: Text;
  /** That the digest tells of; left out before there is one, and in digests of earlier versions. */
  week?: Week;
  sum: Sum;
  /** The signatures of the digest before it; null for the first. */
  lastTold: number | null;
  cities: FrozenReading[];
};

const section = 'rollup';

/** The cities of a state, for its committee: the figures of the page at the moment the digest is made. */
export const rollupDigest: DigestSection<RollupForCommittee[], RollupTally, RollupTally, RollupTally> = {
  key: section,
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  leads: true,
  snapshot: (db, committeeId, { week }) => rollupsForCommitteeQuery(db, { committeeId, section, week }),
  make: (found, term, _places, at) => ({
    tallies: found
      .filter((one) => isToldOf(one, term))
      .map((one) => ({ ...tallyOf(one, at), week: term.week })),
    problems: [],
  }),
  line: ({ slug, sum, lastTold }) => {
    const confirmed = sum.signatures;
    return { slug, state: 'open', confirmed, change: confirmed - (lastTold ?? 0), corrected: 0 };
  },
  now: (found, at) => found.map((one) => tallyOf(one, at)),
  howCounted: (_city, language) => [digestCopy[language].how],
  mail: mailPart,
  weekOnPage: (tally, { shell }) => onPage(tally, shell, afterwards(tally, shell.language)),
  // No statement names what no digest has told.
  nowOnPage: (tally, { shell }) => onPage(tally, shell, []),
  csv: { kind: section },
  json: { nowKey: 'rollup_now', week: jsonOf, now: jsonOf },
};

/** As long as the digest also tells of one of the actions, whose statement names what is added up. */
function isToldOf({ actions }: RollupForCommittee, { from, until }: Term): boolean {
  return actions.some(
    ({ opensAt, endsAt }) => opensAt < until.getTime() && (endsAt === null || endsAt >= from.getTime()),
  );
}

function tallyOf({ campaign, rollup, rows, lastTold }: RollupForCommittee, at: Date): RollupTally {
  // Addresses on this site begin with a slash: the mail puts the site before them.
  const readings = readingsOf(rows, { now: at, publicUrl: '' });
  const titleIn = (language: Language) =>
    message(digestCopy[language].title, { state: rollup.name[language] }, language);
  return {
    ...{ slug: campaign.slug, title: { en: titleIn('en'), es: titleIn('es') } },
    ...{ contactEmail: campaign.contactEmail, timeZone: campaign.timeZone, campaign: campaign.title },
    state: rollup.name,
    ...{ sum: sumOf(readings), lastTold, cities: readings.map(frozen) },
  };
}

type Said = {
  /** What stands above the sum, and after the number; null where there is nothing to add up yet. */
  figure: { value: string; label: string; change: string } | null;
  /** The sum in one sentence. */
  summary: string;
  subject: string;
  lines: string[];
};

function saidOf({ sum, cities, lastTold, state, ...tally }: RollupTally, language: Language): Said {
  const words = digestCopy[language];
  const { signatures: n, answers, trained } = sum;
  const say = (template: string, more: Values = {}) =>
    message(
      template,
      {
        ...{ state: state[language], n, answers, trained, ...more },
        campaign: (tally.campaign ?? tally.title)[language],
        where: citiesText({ cities: sum.cities, all: cities.length }, language),
      },
      language,
    );
  if (sum.cities === 0 && lastTold === null) {
    return { figure: null, summary: say(words.none), subject: say(words.subjectOfNone), lines: [] };
  }
  const [value, label] = [formatNumber(n, language), say(words.figure)];
  const change = changeLabel(n - (lastTold ?? 0), language);
  return {
    figure: { value, label, change },
    summary: `${value} ${label}.`,
    subject: say(words.subject, { sum: `${value} ${label}`, change }),
    lines: [
      ...(lastTold === null ? [] : [say(words.change, { change })]),
      ...(answers + trained > 0 ? [say(words.others)] : []),
    ],
  };
}

/** What is told last: what the statement of the week holds, and which cities are behind although nothing is wrong. */
function afterwards({ cities, week = '' }: RollupTally, language: Language): string[] {
  const words = digestCopy[language];
  const earlier = cities.filter(
    (city) => city.counts && city.state === 'verified' && (city.week ?? '') < week,
  );
  const named = earlier.map(({ name }) => name[language]).join(', ');
  return [
    ...(earlier.length > 0 ? [message(words.earlier, { cities: named }, language)] : []),
    words.statement,
  ];
}

/** A number that is not added is told with its reason, not in the table. */
function problemsIn({ cities, timeZone }: RollupTally, language: Language): string[] {
  return cities.flatMap((city) => {
    const problems = problemsOf(thawed(city), timeZone, language);
    if (city.counts || city.week === null) return problems;
    const date = formatDay(datesOf(city.week).endsOn, language);
    const words = message(digestCopy[language].lastNumber, { n: city.signatures, date }, language);
    return [...problems.slice(0, -1), `${problems.at(-1) ?? ''} ${words}`];
  });
}

/** Those that are added up. */
function tableOf({ cities, sum }: RollupTally, language: Language): NumberTableProps | null {
  const { table } = digestCopy[language];
  const added = cities.filter(({ counts }) => counts);
  if (added.length === 0) return null;
  return {
    caption: table.caption,
    heads: table.heads,
    rows: added.map(({ name, week, signatures }) => ({
      label: `${name[language]}, ${formatDay(datesOf(week ?? '').endsOn, language)}`,
      value: formatNumber(signatures, language),
    })),
    total: { label: table.total, value: formatNumber(sum.signatures, language) },
  };
}

function mailPart(tally: RollupTally, { language, publicUrl }: MailSurroundings): MailPart {
  const { slug, contactEmail, lastTold, sum } = tally;
  const words = digestCopy[language];
  const title = tally.title[language];
  const { figure, summary, subject, lines } = saidOf(tally, language);
  const problems = problemsIn(tally, language);
  const table = tableOf(tally, language);
  return {
    campaign: { slug, contactEmail },
    ...{ title, summary, subject, news: [] },
    hasChanged: sum.signatures !== (lastTold ?? 0),
    blocks: [
      paragraphsBlock(0, {
        heading: title,
        figure,
        lines: [summary, ...lines, ...afterwards(tally, language)],
        more: { href: publicUrl + statePath(slug), text: words.link },
      }),
      ...(table ? [numbersBlock(table)] : []),
      ...(problems.length > 0
        ? [{ ...linesBlock({ heading: words.problems, lines: problems }), rank: 1 as const }]
        : []),
    ],
  };
}

function onPage(tally: RollupTally, shell: Shell, more: readonly string[]) {
  const { language } = shell;
  const words = digestCopy[language];
  const { figure, summary, lines } = saidOf(tally, language);
  return (
    <StaffState
      shell={shell}
      title={tally.title[language]}
      figure={figure && { value: tally.sum.signatures, label: figure.label }}
      lines={[...(figure ? [] : [summary]), ...lines, ...more]}
      problems={{ heading: words.problems, lines: problemsIn(tally, language) }}
      table={tableOf(tally, language)}
      more={{ href: statePath(tally.slug), text: words.link }}
    />
  );
}

function jsonOf({ slug, sum, cities }: RollupTally, _city: unknown, language: Language) {
  return {
    ...{ campaign: slug, ...sum },
    by_city: cities.map(({ slug, name, state, reason, counts, week, ...city }) => ({
      ...{ city: slug, name: name[language], state, reason, counts, week },
      ...{ signatures: city.signatures, answers: city.answers, trained: city.trained },
      statements: city.statements.map(({ url, leaf, n }) => ({ url, leaf, n })),
    })),
  };
}
