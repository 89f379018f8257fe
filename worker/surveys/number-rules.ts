import type { Language } from '../../web/language.ts';
import type { Text } from '../places/rules.ts';

/** Longer texts are not numbers that people type. */
const longestTyped = 40;

const grouped = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const spaced = /^-?[1-9]\d{0,2}(?:[ '’]\d{3})+(?:[.,]\d+)?$/;
/** One group after a point could also be decimals, so it needs a decimal comma after it. */
const pointed = /^-?[1-9]\d{0,2}(?:(?:\.\d{3})+,\d+|(?:\.\d{3}){2,})$/;
const plain = /^[+-]?(?:\d+[.,]?\d*|[.,]\d+)$/;

/** A number as people write it: 1000, 1,000, 1 000, 0.5 and 0,5, with or without its unit. */
export function parseNumber(typed: string, unit: Text | null = null): number | null {
  if (typed.length > longestTyped) return null;
  const text = withoutUnit(typed.normalize('NFKC').replace(/[\u2010-\u2015\u2212]/g, '-'), unit);
  const spelled = spell(text.replace(/\s+/g, ' ').trim());
  // Adding 0 turns -0 into 0.
  return spelled === null ? null : Number(spelled) + 0;
}

/** A unit after its number: "45%", in Spanish "45 %"; "1,200 dollars". The space is a no-break space. */
export function unitAfter(unit: string, language: Language): string {
  return unit === '%' && language === 'en' ? unit : `\u00a0${unit}`;
}

/** The number in JavaScript's notation. */
function spell(text: string): string | null {
  if (grouped.test(text)) return text.replaceAll(',', '');
  if (spaced.test(text)) return text.replace(/[ '’]/g, '').replace(',', '.');
  if (pointed.test(text)) return text.replaceAll('.', '').replace(',', '.');
  return plain.test(text) ? text.replace(',', '.') : null;
}

function withoutUnit(typed: string, unit: Text | null): string {
  const text = typed.trim().toLowerCase();
  for (const written of unit ? [unit.en, unit.es] : []) {
    const word = written.normalize('NFKC').trim().toLowerCase();
    if (text.endsWith(word)) return text.slice(0, text.length - word.length);
    if (text.startsWith(word)) return text.slice(word.length);
  }
  return text;
}
