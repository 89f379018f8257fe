import { formatNumber, type Language } from '../language.ts';
import { copy } from './copy.ts';

/** "+38", "−5", or a text if nothing changed. */
export function changeLabel(change: number, language: Language): string {
  if (change === 0) return copy[language].noChange;
  return `${change > 0 ? '+' : '−'}${formatNumber(Math.abs(change), language)}`;
}
