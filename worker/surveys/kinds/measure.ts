/**
 * What people are counted under: a question, or a part of one such as a line of a budget. `aspect` is null for the
 * answer itself; else what is counted of it: 'answered', 'suggestion', or what its kind adds. The score is of no
 * question.
 */
export type MeasureKey = { question: string | null; part: string | null; aspect: string | null };

/** One thing that is counted of a response: one person under a key and a value. */
export type Measure = {
  key: MeasureKey;
  /** An option's id, a number, a place, what became of a suggestion; '' where being counted says all. */
  value: string;
  /** What is added up; 0 where nothing is. */
  amount: number;
  /** How a district counts it: under its value, only added up, or not. */
  inDistricts: 'by-value' | 'added-up' | 'not';
};

/** As a response keeps it; triggers count by it. `q` is a key as text, and `p` what districts count it under. */
export type StoredMeasure = { q: string; k: string; t: number; p: string | null };

export function answersTo(question: string, part: string | null = null): MeasureKey {
  return { question, part, aspect: null };
}

export function answeredKey(question: string): MeasureKey {
  return { question, part: null, aspect: 'answered' };
}

export function suggestionKey(question: string): MeasureKey {
  return { question, part: null, aspect: 'suggestion' };
}

export const scoreKey: MeasureKey = { question: null, part: null, aspect: 'score' };

/** One of several that can be chosen. */
export function choice(key: MeasureKey, value: string): Measure {
  return { key, value, amount: 0, inDistricts: 'by-value' };
}

export function amount(key: MeasureKey, value: number): Measure {
  return { key, value: String(value), amount: value, inDistricts: 'added-up' };
}

/** No id has a point or a tilde: `QUESTION.PART~ASPECT`. */
export function keyText({ question, part, aspect }: MeasureKey): string {
  return (question ?? '') + (part === null ? '' : `.${part}`) + (aspect === null ? '' : `~${aspect}`);
}

export function readKeyText(text: string): MeasureKey {
  const [name = '', aspect = null] = text.split('~');
  const [question = '', part = null] = name.split('.');
  return { question: question === '' ? null : question, part, aspect };
}

export function storedMeasure({ key, value, amount, inDistricts }: Measure): StoredMeasure {
  const inDistrict = { 'by-value': value, 'added-up': '', not: null }[inDistricts];
  return { q: keyText(key), k: value, t: amount, p: inDistrict };
}
