import { formatNumber, type Language } from '../../../../web/language.ts';
import { unitAfter } from '../../number-rules.ts';
import type { AreaCell } from './page.ts';

/** "45%", "1,200 dollars". */
export function amountOf(amount: number, unit: string | null, language: Language): string {
  const number = formatNumber(amount, language);
  return unit === null ? number : number + unitAfter(unit, language);
}

/** "41%"; empty if there is nobody. */
export function shareOf(n: number, all: number, language: Language): string {
  const percent = formatNumber(all > 0 ? Math.round((100 * n) / all) : 0, language);
  return language === 'es' ? `${percent}\u00A0%` : `${percent}%`;
}

/** "62 (41%)". */
export function withShare(n: number, all: number, language: Language): string {
  const number = formatNumber(n, language);
  return all > 0 ? `${number} (${shareOf(n, all, language)})` : number;
}

/** A mean or a median with one decimal; a dash if nobody answered. */
export function average(value: number | null, language: Language): string {
  return value === null ? '–' : formatNumber(Math.round(value * 10) / 10, language);
}

/** The same in the unit of a budget or a number. */
export function averageAmount(value: number | null, unit: string | null, language: Language): string {
  return value === null ? '–' : amountOf(Math.round(value * 10) / 10, unit, language);
}

/** The same with its unit apart. */
export function averageApart(value: number | null, unit: string | null, language: Language): AreaCell {
  if (value === null || unit === null) return average(value, language);
  return { value: average(value, language), more: unitAfter(unit, language) };
}

/** The one that is ahead of all others; null if there is none. */
export function leaderOf<One>(all: One[], sizeOf: (one: One) => number): One | null {
  const [first, second] = all.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (!first || sizeOf(first) === 0) return null;
  return second && sizeOf(second) === sizeOf(first) ? null : first;
}
