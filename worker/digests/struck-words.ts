import { strikeWords } from '../../web/components/strike-words.ts';
import { formatNumber, type Language, message } from '../../web/language.ts';
import { copy } from './tally-copy.ts';
import type { ActionTally } from './tally-rules.ts';

type Struck = Pick<ActionTally, 'struck' | 'struckInWeek'>;

/** What organizers struck off, and why. Tallies of earlier versions do not say. */
export function struckLines({ struck = {}, struckInWeek = {} }: Struck, language: Language): string[] {
  const words = copy[language].struck;
  return [line(words.week, struckInWeek, language), line(words.all, struck, language)].filter(
    (text) => text !== '',
  );
}

/** Why a count fell: with the reasons of what was struck off in that week. */
export function fallWords(fall: string, { struckInWeek = {} }: Struck, language: Language): string {
  return [fall, line(copy[language].struck.week, struckInWeek, language)].join(' ').trim();
}

/** Empty where nothing was struck off; more taken back than struck off is told by the corrections. */
function line(template: string, byCode: Record<string, number>, language: Language): string {
  const codes = Object.entries(byCode)
    .filter(([, n]) => n > 0)
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b));
  if (codes.length === 0) return '';
  const list = codes.map(([code, n]) => `${strikeWords(code, language)} (${formatNumber(n, language)})`);
  const total = codes.reduce((sum, [, n]) => sum + n, 0);
  return message(template, { n: total, list: list.join('; ') }, language);
}
