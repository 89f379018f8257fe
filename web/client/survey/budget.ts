import { element, politely, say, tell, type Words } from './form.ts';

type Line = { input: HTMLInputElement; slider: HTMLInputElement; bars: SVGElement | null };

/**
 * Adds to each budget line a slider beside its number and a bar over the current one, and announces the sum as it
 * changes.
 */
export function offerSliders(form: HTMLFormElement, words: Words): void {
  for (const budget of form.querySelectorAll<HTMLElement>('[data-total]')) withSliders(form, budget, words);
}

function withSliders(form: HTMLFormElement, budget: HTMLElement, words: Words): void {
  const total = Number(budget.dataset.total);
  const { step = '1', unit = '' } = budget.dataset;
  const lines = [...budget.querySelectorAll<HTMLElement>('.line')].flatMap((line) => {
    const input = line.querySelector('input');
    if (!input) return [];
    const label = say(words, 'slider', { line: line.querySelector('label')?.textContent ?? '' });
    const slider = element('input', {
      type: 'range',
      min: '0',
      max: String(total),
      step,
      'aria-label': label,
    });
    input.closest('p')?.after(slider);
    slider.addEventListener('input', () => {
      input.value = slider.value;
      tell(input);
    });
    const bars = line.querySelector('svg');
    bars?.classList.remove('undrawn');
    return [{ input, slider, bars }];
  });
  const key = element('p', { class: 'small', 'aria-hidden': 'true' });
  key.textContent = say(words, 'bars');
  budget.prepend(key);
  const shown = element('p', { class: 'sum', 'aria-hidden': 'true' });
  const status = element('p', { class: 'unseen', role: 'status' });
  budget.append(shown, status);
  const announce = politely(status);

  const update = () => {
    for (const line of lines) draw(line, total);
    const sum = lines.reduce((before, { input }) => before + numberIn(input.value), 0);
    const left = Number((total - sum).toFixed(3));
    const stand = left === 0 ? 'even' : left > 0 ? 'left' : 'over';
    const language = document.documentElement.lang === 'es' ? 'es-US' : 'en-US';
    const amount = `${Math.abs(left).toLocaleString(language)}${unit}`;
    shown.textContent = say(words, stand, { amount });
    shown.classList.toggle('off', left < 0);
    return shown.textContent;
  };
  budget.addEventListener('input', () => announce(update()));
  form.addEventListener('reset', () => setTimeout(update));
  status.textContent = update();
}

function draw({ input, slider, bars }: Line, total: number): void {
  const amount = numberIn(input.value);
  slider.value = String(amount);
  const width = Math.min(100, Math.max(0, (100 * amount) / total));
  bars?.querySelector('.done')?.setAttribute('width', `${width.toFixed(2)}%`);
}

/** Anything that is not a number yet counts as 0. The server accepts more spellings. */
function numberIn(typed: string): number {
  const text = typed.replace(/[^\d.,-]/g, '').replace(/,(?=\d{3}(\D|$))/g, '');
  return Number(text.replace(',', '.')) || 0;
}
