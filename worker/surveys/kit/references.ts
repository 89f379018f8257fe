import * as z from 'zod';
import { actionSkeleton } from '../../actions/kit.ts';
import { sourceNames } from '../../coalition/kit.ts';
import { linkSkeleton } from '../../coalition/kit-links.ts';
import { addresseeProblems } from '../../councils/kit.ts';
import type { Names } from '../../kits/names.ts';
import { type KitProblem, list, name, problemIf, repeated, unlessInOrder } from '../../kits/problems.ts';
import { districtNames } from '../../places/kit.ts';
import { carryProblems } from '../carry/problems.ts';
import {
  type KitQuestion,
  kindOf,
  kitAnswerProblem,
  kitLinkAnswerProblem,
  questionOf,
  questionSchema,
} from '../kinds/questions.ts';
import { isInOwnWords } from '../words-rules.ts';

/** Of a broken question, at most its id is known. */
const sound = z.union([questionSchema, z.object({ id: name, kind: z.undefined().catch(undefined) })]);

export const surveysSkeleton = list({
  ...actionSkeleton,
  sections: list({
    id: name,
    questions: z.array(z.union([sound, z.unknown().transform(() => null)])).catch([]),
  }),
  suggestions: list({ question: name, answer: z.unknown() }),
  carry: list({ adapter: name, config: z.unknown() }),
  links: list({
    ...linkSkeleton,
    answers: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
});
type Survey = NonNullable<z.infer<typeof surveysSkeleton>[number]>;
type Question = z.infer<typeof sound> | null;

export function inSurveys(surveys: (Survey | null)[], names: Names): KitProblem[] {
  return surveys.flatMap((survey, i) => (survey ? inSurvey(`surveys[${i}]`, survey, names) : []));
}

/** A question and its path, in the order of the survey. */
type Placed = { path: string; question: Question };

function inSurvey(path: string, survey: Survey, names: Names): KitProblem[] {
  const placed = survey.sections.flatMap((section, i): Placed[] =>
    (section?.questions ?? []).map((question, n) => {
      return { path: `${path}.sections[${i}].questions[${n}]`, question };
    }),
  );
  const sections = survey.sections.map((section) => section?.id);
  return [
    ...addresseeProblems(names, survey.committee, `${path}.committee`),
    ...unlessInOrder(survey.opens_on, survey.closes_on, `${path}.closes_on`, 'opens_on'),
    ...repeated(`${path}.sections`, 'id', sections),
    ...inQuestions(placed, names.in(districtNames) ?? []),
    ...inSuggestions(path, survey, placed),
    ...carryProblems(path, survey.carry, knownById(placed)),
    ...survey.links.flatMap((link, i) => inLink(`${path}.links[${i}]`, link, placed, names)),
  ];
}

function knownById(placed: Placed[]): Map<string, KitQuestion | null> {
  return new Map(
    placed.flatMap(({ question }) =>
      question?.id === undefined ? [] : [[question.id, question.kind ? question : null]],
    ),
  );
}

function inQuestions(placed: Placed[], districts: string[]): KitProblem[] {
  const ids = placed.map(({ question }) => question?.id);
  const inOwnWords = placed.filter(({ question }) => question?.kind && isInOwnWords(questionOf(question)));
  return [
    ...placed.flatMap(({ path }, i) =>
      problemIf(ids[i] !== undefined && ids.indexOf(ids[i]) < i, `${path}.id`, `${ids[i]} is used twice`),
    ),
    ...inOwnWords
      .slice(1)
      .map(({ path }) => ({ path: `${path}.in_own_words`, message: 'is asked for once in a survey' })),
    ...placed.flatMap(({ path, question }, i) =>
      inShowIf(`${path}.show_if`, question, placed.slice(0, i), districts),
    ),
  ];
}

function inShowIf(path: string, asked: Question, before: Placed[], districts: string[]): KitProblem[] {
  if (!asked?.kind || !asked.show_if) return [];
  const { question: id, is } = asked.show_if;
  const earlier = before.find(({ question }) => question?.id === id)?.question;
  if (earlier === undefined) return [{ path: `${path}.question`, message: 'is not a question asked before' }];
  if (!earlier?.kind) return [];
  const values = comparable(earlier, districts);
  if (!values)
    return [{ path: `${path}.question`, message: `is of kind ${earlier.kind}: it cannot be compared` }];
  return is.flatMap((value, i) =>
    problemIf(!values.includes(value), `${path}.is[${i}]`, 'is not an answer to that question'),
  );
}

/** Null if it has too many answers, or none with a name. */
function comparable(kit: KitQuestion, districts: string[]): string[] | null {
  return kindOf(kit).kit.comparable?.(questionOf(kit), districts) ?? null;
}

function inSuggestions(path: string, { suggestions }: Survey, placed: Placed[]): KitProblem[] {
  const named = suggestions.map((suggestion) => suggestion?.question);
  return [
    ...repeated(`${path}.suggestions`, 'question', named),
    ...suggestions.flatMap((suggestion, i) => {
      const at = `${path}.suggestions[${i}]`;
      return suggestion?.question === undefined
        ? []
        : inAnswer({ id: suggestion.question, path: `${at}.question` }, suggestion.answer, {
            path: `${at}.answer`,
            placed,
            problemOf: kitAnswerProblem,
          });
    }),
  ];
}

function inLink(path: string, link: Survey['links'][number], placed: Placed[], names: Names): KitProblem[] {
  if (!link) return [];
  return [
    ...names.unlessIn(sourceNames, link.source, `${path}.source`),
    ...Object.entries(link.answers ?? {}).flatMap(([id, answer]) => {
      const at = `${path}.answers.${id}`;
      return inAnswer({ id, path: at }, answer, { path: at, placed, problemOf: kitLinkAnswerProblem });
    }),
  ];
}

type AnswerCheck = { path: string; placed: Placed[]; problemOf: typeof kitAnswerProblem };

function inAnswer(
  named: { id: string; path: string },
  answer: unknown,
  { path, placed, problemOf }: AnswerCheck,
): KitProblem[] {
  const found = placed.find(({ question }) => question?.id === named.id);
  if (!found) return [{ path: named.path, message: 'is not a question of this survey' }];
  // The answers of a broken question are not known.
  if (!found.question?.kind || answer === undefined) return [];
  const message = problemOf(found.question, answer);
  return message === null ? [] : [{ path, message }];
}
