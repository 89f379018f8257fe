import * as z from 'zod';
import { isPlaceholder } from '../../kits/placeholder-rules.ts';
import { mostZips } from '../../places/kit.ts';
import { err, ok, type Result } from '../../platform/result.ts';
import { addDays, dateIn, isTimeZone } from '../../platform/time/clock.ts';
import { type NewKit, slugOf } from './new-kit.ts';
import { findState } from './time-zones.ts';

/** One question of `kit new`, in the order in which they are asked. The flag of the same name answers it. */
export type Question = {
  flag: string;
  ask: string;
  example: string;
  /** What is wrong with an answer; null where nothing is. */
  problem: (answer: string) => string | null;
  /** What an empty answer means, by the answers before it. Without it an answer is needed. */
  usual?: (answers: Answers) => string;
  /** Whether it is asked at all after the answers before it. */
  isAsked?: (answers: Answers) => boolean;
};

export type Answers = Record<string, string | undefined>;

export const lineOf = (longest: number) => (answer: string) => {
  if (answer === '') return 'needs an answer';
  if (answer.length > longest) return `must not be longer than ${longest} characters`;
  return isPlaceholder(answer) ? 'is a placeholder' : null;
};
export const named = (longest: number) => (answer: string) =>
  lineOf(longest)(answer) ?? (slugOf(answer) === '' ? 'must have a letter from A to Z or a digit' : null);
export const address = (answer: string) =>
  z.email().max(254).safeParse(answer).success ? null : 'must be an email address';

export const cityProblem = (answer: string) => {
  const [city, state] = cityAndState(answer);
  if (!city || !state) return 'must be a city and a state with a comma between them';
  return named(80)(city) ?? lineOf(80)(state);
};
export const zipsProblem = (answer: string) => {
  const zips = zipsIn(answer);
  if (zips.length > mostZips) return `must not have more than ${mostZips} ZIP codes`;
  const isRight = zips.length > 0 && zips.every((zip) => /^\d{5}$/.test(zip));
  return isRight ? null : 'must be ZIP codes of five digits, with spaces between them';
};

export const questions: readonly Question[] = [
  { flag: 'city', ask: 'City and state', example: 'Riverton, Ohio', problem: cityProblem },
  { flag: 'zips', ask: 'ZIP codes of the city', example: '45001 45002', problem: zipsProblem },
  {
    flag: 'council',
    ask: 'Who decides',
    example: 'Riverton City Council',
    problem: named(120),
  },
  {
    flag: 'council-email',
    ask: 'Where they get the weekly count (email)',
    example: 'clerk@example.org',
    problem: address,
  },
  { flag: 'name', ask: 'Name of your campaign', example: 'Library open on Saturdays', problem: named(120) },
  {
    flag: 'ask',
    ask: 'What you ask for, in one sentence',
    example: 'Keep the Elm Street library open on Saturdays.',
    problem: lineOf(250),
  },
  {
    flag: 'email',
    ask: 'Email of your campaign, which people who sign can write to',
    example: 'library@example.org',
    problem: address,
  },
];

/** What only flags say. */
export const moreFlags = ['language', 'closes', 'time-zone', 'file'] as const;

const halfAYear = 182;

/** The kit that the answers and flags say, or what is wrong with them, by flag. It opens on the city's day of `now`. */
export function kitOf(answers: Answers, now: Date): Result<NewKit, string[]> {
  const said = (flag: string) => (answers[flag] ?? '').trim();
  const settings = settingsOf(answers, { now, language: 'en' });
  const problems = [...problemsOf(questions, answers), ...settings.problems];
  if (problems.length > 0) return err(problems);
  return ok({
    ...settings.read,
    zips: zipsIn(said('zips')),
    council: said('council').replace(/^the\s+/i, ''),
    councilEmail: said('council-email'),
    name: said('name'),
    ask: said('ask'),
    email: said('email'),
  });
}

/** What is wrong with the answers, by flag. */
export function problemsOf(asked: readonly Question[], answers: Answers): string[] {
  return asked.flatMap(({ flag, problem }) => {
    const wrong = problem((answers[flag] ?? '').trim());
    return wrong === null ? [] : [`--${flag} ${wrong}`];
  });
}

type Settings = Pick<NewKit, 'city' | 'region' | 'timeZone' | 'language' | 'opensOn' | 'closesOn'>;

/** The city, and the settings that have a usual value. */
export function settingsOf(
  answers: Answers,
  { now, language: usual }: { now: Date; language: NewKit['language'] },
): { read: Settings; problems: string[] } {
  const said = (flag: string) => (answers[flag] ?? '').trim();
  const problems: string[] = [];
  const [city = '', typed = ''] = cityAndState(said('city'));
  const state = findState(typed);
  const timeZone = said('time-zone') || state?.timeZone;
  const isKnown = timeZone !== undefined && isTimeZone(timeZone);
  if (typed && !isKnown) {
    problems.push(
      said('time-zone') === ''
        ? '--city must be in a state or territory of the United States: its time zone is not known otherwise'
        : '--time-zone must be the city’s, such as America/New_York',
    );
  }
  const today = dateIn(isKnown ? timeZone : 'UTC', now);
  const language = said('language') || usual;
  if (!isLanguage(language)) problems.push('--language must be en, es or both');
  const closesOn = said('closes') || addDays(today, halfAYear);
  if (!isToCome(closesOn, today)) problems.push('--closes must be a date to come, YYYY-MM-DD');
  const read = {
    city,
    region: state?.name ?? typed,
    timeZone: timeZone ?? '',
    language: isLanguage(language) ? language : usual,
    opensOn: today.toString(),
    closesOn,
  };
  return { read, problems };
}

export function isToCome(date: string, today: string): boolean {
  return z.iso.date().safeParse(date).success && date > today;
}

export function cityAndState(answer: string): string[] {
  return answer.split(',').map((part) => part.trim());
}

export function zipsIn(answer: string): string[] {
  return [...new Set(answer.split(/[\s,;]+/).filter(Boolean))];
}

function isLanguage(given: string): given is NewKit['language'] {
  return given === 'en' || given === 'es' || given === 'both';
}
