import * as z from 'zod';
import {
  aSource,
  type Codes,
  type KitProblem,
  linkSkeleton,
  list,
  name,
  problemIf,
  repeated,
  repeatedSlugs,
  unlessIn,
  unlessInOrder,
} from '../../kits/problems.ts';
import {
  type KitQuestion,
  kindOf,
  kitAnswerProblem,
  kitLinkAnswerProblem,
  questionOf,
  questionSchema,
} from '../kinds/questions.ts';
import { isInOwnWords } from '../words-rules.ts';

/** A question that is broken is known by its name at most. */
const sound = z.union([questionSchema, z.object({ id: name, kind: z.undefined().catch(undefined) })]);

export const surveysSkeleton = list({
  slug: name,
  committee: name,
  opens_on: name,
  closes_on: name,
  sections: list({
    id: name,
    questions: z.array(z.union([sound, z.unknown().transform(() => null)])).catch([]),
  }),
  suggestions: list({ question: name, answer: z.unknown() }),
  links: list({
    ...linkSkeleton,
    answers: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
});
type Survey = NonNullable<z.infer<typeof surveysSkeleton>[number]>;
type Question = z.infer<typeof sound> | null;

type Kit = { committees: Codes; districts: Codes; petitions: Codes; sources: Codes };

export function inSurveys(surveys: (Survey | null)[], kit: Kit): KitProblem[] {
  return [
    ...repeatedSlugs('surveys', surveys),
    ...surveys.flatMap((survey, i) =>
      problemIf(
        survey?.slug !== undefined && kit.petitions?.includes(survey.slug) === true,
        `surveys[${i}].slug`,
        'is the slug of a petition',
      ),
    ),
    ...surveys.flatMap((survey, i) => (survey ? inSurvey(`surveys[${i}]`, survey, kit) : [])),
  ];
}

/** A question and where it stands, in the order in which they are asked. */
type Placed = { path: string; question: Question };

function inSurvey(path: string, survey: Survey, kit: Kit): KitProblem[] {
  const placed = survey.sections.flatMap((section, i): Placed[] =>
    (section?.questions ?? []).map((question, n) => {
      return { path: `${path}.sections[${i}].questions[${n}]`, question };
    }),
  );
  const sections = survey.sections.map((section) => section?.id);
  return [
    ...unlessIn(kit.committees, survey.committee, `${path}.committee`, 'a committee of this council'),
    ...unlessInOrder(survey.opens_on, survey.closes_on, `${path}.closes_on`, 'opens_on'),
    ...repeated(`${path}.sections`, 'id', sections),
    ...inQuestions(placed, kit.districts),
    ...inSuggestions(path, survey, placed),
    ...survey.links.flatMap((link, i) => inLink(`${path}.links[${i}]`, link, placed, kit.sources)),
  ];
}

function inQuestions(placed: Placed[], districts: Codes): KitProblem[] {
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

function inShowIf(path: string, asked: Question, before: Placed[], districts: Codes): KitProblem[] {
  if (!asked?.kind || !asked.show_if) return [];
  const { question: id, is } = asked.show_if;
  const earlier = before.find(({ question }) => question?.id === id)?.question;
  if (earlier === undefined) return [{ path: `${path}.question`, message: 'is not a question asked before' }];
  if (!earlier?.kind) return [];
  const values = comparable(earlier, districts);
  if (!values)
    return [{ path: `${path}.question`, message: `is of kind ${earlier.kind}: it cannot be compared` }];
  return is.flatMap((value, i) => unlessIn(values, value, `${path}.is[${i}]`, 'an answer to that question'));
}

/** Null for what has too many answers, or none by name. */
function comparable(kit: KitQuestion, districts: Codes): string[] | null {
  const codes = (districts ?? []).filter((code) => code !== undefined);
  return kindOf(kit).kit.comparable?.(questionOf(kit), codes) ?? null;
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

function inLink(path: string, link: Survey['links'][number], placed: Placed[], sources: Codes): KitProblem[] {
  if (!link) return [];
  return [
    ...unlessIn(sources, link.source, `${path}.source`, aSource),
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
  // A question that is broken itself says nothing of its answers.
  if (!found.question?.kind || answer === undefined) return [];
  const message = problemOf(found.question, answer);
  return message === null ? [] : [{ path, message }];
}
