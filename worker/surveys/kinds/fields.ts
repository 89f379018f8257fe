/**
 * Answers as form fields and in addresses: `answer.QUESTION` (repeated for several choices and, in an address, for a
 * ranking from the first place on) or `answer.QUESTION.PART`.
 */
export type RawAnswers = Record<string, string[]>;

/** The values for one question without blank ones: under its own name, and under the names of its parts. */
export type GivenFields = { values: string[]; parts: Map<string, string[]> };

/** A field of a question; `part` is null for the question's own name. */
export type AnswerField = { part: string | null; values: string[] };

export function fieldName(question: string, part: string | null = null): string {
  return part === null ? `answer.${question}` : `answer.${question}.${part}`;
}

/** The question and part of a field's name; null if it is not an answer's. */
export function readFieldName(field: string): { question: string; part: string | null } | null {
  const named = /^answer\.([^.]+)(?:\.(.+))?$/s.exec(field);
  return named?.[1] ? { question: named[1], part: named[2] ?? null } : null;
}

export function nothingGiven(): GivenFields {
  return { values: [], parts: new Map() };
}

/** The value under the question's own name, or under the name of a part. */
export function valueIn({ values, parts }: GivenFields, part: string | null = null): string | undefined {
  return (part === null ? values : parts.get(part))?.[0];
}

/** By question. */
export function givenIn(raw: RawAnswers): Map<string, GivenFields> {
  const all = new Map<string, GivenFields>();
  for (const [field, values] of Object.entries(raw)) {
    const named = readFieldName(field);
    if (!named) continue;
    all.set(
      named.question,
      addField(all.get(named.question) ?? nothingGiven(), { part: named.part, values }),
    );
  }
  return all;
}

export function givenBy(fields: AnswerField[]): GivenFields {
  return fields.reduce(addField, nothingGiven());
}

function addField(given: GivenFields, { part, values }: AnswerField): GivenFields {
  const filled = values.filter((value) => value.trim() !== '');
  if (filled.length === 0) return given;
  if (part === null) return { ...given, values: filled };
  return { ...given, parts: new Map(given.parts).set(part, filled) };
}

/** A part that no question has, so that its value is refused. */
const noPart: AnswerField = { part: '?', values: ['?'] };

/** An answer as JSON. */
export function fieldsOfJson(answer: unknown): AnswerField[] {
  if (answer === undefined || answer === null) return [];
  const values = Array.isArray(answer) ? answer : [answer];
  if (values.every(isWritten)) return [{ part: null, values: values.map(String) }];
  if (Array.isArray(answer) || typeof answer !== 'object') return [noPart];
  const parts = Object.entries(answer).filter(([, value]) => value !== null);
  return parts.map(([part, value]) => (isWritten(value) ? { part, values: [String(value)] } : noPart));
}

function isWritten(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}
