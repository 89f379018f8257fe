import { changeLabel } from '../../web/components/change-label.ts';
import type { NumberTableProps } from '../../web/components/number-table.tsx';
import { formatDay, formatNumber, type Language, message, type Text } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import { linesBlock, numbersBlock, paragraphsBlock } from '../digests/mail-blocks.tsx';
import type { DigestSection, MailPart, MailSurroundings, TallyHead } from '../digests/section.ts';
import { datesOf, type Term } from '../digests/week-rules.ts';
import { digestCopy } from './digest-copy.ts';
import { type FrozenReading, frozen, thawed } from './frozen.ts';
import { statePath } from './links.ts';
import { StaffState } from './pages/staff-state.tsx';
import { readingOf } from './readings.ts';
import { type Sum, sumOf } from './rules.ts';
import { problemsOf } from './shown.ts';
import { type RollupForCommittee, rollupsForCommitteeQuery } from './state-store.ts';

/** What was known of the cities when the digest was made. */
type RollupTally = TallyHead & {
  contactEmail: string;
  timeZone: string;
  state: Text;
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
  snapshot: (db, committeeId, { week }) => rollupsForCommitteeQuery(db, { committeeId, section, week }),
  make: (found, term, _places, at) => ({
    tallies: found.filter((one) => isToldOf(one, term)).map((one) => tallyOf(one, at)),
    problems: [],
  }),
  line: ({ slug, sum, lastTold }) => {
    const confirmed = sum.signatures;
    return { slug, state: 'open', confirmed, change: confirmed - (lastTold ?? 0), corrected: 0 };
  },
  now: (found, at) => found.map((one) => tallyOf(one, at)),
  howCounted: (_city, language) => [digestCopy[language].how],
  mail: mailPart,
  weekOnPage: (tally, { shell }) => onPage(tally, shell, [digestCopy[shell.language].statement]),
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
  const readings = rows.map((row) => readingOf(row, { now: at, publicUrl: '' }));
  const titleIn = (language: Language) =>
    message(digestCopy[language].title, { state: rollup.name[language] }, language);
  return {
    ...{ slug: campaign.slug, title: { en: titleIn('en'), es: titleIn('es') } },
    ...{ contactEmail: campaign.contactEmail, timeZone: campaign.timeZone, state: rollup.name },
    ...{ sum: sumOf(readings), lastTold, cities: readings.map(frozen) },
  };
}

/** The sum in two or three sentences. */
function linesOf({ sum, lastTold, state }: RollupTally, language: Language): string[] {
  const words = digestCopy[language];
  const { cities, signatures: n, answers, trained } = sum;
  const values = { state: state[language], n, cities, answers, trained };
  if (cities === 0 && lastTold === null) return [message(words.none, values, language)];
  const since = lastTold === null ? null : changeLabel(n - lastTold, language);
  return [
    message(words.summary, values, language),
    ...(since === null ? [] : [message(words.change, { change: since }, language)]),
    ...(answers + trained > 0 ? [message(words.others, values, language)] : []),
  ];
}

function problemsIn({ cities, timeZone }: RollupTally, language: Language): string[] {
  return cities.map(thawed).flatMap((reading) => problemsOf(reading, timeZone, language));
}

function tableOf({ cities, sum }: RollupTally, language: Language): NumberTableProps {
  const { table } = digestCopy[language];
  const read = cities.filter(({ week }) => week !== null);
  return {
    caption: table.caption,
    heads: table.heads,
    rows: read.map(({ name, week, signatures, counts }) => {
      const city = `${name[language]}, ${formatDay(datesOf(week ?? '').endsOn, language)}`;
      const label = counts ? city : message(table.out, { city }, language);
      return { label, value: formatNumber(signatures, language) };
    }),
    total: { label: table.total, value: formatNumber(sum.signatures, language) },
  };
}

function mailPart(tally: RollupTally, { language, publicUrl }: MailSurroundings): MailPart {
  const { slug, contactEmail, lastTold, sum } = tally;
  const words = digestCopy[language];
  const title = tally.title[language];
  const lines = linesOf(tally, language);
  const [summary = title] = lines;
  const problems = problemsIn(tally, language);
  return {
    campaign: { slug, contactEmail },
    ...{ title, summary, subject: summary, news: [] },
    hasChanged: sum.signatures !== (lastTold ?? 0),
    blocks: [
      paragraphsBlock(0, {
        heading: title,
        lines: [...lines, words.statement],
        more: { href: publicUrl + statePath(slug), text: words.link },
      }),
      ...(problems.length > 0
        ? [{ ...linesBlock({ heading: words.problems, lines: problems }), rank: 1 as const }]
        : []),
      ...(tally.cities.some(({ week }) => week !== null) ? [numbersBlock(tableOf(tally, language))] : []),
    ],
  };
}

function onPage(tally: RollupTally, shell: Shell, more: readonly string[]) {
  const { language } = shell;
  const words = digestCopy[language];
  return (
    <StaffState
      shell={shell}
      title={tally.title[language]}
      lines={[...linesOf(tally, language), ...more]}
      problems={{ heading: words.problems, lines: problemsIn(tally, language) }}
      table={tally.cities.some(({ week }) => week !== null) ? tableOf(tally, language) : null}
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
