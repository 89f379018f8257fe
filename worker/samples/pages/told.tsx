import type { Child } from 'hono/jsx';
import { Held } from '../../../web/components/held.tsx';
import { NumberTable } from '../../../web/components/number-table.tsx';
import { StackedBars } from '../../../web/components/stacked-bars.tsx';
import { formatDate, formatNumber, type Language, message } from '../../../web/language.ts';
import type { StatementSample } from '../../statements/rules/statement.ts';
import { type Everybody, toldFrom } from '../rules.ts';
import { toldCopy } from './told-copy.ts';
import { answerRows, resultWords, type SampleResult } from './told-words.ts';

/** What everybody may know of a sample. */
export type ToldSample = {
  told: StatementSample;
  /** The day of the announcement, and the last day of the week whose tree is drawn from. */
  announcedOn: string;
  weekEndsOn: string;
  leaves: readonly number[];
  everybody: Everybody | null;
};

/** That everybody is asked, where no more count than are to be drawn; and whether the answers can be told then. */
export function ToldEverybody({ told, everybody, language }: ToldSample & { language: Language }) {
  if (!everybody) return null;
  const words = toldCopy[language].everybody;
  const values = { n: everybody.n, size: told.size, least: toldFrom };
  const isFew = everybody.n < toldFrom && told.result === null;
  return (
    <p>
      {message(everybody.isSure ? words.sure : words.now, values, language)}
      {isFew && ` ${message(words.few, values, language)}`}
    </p>
  );
}

type ToldResultProps = {
  result: SampleResult | null;
  language: Language;
  /** The table without the picture. */
  isPlain?: boolean;
};

/** What was found: a sentence, and a picture with its table. Nothing before there is a result. */
export function ToldResult({ result, language, isPlain }: ToldResultProps) {
  if (!result) return null;
  const words = toldCopy[language];
  const { asked, answered, yes, no } = result;
  const none = asked - answered;
  const isTold = yes !== null && no !== null;
  const shown = (n: number) => formatNumber(n, language);
  const text = isTold
    ? message(words.barText, { yes: shown(yes), no: shown(no), none: shown(none) }, language)
    : message(words.barFew, { answered: shown(answered), none: shown(none) }, language);
  const row = {
    label: `${words.bar} ${shown(asked)}`,
    parts: (isTold ? [yes, no, none] : [answered, 0, none]) as [number, number, number],
    text,
  };
  const table = <NumberTable caption={words.caption} heads={words.heads} {...answerRows(result, language)} />;
  return (
    <>
      <p>
        <b>{resultWords(result, language)}</b>
      </p>
      {isPlain ? table : <StackedBars title={words.picture} rows={[row]} language={language} table={table} />}
      <p class="small">{words.method}</p>
    </>
  );
}

/** Announcement, seed and draw. */
export function ToldFacts({
  told,
  announcedOn,
  weekEndsOn,
  leaves,
  language,
}: ToldSample & { language: Language }) {
  const { facts } = toldCopy[language];
  const { draw } = told;
  const shown = (n: number) => formatNumber(n, language);
  const rows: [string, Child][] = [
    [facts.announced, formatDate(announcedOn, language)],
    [facts.source, <bdi>{told.source}</bdi>],
    [facts.seedOn, formatDate(told.seed_on, language)],
    [facts.tree, message(facts.treeValue, { date: formatDate(weekEndsOn, language) }, language)],
    [facts.size, shown(told.size)],
    ...(told.seed === null ? [] : [[facts.seed, <code>{told.seed}</code>] as [string, Child]]),
    ...(draw
      ? ([
          [
            facts.drawn,
            message(
              facts.drawnValue,
              {
                drawn: shown(draw.drawn),
                tree: shown(draw.tree_size),
                numbers: shown(draw.numbers),
                passed: shown(draw.passed_over),
              },
              language,
            ),
          ],
          [facts.hash, <code>{draw.leaves_sha256}</code>],
        ] as [string, Child][])
      : []),
  ];
  return (
    <>
      <Held rows={rows} />
      {leaves.length > 0 && (
        <details>
          <summary>{facts.leaves}</summary>
          <p class="small">{leaves.join(', ')}</p>
        </details>
      )}
    </>
  );
}
