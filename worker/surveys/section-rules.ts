import { fieldName, type RawAnswers } from './kinds/fields.ts';
import { kindOf, type Question } from './kinds/questions.ts';
import { questionsOf, type Section, type Survey } from './rules.ts';

/** The names of a question's fields in a form. */
function fieldsOf(question: Question): string[] {
  const { answers, parts } = kindOf(question);
  if (!answers.byPart || !parts) return [fieldName(question.id)];
  return parts(question).map(({ id }) => fieldName(question.id, id));
}

/** The values for these questions, without blank ones and without unknown fields. */
export function rawOf(questions: Question[], sent: RawAnswers): RawAnswers {
  return Object.fromEntries(
    questions.flatMap(fieldsOf).flatMap((field) => {
      const values = (Object.hasOwn(sent, field) ? sent[field] : undefined)?.filter(
        (value) => value.trim() !== '',
      );
      return values && values.length > 0 ? [[field, values]] : [];
    }),
  );
}

/** The suggested answers, replaced where another answer was given. */
export function filledOver(survey: Survey, suggested: RawAnswers, given: RawAnswers): RawAnswers {
  const free = questionsOf(survey).filter((question) => Object.keys(rawOf([question], given)).length === 0);
  return { ...rawOf(free, suggested), ...given };
}

/** The next section after this one, or before it, that asks anything given these answers. */
export function sectionFrom(
  { sections }: Survey,
  id: string,
  { by, visible }: { by: 1 | -1; visible: Set<string> },
): Section | null {
  let at = sections.findIndex((section) => section.id === id) + by;
  while (sections[at]?.questions.every((question) => !visible.has(question.id))) at += by;
  return sections[at] ?? null;
}

export function sectionOfQuestion({ sections }: Survey, question: string): Section | null {
  return sections.find(({ questions }) => questions.some(({ id }) => id === question)) ?? null;
}

/** The first section that contains one of these fields, or else the first of all. */
export function sectionOfFields({ sections }: Survey, fields: string[]): Section | null {
  const found = sections.find(({ questions }) => questions.some(({ id }) => fields.includes(fieldName(id))));
  return found ?? sections[0] ?? null;
}

/**
 * The questions of a page, including those that depend on another question of the same page, because the page shows and
 * hides them while it is filled in. Those that depend on an earlier page are decided by its answers.
 */
export function questionsOfPage(questions: Question[], visible: Set<string>): Question[] {
  const shown = new Set<string>();
  for (const { id, showIf } of questions) {
    const isHere = showIf !== null && questions.some((other) => other.id === showIf.question);
    if (isHere ? shown.has(showIf.question) : visible.has(id)) shown.add(id);
  }
  return questions.filter(({ id }) => shown.has(id));
}

/** The questions that are asked, by section. */
export function askedSections({ sections }: Survey, visible: Set<string>): Section[] {
  return sections
    .map((section) => ({ ...section, questions: section.questions.filter(({ id }) => visible.has(id)) }))
    .filter(({ questions }) => questions.length > 0);
}

type Entered = { raw: RawAnswers; person: Record<string, string> };

/** For the section that was shown, what was sent; for everything else, what was there before. */
export function enteredOverEarlier<Sent extends Entered>(
  survey: Survey,
  shown: string,
  { sent, earlier }: { sent: Sent; earlier: Entered },
): Sent {
  const isShown = ({ id }: Section) => survey.layout === 'one-page' || id === shown;
  const questionsIn = (sections: Section[]) => sections.flatMap(({ questions }) => questions);
  const elsewhere = questionsIn(survey.sections.filter((section) => !isShown(section)));
  const here = questionsIn(survey.sections.filter(isShown));
  return {
    ...sent,
    raw: { ...rawOf(elsewhere, earlier.raw), ...rawOf(here, sent.raw) },
    person: { ...sent.person, ...earlier.person },
  };
}
