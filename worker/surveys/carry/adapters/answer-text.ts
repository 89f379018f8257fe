import type { Language } from '../../../../web/language.ts';
import type { Answer, Option, Question } from '../../rules.ts';

export type Wording = {
  language: Language;
  /** An option in the words of the survey that the answer goes to, where they are known. */
  option?: (id: string) => string | undefined;
  districts?: Record<string, string> | undefined;
};

/** An answer as a person would type it into another form: one thing a line, plain digits. */
export function answerText(question: Question, answer: Answer, wording: Wording): string {
  const { language } = wording;
  const labelOf = (options: Option[], id: string) =>
    wording.option?.(id) ?? options.find((option) => option.id === id)?.label[language] ?? id;
  switch (question.kind) {
    case 'single':
      return labelOf(question.options, String(answer));
    case 'multiple':
      return idsOf(answer)
        .map((id) => labelOf(question.options, id))
        .join('\n');
    case 'ranking':
      return idsOf(answer)
        .map((id, place) => `${place + 1}. ${labelOf(question.options, id)}`)
        .join('\n');
    case 'allocation':
      return question.lines
        .filter(({ id }) => amountsOf(answer)[id] !== undefined)
        .map(({ id, label }) => {
          const name = wording.option?.(id) ?? label[language];
          return `${name}: ${amountsOf(answer)[id]} ${question.unit[language]}`;
        })
        .join('\n');
    case 'scale':
      return wording.option?.(String(answer)) ?? String(answer);
    case 'district':
      return wording.option?.(String(answer)) ?? wording.districts?.[String(answer)] ?? String(answer);
    default:
      return String(answer);
  }
}

export function idsOf(answer: Answer): string[] {
  return Array.isArray(answer) ? answer : [];
}

export function amountsOf(answer: Answer): Record<string, number> {
  return typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
}
