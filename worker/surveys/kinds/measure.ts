/**
 * The key of a count: a question, or a part of one such as a line of a budget. `aspect` is null for the
 * answer itself, or 'answered', 'suggestion', or an aspect of its kind. The score belongs to no
 * question.
 */
export type MeasureKey = { question: string | null; part: string | null; aspect: string | null };

/** One entry of a response in the counts: one person under a key and a value. */
export type Measure = {
  key: MeasureKey;
  /** An option's id, a number, a place, or the outcome of a suggestion; '' if the key says everything. */
  value: string;
  /** The amount that is summed; 0 if nothing is. */
  amount: number;
  /** How a district counts it: under its value, only as a sum, or not at all. */
  inDistricts: 'by-value' | 'added-up' | 'not';
};

/** As stored with a response; triggers count by it. `q` is the key as text, `p` the value for districts. */
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

/** One of several options. */
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
