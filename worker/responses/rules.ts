import type { Language, Text } from '../../web/language.ts';
import { addDays, daysBetween, startOfDay } from '../platform/time/clock.ts';

export const answerCodes = ['yes', 'partly', 'no', 'will-look', 'not-addressed'] as const;
export type AnswerCode = (typeof answerCodes)[number];

/** With these a committee promises nothing, so they have no day by which it acts. */
export function promisesNothing(answer: AnswerCode): boolean {
  return answer === 'no' || answer === 'not-addressed';
}

/** 'link': by the committee itself, with the mailed link. The others were recorded by an organizer. */
export const givenBy = ['link', 'letter', 'meeting'] as const;
export type GivenBy = (typeof givenBy)[number];

export const outcomes = ['kept', 'missed'] as const;
export type Outcome = (typeof outcomes)[number];

/** One version of an answer. Days are on the city's calendar, YYYY-MM-DD. */
export type OfficialAnswer = {
  id: number;
  version: number;
  answer: AnswerCode;
  /** As it was written, in that language. */
  text: string;
  language: Language;
  document: string | null;
  answeredOn: string;
  /** The day by which the committee has said it will act or decide. */
  dueOn: string | null;
  givenBy: GivenBy;
  /** Where it was given, of an answer that an organizer recorded. */
  place: string | null;
  /** An organizer entered it after the committee had given an answer of its own. */
  replacesOwn: boolean;
  outcome: { outcome: Outcome; on: string; source: string } | null;
};

/** One ask of one committee, with the version of the answer that holds. */
export type AskedCommittee = {
  committee: { id: number; slug: string; name: Text; council: Text };
  /** The threshold at which it is asked. */
  signatures: number;
  withinDays: number;
  /** Null until the threshold is reached. */
  askedAt: Date | null;
  /** The day of the first answer. */
  firstAnsweredOn: string | null;
  answer: OfficialAnswer | null;
};

/** One ask of a petition, and of whom it is asked. */
export type Ask = { slug: string; text: Text; asked: AskedCommittee[] };

export type Commitment =
  | { state: Outcome; on: string; source: string }
  | { state: 'before' | 'today' | 'overdue'; days: number };

/** Where a commitment stands on a day of the city's calendar; null where the answer commits to nothing. */
export function commitmentOf({ dueOn, outcome }: OfficialAnswer, today: string): Commitment | null {
  if (dueOn === null) return null;
  if (outcome) return { state: outcome.outcome, on: outcome.on, source: outcome.source };
  const days = daysBetween(today, dueOn);
  if (days === 0) return { state: 'today', days };
  return days > 0 ? { state: 'before', days } : { state: 'overdue', days: -days };
}

/** When the day of a commitment has passed on the city's clock. */
export function overdueFrom(dueOn: string, timeZone: string): Date {
  return startOfDay(addDays(dueOn, 1), timeZone);
}

export const mostText = 5000;
export const mostPlace = 200;
export const mostSource = 500;
/** In years: no committee plans further. */
const furthest = 10;

export function isFarAway(day: string, today: string): boolean {
  return daysBetween(today, day) > furthest * 366;
}
