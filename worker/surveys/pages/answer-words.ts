import { formatNumber, type Language } from '../../../web/language.ts';
import { copy } from './copy.ts';
import type { Answer, QuestionOf, SurveyQuestion } from './survey.ts';

/** An answer as people read it, a line each: what was chosen, the places of a ranking, the amounts of a budget. */
export function answerLines(
  question: SurveyQuestion,
  answer: Answer | undefined,
  language: Language,
): string[] {
  if (answer === undefined) return [];
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'district':
      return [answer].flat().map((id) => labelOf(question.options, String(id)));
    case 'ranking':
      return [answer].flat().map((id, i) => `${i + 1}. ${labelOf(question.options, String(id))}`);
    case 'allocation':
      return amountLines(question, answer, language);
    case 'scale':
      return [scaleLabel(question, Number(answer))];
    case 'number':
      return [amountOf(Number(answer), question.unit, language)];
    default:
      return [String(answer)];
  }
}

/** "45 %", "1,200 dollars". */
export function amountOf(amount: number, unit: string | null, language: Language): string {
  const number = formatNumber(amount, language);
  return unit === null ? number : `${number}\u00a0${unit}`;
}

/** "1 – Not at all"; numbers between the ends stand alone. */
export function scaleLabel({ from, to, fromLabel, toLabel }: QuestionOf<'scale'>, value: number): string {
  const label = value === from ? fromLabel : value === to ? toLabel : null;
  return label === null ? String(value) : `${value} – ${label}`;
}

function amountLines(question: QuestionOf<'allocation'>, answer: Answer, language: Language): string[] {
  const amounts = typeof answer === 'object' && !Array.isArray(answer) ? answer : {};
  const today = copy[language].field.today;
  return question.lines.map(({ id, label, today: now }) => {
    const amount = amountOf(amounts[id] ?? 0, question.unit, language);
    return `${label}: ${amount} (${today} ${amountOf(now, question.unit, language)})`;
  });
}

function labelOf(options: { id: string; label: string }[], id: string): string {
  return options.find((option) => option.id === id)?.label ?? id;
}

const lists = {
  en: new Intl.ListFormat('en-US', { type: 'disjunction' }),
  es: new Intl.ListFormat('es-US', { type: 'disjunction' }),
};

/** “Yes”, “Maybe” or “No”. */
export function quotedList(labels: string[], language: Language): string {
  return lists[language].format(labels.map((label) => quoted(label, language)));
}

export function quoted(text: string, language: Language): string {
  return language === 'es' ? `«${text}»` : `“${text}”`;
}
