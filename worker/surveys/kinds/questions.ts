import * as z from 'zod';
import { fieldsOfJson, givenBy } from './fields.ts';
import type { QuestionKind } from './kind.ts';
import { problem } from './reading.ts';
import { kinds } from './registry.ts';

type Kind = (typeof kinds)[number];
type QuestionOf<One> = One extends QuestionKind<infer Of, infer _Kit, infer _Told, infer _Row> ? Of : never;
type DistributionOf<One> =
  One extends QuestionKind<infer _Of, infer _Kit, infer Told, infer _Row> ? Told : never;

export type Question = QuestionOf<Kind>;
/** As a kit writes it. */
export type KitQuestion = z.infer<Kind['kit']['schema']>;
/** How people answered a question, with its wording at that time. */
export type Distribution = DistributionOf<Kind>;
export type AnyKind = QuestionKind<Question, z.ZodType<KitQuestion>, Distribution>;

const byName = new Map<string, AnyKind>(kinds.map((kind) => [kind.kind, kind as AnyKind]));

/** Undefined for a kind that no longer exists. */
export function findKind(name: string): AnyKind | undefined {
  return byName.get(name);
}

export function kindOf({ kind: name }: { kind: string }): AnyKind {
  const kind = byName.get(name);
  if (!kind) throw new Error(`no such kind of question: ${name}`);
  return kind;
}

/** The kinds as an organizer chooses between them. */
export const kindOptions = kinds.map(({ kind, kit }) => ({ value: kind, label: kit.form.name }));

export const kindNames = [...byName.keys()];

const schemas = kinds.map(({ kit }) => kit.schema) as Kind['kit']['schema'][];

/** A question of a kit, of any kind. */
export const questionSchema = z.discriminatedUnion('kind', schemas as [(typeof schemas)[number]], {
  error: ({ code }) => (code === 'invalid_union' ? `must be one of ${kindNames.join(', ')}` : undefined),
});

export function questionOf(kit: KitQuestion): Question {
  const { id, title, help = null, required, show_if: showIf = null, kind } = kit;
  return { id, title, help, required, showIf, kind, ...kindOf(kit).kit.own(kit) } as Question;
}

/** What is wrong with an answer in a kit; null if it is valid. */
export function kitAnswerProblem(kit: KitQuestion, answer: unknown): string | null {
  const { answers, api, kit: rules } = kindOf(kit);
  const question = questionOf(kit);
  const closed = rules.closed?.(question) ?? null;
  if (closed !== null) return closed;
  const shaped = api.answer.safeParse(answer);
  const read = shaped.success
    ? answers.read(question, givenBy(fieldsOfJson(answer)), [])
    : problem('wrong-shape');
  if (!read.ok) return rules.refusal(question, read.error);
  if (read.value === null) return rules.refusal(question, { code: 'missing' });
  const isSame = shaped.success && answers.spelled(read.value) === answers.spelled(shaped.data);
  return isSame ? null : rules.refusal(question, { code: 'wrong-shape' });
}

/** The same for an answer that a link fills in. */
export function kitLinkAnswerProblem(kit: KitQuestion, answer: unknown): string | null {
  const { answers, kit: rules } = kindOf(kit);
  if (answers.prefill) return kitAnswerProblem(kit, answer);
  return rules.closed?.(questionOf(kit)) ?? 'is a text, which no address carries';
}
