import { formatDollars, type Language, message, type Text } from '../../web/language.ts';
import { paragraphsBlock } from '../digests/mail-blocks.tsx';
import type { DigestSection, MailPart, PageSurroundings, TallyHead } from '../digests/section.ts';
import { StaffLines } from '../digests/staff-lines.tsx';
import { digestCopy } from './digest-copy.ts';
import { type ComparisonForCommittee, comparisonsForCommitteeQuery } from './digest-store.ts';
import { comparisonPath } from './links.ts';
import type { Line } from './rules.ts';

const columns = ['adopted', 'proposed', 'asked'] as const;

type ToldLine = { name: Text } & Record<(typeof columns)[number], number | null>;
type BudgetTally = TallyHead & {
  campaign: string;
  contactEmail: string;
  lines: ToldLine[];
  /** Beside so many lines stands what residents answer. Digests of earlier versions do not say it. */
  answered?: number;
};

/** A digest names so many lines; the page has all of them. */
const mostLines = 3;

/** Where the numbers of the budget are compared, and those of the lines of which the campaign asks something. */
export const budgetDigest: DigestSection<ComparisonForCommittee[], BudgetTally, BudgetTally, BudgetTally> = {
  key: 'budget',
  words: { en: digestCopy.en.section, es: digestCopy.es.section },
  snapshot: comparisonsForCommitteeQuery,
  make: (found) => ({ tallies: found.flatMap(talliesOf), problems: [] }),
  now: (found) => found.flatMap(talliesOf),
  howCounted: () => [],
  mail: (tally, { language, publicUrl }) => mailPart(tally, language, publicUrl),
  weekOnPage: onPage,
  nowOnPage: onPage,
  json: { nowKey: 'budget_now', week: jsonOf, now: jsonOf },
};

/** None while no number has a source and no line has the answers of residents. */
function talliesOf({ comparison, campaign, contactEmail }: ComparisonForCommittee): BudgetTally[] {
  const { slug, title } = comparison;
  const isKnown = ({ adopted, proposed, asked }: Line) => adopted ?? proposed ?? asked;
  const known = comparison.lines.filter(isKnown);
  const answered = comparison.lines.filter(({ answers }) => answers).length;
  if (known.length + answered === 0) return [];
  const asked = known.filter((line) => line.asked).slice(0, mostLines);
  const lines = asked.map((line) => ({
    name: line.name,
    adopted: line.adopted?.amount ?? null,
    proposed: line.proposed?.amount ?? null,
    asked: line.asked?.amount ?? null,
  }));
  return [{ slug, title, campaign, contactEmail, lines, answered }];
}

function saidOf({ lines, answered = 0 }: BudgetTally, language: Language): string[] {
  return [
    ...lines.map((line) => lineText(line, language)),
    ...(answered > 0 ? [message(digestCopy[language].answered, { n: answered }, language)] : []),
  ];
}

function lineText(line: ToldLine, language: Language): string {
  const { amounts } = digestCopy[language];
  const known = columns.flatMap((column) => {
    const amount = line[column];
    if (amount === null) return [];
    return [message(amounts[column], { dollars: formatDollars(amount, language) }, language)];
  });
  return `${line.name[language]}: ${known.join(', ')}.`;
}

function onPage(tally: BudgetTally, { shell }: PageSurroundings) {
  const { language } = shell;
  return (
    <StaffLines
      shell={shell}
      title={tally.title[language]}
      lines={saidOf(tally, language)}
      more={{ href: comparisonPath(tally.slug), text: digestCopy[language].more }}
    />
  );
}

function mailPart(tally: BudgetTally, language: Language, site: string): MailPart {
  const { slug, title, campaign, contactEmail } = tally;
  const heading = title[language];
  const told = saidOf(tally, language);
  const [summary = heading] = told;
  return {
    campaign: { slug: campaign, contactEmail },
    ...{ title: heading, summary, subject: summary, news: [] },
    blocks: [
      paragraphsBlock(1, {
        heading,
        lines: told,
        more: { href: site + comparisonPath(slug), text: digestCopy[language].more },
      }),
    ],
  };
}

function jsonOf({ slug, campaign, lines }: BudgetTally, _city: unknown, language: Language) {
  return { comparison: slug, campaign, lines: lines.map((line) => ({ ...line, name: line.name[language] })) };
}
