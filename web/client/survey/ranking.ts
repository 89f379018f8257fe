import { element, say, tell, type Words } from './form.ts';

type Row = { item: HTMLElement; select: HTMLSelectElement; label: string };

/** Adds buttons that move an option up and down. The selects are what is sent; they follow the buttons. */
export function offerPlaces(form: HTMLFormElement, words: Words): void {
  for (const list of form.querySelectorAll<HTMLElement>('[data-ranking]')) withButtons(form, list, words);
}

function withButtons(form: HTMLFormElement, list: HTMLElement, words: Words): void {
  const rows = [...list.querySelectorAll<HTMLElement>('li')].flatMap((item): Row[] => {
    const select = item.querySelector('select');
    return select ? [{ item, select, label: item.querySelector('label')?.textContent ?? '' }] : [];
  });
  const status = element('p', { class: 'unseen', role: 'status' });
  list.after(status);

  const move = (row: Row, by: 1 | -1) => {
    const order = inOrder(rows);
    const from = order.indexOf(row);
    const to = from + by;
    if (to < 0 || to >= order.length) return;
    order.splice(to, 0, ...order.splice(from, 1));
    order.forEach(({ select }, i) => {
      select.value = String(i + 1);
    });
    arrange(list, rows);
    tell(list);
    status.textContent = say(words, 'moved', { option: row.label, place: to + 1, of: order.length });
  };
  for (const row of rows) {
    let before = row.select.value;
    // The option that held this place gets the place that becomes free.
    row.select.addEventListener('change', () => {
      const other = rows.find(({ select }) => select !== row.select && select.value === row.select.value);
      if (other && row.select.value !== '' && before !== '') other.select.value = before;
    });
    form.addEventListener('change', () => {
      before = row.select.value;
    });
    const buttons = element('span', { class: 'moves' });
    for (const [key, by] of [
      ['up', -1],
      ['down', 1],
    ] as const) {
      const label = say(words, key === 'up' ? 'moveUp' : 'moveDown', { option: row.label });
      const button = element('button', { type: 'button', class: 'move', 'aria-label': label });
      button.textContent = say(words, key);
      button.addEventListener('click', () => move(row, by));
      buttons.append(button);
    }
    row.item.append(buttons);
  }
  form.addEventListener('reset', () => setTimeout(() => arrange(list, rows)));
  list.addEventListener('change', () => arrange(list, rows));
  arrange(list, rows);
}

/** Sorted by place. Options without a place keep their order and come last. */
function inOrder(rows: Row[]): Row[] {
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ select }: Row): number {
  return select.value === '' ? Number.MAX_SAFE_INTEGER : Number(select.value);
}

/**
 * Reorders the rows once every option has a different place. Moving a row loses its focus, so the focus is set again.
 */
function arrange(list: HTMLElement, rows: Row[]): void {
  const places = rows.map(({ select }) => select.value);
  if (new Set(places).size < rows.length || places.includes('')) return;
  const focused = document.activeElement;
  list.append(...inOrder(rows).map(({ item }) => item));
  if (focused instanceof HTMLElement && list.contains(focused)) focused.focus();
}
