import { answerControls, fill, tell, valuesOf, type Words } from './form.ts';

/** The button that has nothing to do in each state. */
const idle: Record<string, string> = { kept: 'restore', removed: 'clear' };

/** Shows for each suggestion whether it is still the answer, with buttons that remove it or restore it. */
export function markSuggestions(form: HTMLFormElement, words: Words): void {
  for (const box of form.querySelectorAll<HTMLElement>('[data-suggested]')) {
    const question = box.closest<HTMLElement>('[data-question]');
    const mark = box.querySelector('[data-mark]');
    if (!question || !mark) continue;
    const buttons = [...box.querySelectorAll<HTMLButtonElement>('[data-act]')];
    const name = `answer.${question.dataset.question}`;
    const suggested: Record<string, string[]> = JSON.parse(box.dataset.suggested ?? '{}');
    const standNow = () => {
      const given = valuesOf(form, (field) => field === name || field.startsWith(`${name}.`));
      const stand =
        Object.keys(given).length === 0 ? 'removed' : isSame(given, suggested) ? 'kept' : 'changed';
      for (const button of buttons) button.hidden = idle[stand] === button.dataset.act;
      return stand;
    };
    const update = () => {
      mark.textContent = words[standNow()] ?? '';
    };
    // Keep the mark that the server wrote until something changes: it may also say that the answer came from a link.
    standNow();
    question.addEventListener('input', update);
    form.addEventListener('reset', () => setTimeout(update));
    for (const button of buttons) {
      button.addEventListener('click', () => {
        const controls = answerControls(question);
        fill(controls, button.dataset.act === 'restore' ? suggested : {});
        if (controls[0]) tell(controls[0]);
        // The pressed button is hidden now. Move the focus to the other one.
        if (button.hidden) buttons.find((other) => !other.hidden)?.focus();
      });
    }
    for (const acts of box.querySelectorAll<HTMLElement>('.acts')) acts.hidden = false;
  }
}

/** A blank budget line is the same as 0. */
function isSame(a: Record<string, string[]>, b: Record<string, string[]>): boolean {
  const spell = (values: Record<string, string[]>) =>
    JSON.stringify(
      Object.entries(values)
        .filter(([, own]) => own.join() !== '0')
        .map(([field, own]) => [field, [...own].sort()])
        .sort(),
    );
  return spell(a) === spell(b);
}
