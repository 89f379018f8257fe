import { err, type Result } from '../../../platform/result.ts';
import { type LinkField, type LinkValues, mapped } from '../../kinds/link.ts';
import { kindOf, type Question } from '../../kinds/questions.ts';
import { answeredQuestions, questionsOf } from '../../rules.ts';
import type { Carried, CarryInput, CarryWarning, CopyLine } from './adapter.ts';

/** Some mail programs, proxies and chats cut longer links. */
export const longestLink = 1900;

/** A name in their survey and its value there. */
export type Pair = [name: string, value: string];
type Written = Result<Pair[], CarryWarning['code']>;

/** How a tool reads answers from its address. */
export type LinkSyntax<F extends LinkField> = {
  fields: Record<string, F>;
  /** Whether `options` are the visible texts there, and not codes. */
  inWords: boolean;
  /** The pairs for an answer, or why a link cannot carry it. */
  write(values: LinkValues, field: F): Written;
  urlOf(pairs: Pair[]): string;
};

type Entry = { question: Question; line: CopyLine; pairs: Pair[]; isText: boolean };

/** The link with as many answers as fit, and the copy sheet with the rest. */
export function linkBy<F extends LinkField>(input: CarryInput, syntax: LinkSyntax<F>): Carried {
  const entries: Entry[] = [];
  const warnings: CarryWarning[] = [];
  const toCopy = new Map<string, CopyLine>();
  for (const { question, answer } of answeredQuestions(input.survey, input.answers)) {
    const field = fieldOf(syntax.fields, question.id);
    if (!field) {
      warnings.push({ question: question.id, code: 'not-asked' });
      continue;
    }
    const values = kindOf(question).link.values(question, answer, { field, language: input.language });
    const pairs: Written = values.ok ? syntax.write(values.value, field) : err(values.error);
    const line = copyLine(question, syntax.inWords ? field : { text: field.text }, input);
    if (pairs.ok) {
      const isText = values.ok && values.value.kind === 'one' && values.value.isText;
      entries.push({ question, line, pairs: pairs.value, isText });
    } else {
      warnings.push({ question: question.id, code: pairs.error });
      toCopy.set(question.id, line);
    }
  }
  const { kept, dropped } = shorten(entries, syntax.urlOf);
  for (const { question, line } of dropped) {
    warnings.push({ question: question.id, code: 'too-long' });
    toCopy.set(question.id, line);
  }
  return {
    url: syntax.urlOf(kept.flatMap(({ pairs }) => pairs)),
    carried: kept.map(({ question }) => question.id),
    toCopy: questionsOf(input.survey).flatMap(({ id }) => toCopy.get(id) ?? []),
    warnings,
  };
}

function copyLine(question: Question, field: LinkField, input: CarryInput): CopyLine {
  const { language, districts, answers } = input;
  const option = (id: string) => mapped(field.options, id);
  return {
    question: question.id,
    theirs: (field.text ?? question.title)[language],
    answer: kindOf(question).link.text(question, answers[question.id]!, { language, districts, option }),
  };
}

/** Drops the longest texts first, then the longest other answers. */
function shorten(entries: Entry[], urlOf: (pairs: Pair[]) => string): { kept: Entry[]; dropped: Entry[] } {
  const lengthOf = (some: Entry[]) => urlOf(some.flatMap(({ pairs }) => pairs)).length;
  const kept = [...entries];
  const dropped: Entry[] = [];
  while (kept.length > 0 && lengthOf(kept) >= longestLink) {
    const texts = kept.filter(({ isText }) => isText);
    const candidates = texts.length > 0 ? texts : kept;
    const longest = candidates.reduce((most, one) => (lengthOf([one]) > lengthOf([most]) ? one : most));
    kept.splice(kept.indexOf(longest), 1);
    dropped.push(longest);
  }
  return { kept, dropped };
}

function fieldOf<Value>(fields: Record<string, Value> | undefined, id: string): Value | undefined {
  return fields && Object.hasOwn(fields, id) ? fields[id] : undefined;
}

/** Writes a space as %20, since half of these tools show a plus sign as it is. */
export function addressOf(base: string, pairs: Pair[]): string {
  const url = new URL(base);
  const query = new URLSearchParams(url.search);
  for (const [name, value] of pairs) query.append(name, value);
  url.search = query.toString().replaceAll('+', '%20');
  return url.href;
}

/** One name for the whole answer; parts have their own fields. */
export function byName(
  name: string | undefined,
  values: LinkValues,
  several: (values: string[]) => Written,
): Written {
  if (values.kind === 'parts') return { ok: true, value: values.parts };
  if (name === undefined || values.kind === 'ranked') return err('not-by-link');
  if (values.kind === 'several') return several(values.values);
  return { ok: true, value: [[name, values.value]] };
}

/** Several choices in one value. A choice that contains a comma would be read as two. */
export function listed(name: string | undefined) {
  return (values: string[]): Written =>
    name === undefined || values.some((value) => value.includes(','))
      ? err('not-by-link')
      : { ok: true, value: [[name, values.join(',')]] };
}
