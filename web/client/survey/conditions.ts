import { valuesOf } from './form.ts';

/** Shows a question that depends on an answer only while that answer is given. */
export function followConditions(form: HTMLFormElement): void {
  const questions = [...form.querySelectorAll<HTMLElement>('[data-if]')];
  if (questions.length === 0) return;
  for (const line of form.querySelectorAll<HTMLElement>('.condition')) line.hidden = true;
  const update = () => {
    const values = valuesOf(form, (field) => field.startsWith('answer.'));
    // In page order, because a question that depends on a hidden question must be hidden too.
    const hidden = new Set<string>();
    for (const question of questions) {
      const { if: other = '', is = '', question: id = '' } = question.dataset;
      const given = hidden.has(other) ? [] : (values[`answer.${other}`] ?? []);
      question.hidden = !given.some((value) => is.split(' ').includes(value));
      if (question.hidden) hidden.add(id);
    }
  };
  form.addEventListener('input', update);
  form.addEventListener('reset', () => setTimeout(update));
  update();
}
