import type { Text } from '../../web/language.ts';

/** What a kit says about the whole. */
export type Training = {
  name: Text;
  lead: Text;
  /** What a certificate says that somebody has learned. */
  certificate: Text;
  /** A text to share. The address replaces `{link}`. */
  share: Text | null;
};

type Source = { name: string; url: string | null };

/** `text` is Markdown. */
type LessonPart = { heading: Text; text: Text; sources: Source[] };

/** `reason` says why an answer is right or wrong. */
type LessonAnswer = { text: Text; reason: Text; isRight: boolean };

/** A situation, with one right answer. */
export type Question = { slug: string; situation: Text; answers: LessonAnswer[] };

export type Module = {
  slug: string;
  title: Text;
  lead: Text;
  lesson: LessonPart[];
  questions: Question[];
  /** A role, such as a survivor and a lawyer, and the day. Null if nobody has reviewed it. */
  review: { on: string; by: Text } | null;
};

/** Longer than this after a review, organizers are asked for another one. */
export const reviewLasts = 365;

/** How many lessons nobody has reviewed, of how many, and how many are left that somebody has. */
export type Waiting = { n: number; of: number; left: number };

export function waitingOf(modules: readonly Pick<Module, 'review'>[]): Waiting {
  const n = modules.filter(({ review }) => review === null).length;
  return { n, of: modules.length, left: modules.length - n };
}

/** Of modules, because pages of the training have these addresses. */
export const takenSlugs = ['run', 'certificate', 'keys'];

export const mostModules = 10;
export const mostQuestions = 6;

/** What is counted. */
export type Counted = 'started' | 'finished' | 'answered' | 'right';

/** The name under which a question is counted. */
export function questionKey(module: Pick<Module, 'slug'>, question: Pick<Question, 'slug'>): string {
  return `${module.slug}/${question.slug}`;
}
