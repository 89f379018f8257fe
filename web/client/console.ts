import { forgetOnSignOut } from './door-kept.ts';
import { enterLines } from './paper.ts';
import { offerPasskeys } from './passkeys.ts';
import { holdSubmits } from './submit.ts';

document.querySelector<HTMLElement>('.summary')?.focus();
offerPasskeys();
holdSubmits();
watchKeys();
enterLines();
forgetOnSignOut();

/** J and K go through the rows, a letter presses the button that names it; ? shows which. */
function watchKeys(): void {
  const help = document.querySelector<HTMLElement>('[data-keys]');
  const dialog = help?.querySelector('dialog');
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (!help || !dialog) return;
  help.hidden = tellButtons(dialog) === 0;
  document.querySelector('main h1')?.after(help);
  showCurrent(rows);
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const key = event.key.toUpperCase();
    // A key that is held down would go on to decide on the rows of the next page.
    if (event.repeat && key !== 'J' && key !== 'K') return;
    const isDone = key === '?' ? toggle(dialog) : !dialog.open && obey(key, rows);
    if (isDone) event.preventDefault();
  });
  // The row that took the place of the one that was decided.
  if (rows.length > 0 && document.querySelector('.done-now')) rows[0]?.focus();
}

/** A line for each key of a button on this page, in the words of the first button that has it. */
function tellButtons(dialog: HTMLDialogElement): number {
  const words = new Map<string, string>();
  for (const button of document.querySelectorAll<HTMLElement>('button[aria-keyshortcuts]')) {
    const key = button.getAttribute('aria-keyshortcuts') ?? '';
    if (!words.has(key)) words.set(key, button.textContent?.trim() ?? '');
  }
  const line = dialog.querySelector<HTMLElement>('[data-of-button]');
  for (const [key, told] of words) {
    if (key === 'U' || !line) continue;
    const own = line.cloneNode() as HTMLElement;
    own.hidden = false;
    own.textContent = `${key}: ${told}`;
    line.before(own);
  }
  const reasons = dialog.querySelector<HTMLElement>('[data-of-reasons]');
  if (reasons) reasons.hidden = !document.querySelector('[data-row] select[name="reason"]');
  return words.size;
}

function toggle(dialog: HTMLDialogElement): boolean {
  if (dialog.open) dialog.close();
  else dialog.showModal();
  return true;
}

function obey(key: string, rows: HTMLElement[]): boolean {
  if (key === 'J' || key === 'K') return move(rows, key === 'J' ? 1 : -1);
  return /^[1-9]$/.test(key) ? choose(Number(key), rows) : press(key, rows);
}

/** The first row is current until another one has the focus, which stays where it is. */
function showCurrent(rows: HTMLElement[]): void {
  const mark = () => rows[0]?.toggleAttribute('data-current', current(rows) < 0);
  mark();
  document.addEventListener('focusin', mark);
}

function currentRow(rows: HTMLElement[]): HTMLElement | undefined {
  return rows[Math.max(0, current(rows))];
}

/** The reason at that place of the current row’s list. */
function choose(nth: number, rows: HTMLElement[]): boolean {
  const list = currentRow(rows)?.querySelector<HTMLSelectElement>('select[name="reason"]');
  if (!list || nth > list.options.length) return false;
  list.selectedIndex = nth - 1;
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input, textarea, select');
}

function current(rows: HTMLElement[]): number {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

function move(rows: HTMLElement[], by: number): boolean {
  const at = current(rows);
  const to = at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by));
  rows[to]?.focus();
  rows[to]?.scrollIntoView({ block: 'nearest' });
  return rows.length > 0;
}

/** The button of the current row, or one that stands in no row. */
function press(key: string, rows: HTMLElement[]): boolean {
  if (!/^[A-Z]$/.test(key)) return false;
  const wanted = `button[aria-keyshortcuts="${key}"]`;
  const row = currentRow(rows);
  const button =
    row?.querySelector<HTMLElement>(wanted) ??
    [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => !one.closest('[data-row]'));
  button?.click();
  return button !== undefined;
}
