import type { PlaceCount } from '../../digests/counts-rules.ts';
import { datesOf, type Week } from '../../digests/week-rules.ts';
import type { District, Text } from '../../places/rules.ts';
import { rounded } from '../../platform/step-rules.ts';
import { type AnswerCount, answeredBy, type CountedAnswers, cellsOf, sumOf } from '../kinds/counted.ts';
import { scoreKey, suggestionKey } from '../kinds/measure.ts';
import { type Distribution, kindOf, type Question } from '../kinds/questions.ts';
import type { SuggestionOutcome } from '../measure-rules.ts';
import { questionsOf, type Survey } from '../rules.ts';
import { type AreaTally, areasOf, leastPeople } from './area-rules.ts';
import { type AnswerChange, countedAtEndOf } from './counted-rules.ts';
import { type EarlierAnswer, earlierAnswersIn } from './earlier-rules.ts';
import { joinedRanges, mayTellAreas, rangeOfEverybody, rangesOfAreas, tellingsOf } from './range-rules.ts';
import {
  type Held,
  questionsIn,
  rowsOf,
  type Telling,
  type ToldRange,
  toldBefore,
  toldOf,
} from './release-rules.ts';

export type QuestionTally = Distribution & {
  id: string;
  title: Text;
  answered: number;
  /** The outcomes of the suggested answer; null if there was none, or nobody answered. */
  suggestion: Record<SuggestionOutcome, number> | null;
  byArea: AreaTally[];
  /** The week of its table, if that is an earlier one, and the week of its areas. */
  asOf?: Week;
  areasAsOf?: Week;
  /** Fewer than five answered, so nothing is reported. */
  isTooFew?: true;
};

/** The number at the end of the week, and the change since the committee's last digest. */
export type SendTally = { n: number; change: number };

/**
 * A sentence, by its response's id and the time it was shared. Its owner may withdraw it, so its text is not stored
 * here. `place` is null if too few people answered.
 */
export type TellableWords = { id: string; sharedAt: number; place: string | null; name: Text | null };

/** A survey's tally beside the account of its responses. */
export type SurveyPart = {
  /** Null if the survey has no way to a survey of the city, and had none that somebody took. */
  sends: Record<SendKind, SendTally> | null;
  questions: QuestionTally[];
  /** Answers to questions and options that the survey no longer had. */
  earlier: EarlierAnswer[];
  score: { n: number; mean: number } | null;
  words: TellableWords[];
  held?: Held;
};

export type SendKind = 'opened' | 'reported';

/** The numbers of the digest before this one. */
export type PreviousPart = { week: Week; sends: Record<SendKind, number | null> } & Pick<
  SurveyPart,
  'questions' | 'earlier' | 'held'
>;

export type SurveyPartSnapshot = {
  survey: Survey;
  answers: AnswerCount[];
  /** Changes of all weeks after the one that was reported before or, if there was none, after the one to report. */
  answerChanges: AnswerChange[];
  /** Up to the end of that week. */
  sends: Record<SendKind, number>;
  previousPart: PreviousPart | null;
  words: { id: string; sharedAt: number; place: string }[];
};

type Places = { byPlace: PlaceCount[]; districts: District[] };

/** Without tables whose difference from any earlier table would reveal the answers of fewer than five people. */
export function safePartOf(snapshot: SurveyPartSnapshot, now: CountedAnswers, places: Places): SurveyPart {
  const { answers, answerChanges, previousPart } = snapshot;
  const last = previousPart && countedAtEndOf(previousPart.week, answers, answerChanges);
  const before = toldBefore(last ?? new Map(), previousPart?.held);
  const codes = places.byPlace.map(({ place }) => place);
  const ranges = previousPart ? rangesBefore(previousPart, before, codes) : [];
  const questions = questionsIn(now, before);
  const tellings = tellingsOf(questions, { now, before, ranges }, scoredIn(snapshot.survey));
  const isNow = tellings.survey === 'now';
  const tell = (question: string) => tellings.of.get(question) ?? tellings.survey;
  const part = surveyPartOf(snapshot, toldOf(now, before, tell), places);
  const areasOfNow = ({ id, byArea }: QuestionTally) => ({ question: id, areas: byArea, places: codes });
  const hasAreas =
    isNow && part.questions.every((one) => mayTellAreas(areasOfNow(one), { now, before, ranges }));
  const told = part.questions.map((question) => {
    return toldQuestion(question, { telling: tell(question.id), hasAreas }, previousPart);
  });
  const everybody = isNow ? [] : questions;
  const withAreas = told.filter(({ id, areasAsOf, byArea }) => {
    return tell(id) === 'now' && areasAsOf === undefined && byArea.length > 0;
  });
  const areas = questions.filter((id) => !withAreas.some((one) => one.id === id));
  const rows = rowsOf(before, (id, place) => (place === '' ? everybody : areas).includes(id));
  const toldNow = questions.flatMap((id) => (tell(id) === 'now' ? rangeOfEverybody(id, now) : []));
  const areasNow = withAreas.flatMap((one) => rangesOfAreas(areasOfNow(one), now, ranges));
  return {
    ...part,
    questions: told,
    held: { everybody, areas, rows, ranges: joinedRanges(ranges, toldNow, areasNow) },
  };
}

