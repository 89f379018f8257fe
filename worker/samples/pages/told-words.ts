import { formatNumber, formatPercent, type Language, message } from '../../../web/language.ts';
import type { StatementSample } from '../../statements/rules/statement.ts';
import { toldCopy } from './told-copy.ts';

export type SampleResult = NonNullable<StatementSample['result']>;

/** Ten-thousandths, such as 9,642: "96.4%". */
export function shareWords(share: number, language: Language): string {
  return formatPercent(share / 10_000, language);
}

/** What the answers show, in one or two sentences: a range with its method, or why there is none. */
export function resultWords({ answered, yes, low, high }: SampleResult, language: Language): string {
  const words = toldCopy[language];
  if (yes === null || low === null || high === null) return message(words.few, { answered }, language);
  return message(
    words.result,
    {
      yes: formatNumber(yes, language),
      answered: formatNumber(answered, language),
      low: shareWords(low, language),
      high: shareWords(high, language),
    },
    language,
  );
}

export type AnswerRow = { label: string; value: string };

/** All who were drawn, by what they said. The last row is their sum. */
export function answerRows(
  { asked, not_asked, answered, yes, no }: SampleResult,
  language: Language,
): { rows: AnswerRow[]; total: AnswerRow } {
  const { rows } = toldCopy[language];
  const row = (label: string, n: number) => ({ label, value: formatNumber(n, language) });
  const said =
    yes === null || no === null ? [row(rows.answered, answered)] : [row(rows.yes, yes), row(rows.no, no)];
  return {
    rows: [...said, row(rows.none, asked - answered), row(rows.notAsked, not_asked)],
    total: row(rows.drawn, asked + not_asked),
  };
}
