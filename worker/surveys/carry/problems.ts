import { explain, problemsIn } from '../../kits/issue-words.ts';
import type { KitProblem } from '../../kits/problems.ts';
import type { LinkField } from '../kinds/link.ts';
import { type KitQuestion, kindOf, questionOf } from '../kinds/questions.ts';
import type { MappedConfig } from './adapters/adapter.ts';
import { adapters } from './adapters/registry.ts';

/** Our questions by their ids. Null for a question that is itself broken. */
type Questions = Map<string, KitQuestion | null>;

type CarryInKit = { adapter?: string | undefined; config?: unknown } | null;

/** Problems in the ways to the city's own survey: unknown tools, wrong configs, unknown names. */
export function carryProblems(path: string, carry: CarryInKit[], questions: Questions): KitProblem[] {
  return carry.flatMap((one, i) => (one ? problemsOf(`${path}.carry[${i}]`, one, questions) : []));
}

function problemsOf(
  path: string,
  { adapter: id, config }: NonNullable<CarryInKit>,
  questions: Questions,
): KitProblem[] {
  if (id === undefined) return [];
  const adapter = adapters.get(id);
  if (!adapter) {
    const message = `must be one of ${[...adapters.keys()].join(', ')}`;
    return [{ path: `${path}.adapter`, message }];
  }
  const parsed = adapter.config.safeParse(config, { error: explain });
  if (parsed.success) return strangersIn(`${path}.config`, parsed.data, questions);
  return problemsIn(parsed.error.issues, `${path}.config`, 'is not a setting of this tool');
}

/** Unknown questions and options, and fields of theirs that are named twice. */
function strangersIn(
  path: string,
  { fields = {}, questions: asked = [] }: MappedConfig,
  questions: Questions,
): KitProblem[] {
  const named: Named[] = [
    ...Object.entries(fields).map(([id, field]) => ({ id, at: `${path}.fields.${id}`, field })),
    ...asked.map(({ question: id, options }, i) => {
      return { id, at: `${path}.questions[${i}]`, field: { field: id, options } };
    }),
  ];
  const used = new Set<string>();
  return named.flatMap((one) => {
    const { id, at, field } = one;
    const question = questions.get(id);
    if (question === undefined) return [{ path: at, message: `${id} is not a question of this survey` }];
    if (question === null) return [];
    const twice = namesOf(field).filter((name) => used.has(name) || !used.add(name));
    return [
      ...strangeParts(one, question),
      ...twice.map((name) => ({ path: at, message: `${name} is used for two answers` })),
    ];
  });
}

type Named = {
  id: string;
  at: string;
  field: Omit<LinkField, 'options' | 'text'> & { options?: object | undefined };
};

function strangeParts({ id, at, field }: Named, question: KitQuestion): KitProblem[] {
  const known = kindOf(question).link.mappable(questionOf(question));
  if (known === null) return [];
  return (['options', 'parts'] as const).flatMap((list) =>
    Object.keys(field[list] ?? {})
      .filter((part) => !known.includes(part))
      .map((part) => ({ path: `${at}.${list}.${part}`, message: `is not of the question ${id}` })),
  );
}

/** If the question has no name of its own there, each part has one. */
function namesOf({ entry, field = entry, part, parts }: Named['field']): string[] {
  if (!parts) return field ? [part ? `${field} ${part}` : field] : [];
  return Object.values(parts).map((one) => (field ? `${field} ${one}` : one));
}
