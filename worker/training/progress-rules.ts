import { day } from '../platform/time/clock.ts';
import type { Module, Question } from './rules.ts';

/*
 * How far somebody is. It exists only in the page that they have open: each form carries it, signed, to the next page.
 */

/**
 * One letter for each question: '-' not answered, 'w' wrong once, 'R' right at the first try, 'r' right at the second,
 * 'x' wrong twice.
 */
export type Progress = {
  /** Random, from the form with which it began. */
  run: string;
  /** Of the questions: a training whose questions have changed since begins again. */
  version: string;
  letters: string;
  /** False if more began over one connection that day than are counted. They learn like everybody. */
  isCounted: boolean;
};

/** After this it has to be begun again, because what was counted is remembered for little longer. */
export const progressLasts = 7 * day;

export type Step =
  | { kind: 'lesson'; module: Module; nth: number }
  | { kind: 'question'; module: Module; nth: number; question: Question; index: number; last: boolean };

/** Each lesson and its questions, in this order. After the last one comes the end. */
export function stepsOf(modules: readonly Module[]): Step[] {
  let index = 0;
  return modules.flatMap((module, nth): Step[] => [
    { kind: 'lesson', module, nth },
    ...module.questions.map((question, i): Step => {
      const last = i === module.questions.length - 1;
      return { kind: 'question', module, nth, question, index: index++, last };
    }),
  ]);
}

export function begun(
  { run, version, isCounted }: Omit<Progress, 'letters'>,
  steps: readonly Step[],
): Progress {
  const questions = steps.filter(({ kind }) => kind === 'question').length;
  return { run, version, letters: '-'.repeat(questions), isCounted };
}

const shape = /^([0-9a-z]{1,12}\.[\w-]{1,20})\.([0-9a-f]{8})\.([-wRrx]{1,60})(\.uncounted)?$/;

export function writeProgress({ run, version, letters, isCounted }: Progress): string {
  return `${run}.${version}.${letters}${isCounted ? '' : '.uncounted'}`;
}

export function readProgress(text: string): Progress | null {
  const [, run = '', version = '', letters = '', uncounted] = shape.exec(text) ?? [];
  return run === '' ? null : { run, version, letters, isCounted: uncounted === undefined };
}

/** When it began: a run starts with the time, as form tokens do. */
export function isTooOld({ run }: Pick<Progress, 'run'>, now: Date): boolean {
  return now.getTime() - Number.parseInt(run, 36) > progressLasts;
}

/** An answer to a question that is done changes nothing. */
export function answered(progress: Progress, index: number, isRight: boolean): Progress {
  const before = progress.letters[index];
  if (before !== '-' && before !== 'w') return progress;
  const after = before === '-' ? (isRight ? 'R' : 'w') : isRight ? 'r' : 'x';
  const { letters } = progress;
  return { ...progress, letters: letters.slice(0, index) + after + letters.slice(index + 1) };
}

export function isFirstTry(progress: Progress, index: number): boolean {
  return progress.letters[index] === '-';
}

/** Right, or tried twice. */
export function isDone(progress: Progress, index: number): boolean {
  return /[Rrx]/.test(progress.letters[index] ?? '-');
}

export function isFinished({ letters }: Progress): boolean {
  return /^[Rrx]+$/.test(letters);
}

/** The number of the first step whose question is open; that of the end if none is. */
export function firstOpen(progress: Progress, steps: readonly Step[]): number {
  const open = steps.findIndex((step) => step.kind === 'question' && !isDone(progress, step.index));
  return open < 0 ? steps.length : open;
}

/** How many were right at the first try. */
export function rightAtOnce({ letters }: Progress): number {
  return letters.split('R').length - 1;
}
