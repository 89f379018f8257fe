import * as z from 'zod';
import type { Language, Text } from '../../../web/language.ts';
import { id, text } from '../../kits/atoms.ts';
import { type District, outside, unknown } from '../../places/rules.ts';
import { type CountedAnswers, cellsOf } from './counted.ts';
import type { Labelled, SurveyAnswer } from './kind.ts';
import { type LinkField, mapped } from './link.ts';
import { answersTo, choice, type Measure } from './measure.ts';
import { idsIn } from './reading.ts';
import { mostOptions, namesOnce } from './schemas.ts';
import { surveyJsWords } from './surveyjs.ts';

export type Option = {
  id: string;
  label: Text;
  /** What it adds to the score. */
  score: number | null;
};

const option = z.strictObject({
  id,
  label: text(200),
  score: z.int().min(-100).max(100).optional().describe('What choosing it adds to the score'),
});
export const options = z.array(option).min(2).max(mostOptions);

export function namesOptionsOnce({ options }: { options: { id: string }[] }, context: z.RefinementCtx): void {
  namesOnce('options', options, context);
}

export function optionOf({ id, label, score }: z.infer<typeof option>): Option {
  return { id, label, score: score ?? null };
}

export function optionIds({ options }: { options: { id: string }[] }): string[] {
  return options.map(({ id }) => id);
}

export function labelledIn(parts: { id: string; label: Text }[], language: Language): Labelled[] {
  return parts.map(({ id, label }) => ({ id, label: label[language] }));
}

export function labelIn(parts: { id: string; label: Text }[], id: string, language: Language): string {
  return parts.find((part) => part.id === id)?.label[language] ?? id;
}

export function isScored({ options }: { options: Option[] }): boolean {
  return options.some(({ score }) => score !== null);
}

/** The sum of the scores of the chosen options. */
export function scoreOf({ options }: { options: Option[] }, answer: SurveyAnswer): number | null {
  if (!isScored({ options })) return null;
  const chosen = idsIn(answer);
  return options.reduce((sum, { id, score }) => sum + (chosen.includes(id) ? (score ?? 0) : 0), 0);
}

/** `label` is null for places without a name. */
export type CountedChoice = { id: string; label: Text | null; n: number };
export type ChoiceDistribution<Kind extends string> = { kind: Kind; choices: CountedChoice[] };

export function choiceMeasures({ id }: { id: string }, answer: SurveyAnswer): Measure[] {
  return idsIn(answer).map((chosen) => choice(answersTo(id), chosen));
}

/** The tally that all kinds with choices share. */
export const choiceTally = {
  measures: choiceMeasures,
  parts: ({ choices }: ChoiceDistribution<string>) => choices,
  has({ choices }: ChoiceDistribution<string>, { part, value }: { part: string | null; value: string }) {
    return part === null && choices.some(({ id }) => id === value);
  },
};

export function countChoices(
  id: string,
  parts: { id: string; label: Text | null }[],
  counted: CountedAnswers,
): CountedChoice[] {
  const cells = cellsOf(counted, answersTo(id));
  return parts.map((one) => ({ id: one.id, label: one.label, n: cells.get(one.id)?.n ?? 0 }));
}

/** The number of people in an area behind each choice. */
export const choicesByArea = {
  addedUp: () => [],
  rows({ choices }: ChoiceDistribution<string>, cellsIn: (part: string) => ReturnType<typeof cellsOf>) {
    const cells = cellsIn('');
    return choices.map(({ id }) => ({ id, n: cells.get(id)?.n ?? 0, mean: null }));
  },
};

/** The districts that can be chosen, in order. Retired ones cannot. */
export function placesToChoose(districts: District[]): { id: string; label: Text | null }[] {
  const listed = districts
    .filter(({ retired }) => !retired)
    .map(({ code, name }) => ({ id: code, label: name }));
  return [...listed, ...[outside, unknown].map((id) => ({ id, label: null }))];
}

/** In the words of the target survey, or in ours. */
export function optionText(
  options: Option[],
  id: string,
  { language, option }: { language: Language; option?: (id: string) => string | undefined },
): string {
  return option?.(id) ?? labelIn(options, id, language);
}

/** Known options in their words. The others go into the "Other" line, if there is one. */
export function chosenInLink(
  options: Option[],
  ids: string[],
  { field, language }: { field: LinkField; language: Language },
): { known: string[]; other: string | null } | null {
  const known = ids.flatMap((id) => mapped(field.options, id) ?? []);
  const strange = ids.filter((id) => mapped(field.options, id) === undefined);
  if (strange.length > 0 && !field.other) return null;
  const labels = options.filter(({ id }) => strange.includes(id)).map(({ label }) => label[language]);
  return { known, other: labels.length > 0 ? labels.join(', ') : null };
}

export function surveyJsChoices({ options }: { options: Option[] }) {
  return options.map(({ id, label, score }) => {
    return { value: id, text: surveyJsWords(label), ...(score !== null && { score }) };
  });
}
