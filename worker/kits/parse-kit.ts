import type { z } from 'zod';
import { err, ok, type Result } from '../platform/result.ts';
import type { KitProblem } from './problems.ts';
import { brokenReferences } from './references.ts';
import { type Kit, kitSchema } from './schema.ts';

/** The kit, or everything that is wrong with it. */
export function parseKit(json: unknown): Result<Kit, KitProblem[]> {
  const parsed = kitSchema.safeParse(json, { error: explain });
  const problems = [...(parsed.error?.issues ?? []).flatMap(problemsOf), ...brokenReferences(json)];
  return parsed.success && problems.length === 0 ? ok(parsed.data) : err(onceEach(problems));
}

/** An address can be wrong in two ways, which are one thing to mend. */
function onceEach(problems: KitProblem[]): KitProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.path}: ${problem.message}`, problem])).values()];
}

function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    return issue.input === undefined ? 'is missing' : `must be of type ${issue.expected}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `must not be longer than ${issue.maximum} characters`;
  }
  return undefined;
}

function problemsOf(issue: z.core.$ZodIssue): KitProblem[] {
  if (issue.code === 'invalid_key') {
    return issue.issues.map(({ message }) => ({ path: pathOf(issue.path), message }));
  }
  if (issue.code !== 'unrecognized_keys') return [{ path: pathOf(issue.path), message: issue.message }];
  return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is not a key of a kit' }));
}

function pathOf(path: readonly PropertyKey[]): string {
  const spelled = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return spelled.replace(/^\./, '') || 'the whole file';
}
