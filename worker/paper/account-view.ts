import { formatNumber, formatPercent, type Language, message } from '../../web/language.ts';
import { errorRateOf, type PaperAccount } from '../actions/paper-rules.ts';
import { copy } from './pages/copy.ts';

/** The account of paper in words, for the console. */
export function accountWords(account: PaperAccount, language: Language) {
  const words = copy[language].figures;
  const rows: [string, number][] = [
    [words.without, account.withoutAddress],
    [words.with, account.withAddress],
    [words.paper, account.duplicatePaper],
    [words.online, account.duplicateOnline],
    [words.illegible, account.illegible],
    [words.crossed, account.crossedOut],
  ];
  const rate = errorRateOf(account);
  return {
    table: {
      caption: words.heading,
      heads: [words.what, words.number] as [string, string],
      rows: rows.map(([label, n]) => ({ label, value: formatNumber(n, language) })),
      total: {
        label: words.total,
        value: formatNumber(
          rows.reduce((sum, [, n]) => sum + n, 0),
          language,
        ),
      },
    },
    rate:
      rate === null
        ? words.noRate
        : message(words.rate, { rate: formatPercent(rate, language), twice: account.enteredTwice }, language),
  };
}