/** Digests from before there were ranges only know what was reported last. */
function rangesBefore(
  { held, questions }: PreviousPart,
  before: CountedAnswers,
  places: string[],
): ToldRange[] {
  if (held?.ranges) return held.ranges;
  return joinedRanges(
    questionsIn(before).flatMap((id) => rangeOfEverybody(id, before)),
    questions.flatMap(({ id, byArea }) => rangesOfAreas({ question: id, areas: byArea, places }, before)),
  );
}

/** The last day of a week, a Sunday. */
export function lastDayOf(week: Week): string {
  return datesOf(week).endsOn;
}

/** Whether answers to a question add to the score. Those to a question that was removed may have added to it. */
function scoredIn(survey: Survey): (id: string) => boolean {
  const unscored = questionsOf(survey).filter((question) => !kindOf(question).answers.isScored?.(question));
  return (id) => !unscored.some((question) => question.id === id);
}

/** As it was reported before, if it is held; only the areas, if only they are held. */
function toldQuestion(
  question: QuestionTally,
  { telling, hasAreas }: { telling: Telling; hasAreas: boolean },
  previousPart: PreviousPart | null,
): QuestionTally {
  const earlier = previousPart?.questions.find(({ id }) => id === question.id);
  const asOf = earlier?.asOf ?? previousPart?.week;
  const areasAsOf = earlier?.areasAsOf ?? asOf;
  if (telling === 'few' || (telling === 'held' && (!earlier || earlier.isTooFew)))
    return { ...question, answered: 0, suggestion: null, byArea: [], isTooFew: true };
  if (telling === 'held' && earlier) return { ...earlier, ...(asOf && { asOf }) };
  if (hasAreas || question.answered === 0) return question;
  if (!earlier || earlier.byArea.length === 0) return { ...question, byArea: [] };
  return { ...question, byArea: earlier.byArea, ...(areasAsOf && { areasAsOf }) };
}

export function leadsToCity({ survey, sends }: Pick<SurveyPartSnapshot, 'survey' | 'sends'>): boolean {
  return survey.carry.length > 0 || sends.opened > 0 || sends.reported > 0;
}

/** `counted`: the answers at the end of the week. */
export function surveyPartOf(
  snapshot: SurveyPartSnapshot,
  counted: CountedAnswers,
  places: Places,
): SurveyPart {
  const { byPlace } = places;
  const { survey, sends, previousPart } = snapshot;
  const sendTally = (kind: SendKind) => {
    return { n: sends[kind], change: sends[kind] - (previousPart?.sends[kind] ?? 0) };
  };
  const questions = questionsOf(survey).map((question) => questionTally(question, { counted, ...places }));
  return {
    sends: leadsToCity(snapshot) ? { opened: sendTally('opened'), reported: sendTally('reported') } : null,
    questions,
    earlier: earlierAnswersIn(counted, questions, previousPart ?? { questions: [], earlier: [] }),
    score: scoreIn(counted),
    words: snapshot.words.map((words) => ({ ...words, ...areaOf(words.place, byPlace) })),
  };
}

type Surroundings = Places & { counted: CountedAnswers };

function questionTally(question: Question, { counted, byPlace, districts }: Surroundings): QuestionTally {
  const distribution = kindOf(question).tally.distribution(question, counted, districts);
  return {
    id: question.id,
    title: question.title,
    answered: answeredBy(counted, question.id),
    suggestion: suggestionIn(counted, question.id),
    ...distribution,
    byArea: areasOf(question, distribution, { counted, places: byPlace }),
  };
}

function suggestionIn(counted: CountedAnswers, question: string): QuestionTally['suggestion'] {
  const cells = cellsOf(counted, suggestionKey(question));
  if (answeredBy(counted, question) === 0 || cells.size === 0) return null;
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
