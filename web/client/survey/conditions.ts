import { valuesOf } from './form.ts';

/** A question that hangs on an answer is there only while that answer is. */
export function followConditions(form: HTMLFormElement): void {
  const questions = [...form.querySelectorAll<HTMLElement>('[data-if]')];
  if (questions.length === 0) return;
  for (const line of form.querySelectorAll<HTMLElement>('.condition')) line.hidden = true;
  const update = () => {
    const values = valuesOf(form, (field) => field.startsWith('answer.'));
    // In their order: what hangs on a hidden question is hidden too.
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
