import type { Text } from '../../../web/language.ts';
import {
  type Around,
  type Field,
  isPart,
  listOf,
  type Part,
  valueAt,
  valueIn,
} from '../../kits/form-rules.ts';
import type { KindForm } from '../kinds/form.ts';
import { findKind } from '../kinds/questions.ts';

/** The survey in which a part of it stands. */
export function surveyAround({ kit, path }: Around): unknown {
  return valueAt(kit, path.slice(0, 2));
}

function questionsOf(survey: unknown): Part[] {
  return listOf(valueIn(survey, 'sections')).flatMap((section) =>
    listOf(valueIn(section, 'questions')).filter(isPart),
  );
}

export function questionsAround(around: Around): Part[] {
  return questionsOf(surveyAround(around));
}

/** Those that are asked before the question in whose page or group this stands. */
export function earlierQuestions(around: Around): Part[] {
  const own = valueAt(around.kit, around.path.slice(0, 6));
  const all = questionsAround(around);
  const at = all.indexOf(own as Part);
  return at < 0 ? all : all.slice(0, at);
}

export function findQuestion(around: Around, id: unknown): Part | undefined {
  return typeof id === 'string' ? questionsAround(around).find((one) => one.id === id) : undefined;
}

export function formOf({ kind }: Part): KindForm | undefined {
  return typeof kind === 'string' ? findKind(kind)?.kit.form : undefined;
}

/** The field for an answer to a question. Null if none may be given, or no address carries it. */
export function answerFieldOf(
  question: Part,
  named: { key: string; label: Text },
  { inLink = false }: { inLink?: boolean } = {},
): Field | null {
  const kind = typeof question.kind === 'string' ? findKind(question.kind) : undefined;
  if (!kind || (inLink && !kind.answers.prefill)) return null;
  return kind.kit.form.answer?.(question, named) ?? null;
}

/** Its kind in the kit that is public: the one that people have answered. */
export function publishedKind(around: Around, { id }: Part): string | null {
  const slug = valueIn(surveyAround(around), 'slug');
  const survey = listOf(valueIn(around.published, 'surveys')).find((one) => valueIn(one, 'slug') === slug);
  const kind = valueIn(
    questionsOf(survey).find((one) => one.id === id),
    'kind',
  );
  return typeof kind === 'string' ? kind : null;
}

/** Whether people have answered it, so that its kind and its name stay. */
export function hasAnswers(around: Around, { id }: Part): boolean {
  const slug = valueIn(surveyAround(around), 'slug');
  return typeof slug === 'string' && typeof id === 'string' && around.kept.has(`${slug} ${id}`);
}
