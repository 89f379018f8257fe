import type { PlaceCount } from '../../digests/counts-rules.ts';
import type { District, Text } from '../../places/rules.ts';
import { rounded } from '../../platform/step-rules.ts';
import { type AnswerCount, answeredBy, type CountedAnswers, cellsOf, sumOf } from '../kinds/counted.ts';
import { scoreKey, suggestionKey } from '../kinds/measure.ts';
import { type Distribution, kindOf, type Question } from '../kinds/questions.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { questionsOf, type Survey } from '../rules.ts';
import { type AreaTally, areasOf, leastPeople } from './area-rules.ts';
import type { AnswerChange } from './counted-rules.ts';
import { type EarlierAnswer, earlierAnswersIn } from './earlier-rules.ts';

export type QuestionTally = Distribution & {
  id: string;
  title: Text;
  answered: number;
  /** What became of the suggested answer; null where there was none. */
  suggestion: Record<SuggestionOutcome, number> | null;
  byArea: AreaTally[];
};

/** So many by the end of the week, and since the committee was told last. */
export type SendTally = { n: number; change: number };

/**
 * A sentence by its response's id and the instant it was shared: its text is its owner's to take back, and is not kept
 * here. `place` is null where too few people answered to say it.
 */
export type TellableWords = { id: string; sharedAt: number; place: string | null; name: Text | null };

/** What a tally tells of a survey beside the account of its responses. */
export type SurveyPart = {
  sends: Record<SendKind, SendTally>;
  questions: QuestionTally[];
  /** Answers to questions and options that the survey no longer had. */
  earlier: EarlierAnswer[];
  score: { n: number; mean: number } | null;
  words: TellableWords[];
};

export type SendKind = 'opened' | 'reported';

/** What the digest before this one said. */
export type PreviousPart = { sends: Record<SendKind, number> } & Pick<SurveyPart, 'questions' | 'earlier'>;

export type SurveyPartSnapshot = {
  survey: Survey;
  answers: AnswerCount[];
  /** Of all weeks after the one to be told. */
  answerChanges: AnswerChange[];
  /** Up to the end of that week. */
  sends: Record<SendKind, number>;
  previousPart: PreviousPart | null;
  words: { id: string; sharedAt: number; place: string }[];
};

/** `counted` are the answers at the end of the week. */
export function surveyPartOf(
  snapshot: SurveyPartSnapshot,
  counted: CountedAnswers,
  { byPlace, districts }: { byPlace: PlaceCount[]; districts: District[] },
): SurveyPart {
  const { survey, sends, previousPart } = snapshot;
  const sendTally = (kind: SendKind) => {
    return { n: sends[kind], change: sends[kind] - (previousPart?.sends[kind] ?? 0) };
  };
  const questions = questionsOf(survey).map((question) =>
    questionTally(question, { survey, counted, byPlace, districts }),
  );
  return {
    sends: { opened: sendTally('opened'), reported: sendTally('reported') },
    questions,
    earlier: earlierAnswersIn(counted, questions, previousPart ?? { questions: [], earlier: [] }),
    score: scoreIn(counted),
    words: snapshot.words.map((words) => ({ ...words, ...areaOf(words.place, byPlace) })),
  };
}

type Surroundings = { survey: Survey; counted: CountedAnswers; byPlace: PlaceCount[]; districts: District[] };

function questionTally(
  question: Question,
  { survey, counted, byPlace, districts }: Surroundings,
): QuestionTally {
  const distribution = kindOf(question).tally.distribution(question, counted, districts);
  const isSuggested = survey.suggestions.some((suggestion) => suggestion.question === question.id);
  return {
    id: question.id,
    title: question.title,
    answered: answeredBy(counted, question.id),
    suggestion: suggestionIn(counted, question.id, isSuggested),
    ...distribution,
    byArea: areasOf(question, distribution, { counted, places: byPlace }),
  };
}

function suggestionIn(
  counted: CountedAnswers,
  question: string,
  isSuggested: boolean,
): QuestionTally['suggestion'] {
  const cells = cellsOf(counted, suggestionKey(question));
  if (cells.size === 0 && !isSuggested) return null;
  const n = (outcome: SuggestionOutcome) => cells.get(outcome)?.n ?? 0;
  return { kept: n('kept'), changed: n('changed'), removed: n('removed') };
}

function scoreIn(counted: CountedAnswers): SurveyPart['score'] {
  const { n, total } = sumOf(cellsOf(counted, scoreKey));
  return n > 0 ? { n, mean: rounded(total / n) } : null;
}

function areaOf(place: string, byPlace: PlaceCount[]): Pick<TellableWords, 'place' | 'name'> {
  const area = byPlace.find((one) => one.place === place && one.confirmed >= leastPeople);
  return area ? { place, name: area.name } : { place: null, name: null };
}
