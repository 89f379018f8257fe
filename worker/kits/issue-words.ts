import type * as z from 'zod';
import type { KitProblem } from './problems.ts';

/**
 * Our own message about a wrong value, so that people who edit a kit never read the messages of a library. A message in
 * the schema itself comes first.
 */
export function explain(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${nameOf(String(issue.expected))}`;
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.map(String).join(', ')}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'is not written as it has to be';
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return 'is not a key of a kit';
    case 'invalid_union':
      return issue.input === undefined ? 'is missing' : 'has none of the forms that it may have';
    default:
      return 'is not right';
  }
}

/** The problems of a part of a kit, by their paths in the file; `path` is where the part stands. */
export function problemsIn(
  issues: readonly z.core.$ZodIssue[],
  path: string,
  unknownKey = 'is not a key of a kit',
): KitProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, path, unknownKey));
}

function problemsOf(issue: z.core.$ZodIssue, path: string, unknownKey: string): KitProblem[] {
  const at = path + spelled(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: tidy(at + spelled([key])), message: unknownKey }));
    case 'invalid_key':
      return issue.issues.map(({ message }) => ({ path: tidy(at), message }));
    case 'invalid_element':
      return problemsIn(issue.issues, at, unknownKey);
    case 'invalid_union': {
      const meant = meantOf(issue.errors);
      if (meant) return problemsIn(meant, at, unknownKey);
      return [{ path: tidy(at), message: issue.message }];
    }
    default:
      return [{ path: tidy(at), message: issue.message }];
  }
}

/** Of the forms that a value may have, the one whose type it has; null where that is none or several. */
function meantOf(forms: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | null {
  const isOfType = (issues: z.core.$ZodIssue[]) =>
    !issues.some(({ code, path }) => path.length === 0 && /^invalid_(type|value)$/.test(code));
  const meant = forms.filter(isOfType);
  const [only] = meant;
  return meant.length === 1 && only ? only : null;
}

type Bounded = z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall> | z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>;

function tooSmall(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  const least = Number(issue.minimum);
  if (counted(issue)) return least <= 1 ? 'must not be empty' : `must have at least ${amount(issue, least)}`;
  return issue.inclusive === false ? `must be more than ${least}` : `must be at least ${least}`;
}

function tooBig(issue: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  const most = Number(issue.maximum);
  if (issue.origin === 'string') return `must not be longer than ${amount(issue, most)}`;
  if (counted(issue)) return `must not have more than ${amount(issue, most)}`;
  return issue.inclusive === false ? `must be less than ${most}` : `must be at most ${most}`;
}

/** Whether it is the number of its parts that is wrong, and not its own size. */
function counted({ origin }: Bounded): boolean {
  return ['string', 'array', 'set', 'map', 'record'].includes(String(origin));
}

function amount({ origin }: Bounded, n: number): string {
  const [one, many] = origin === 'string' ? ['character', 'characters'] : ['entry', 'entries'];
  return `${n} ${n === 1 ? one : many}`;
}

const typeNames: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list, in [ ]',
  object: 'a group of keys, in { }',
  record: 'a group of keys, in { }',
};

function nameOf(type: string): string {
  return typeNames[type] ?? `of another type: ${type}`;
}

const formats: Record<string, string> = {
  email: 'must be an email address',
  url: 'must be a web address',
  date: 'must be a date, YYYY-MM-DD',
};

function spelled(steps: readonly PropertyKey[]): string {
  return steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
}

function tidy(path: string): string {
  return path.replace(/^\./, '') || 'the whole file';
}
