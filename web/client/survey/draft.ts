import { answerControls, fill, isTick, tell, valuesOf } from './form.ts';

type Draft = { base: string; values: Record<string, string[]> };

const prefix = (slug: string) => `survey ${slug} `;

let isKept = true;

/**
 * What was entered survives a reload, in this tab alone: no name, no address of a person, nothing once the tab is
 * closed, the answers are sent or the page is left by its exit. It is put back only into the page that it was entered
 * into, as the server wrote it. True where something was.
 */
export function keepDraft(form: HTMLFormElement, slug: string): boolean {
  const key = prefix(slug) + (new FormData(form).get('section') ?? '');
  const base = asWritten(form);
  const isRestored = restore(form, key, base);
  let timer = 0;
  let isChanged = false;
  const save = () => {
    clearTimeout(timer);
    if (!isChanged || !isKept) return;
    const draft: Draft = { base, values: valuesOf(form, (field) => field.startsWith('answer.')) };
    attempt(() => sessionStorage.setItem(key, JSON.stringify(draft)));
  };
  form.addEventListener('input', () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(save, 300);
  });
  addEventListener('pagehide', save);
  offerToForget(form, () => {
    clearTimeout(timer);
    isChanged = false;
    dropDrafts(slug);
    const fresh = forgetOnServer();
    if (fresh !== null) location.assign(fresh);
  });
  return isRestored;
}

/** Whoever leaves by the exit leaves nothing. */
export function keepNoMore(slug: string): void {
  isKept = false;
  dropDrafts(slug);
  forgetOnServer();
}

/** Where the page shows the server's draft, has it deleted and gives the address of the survey's fresh page. */
function forgetOnServer(): string | null {
  const [draft, survey] = /^(.*\/surveys\/[^/]+)\/answers\/[^/]+/.exec(location.pathname) ?? [];
  if (draft === undefined || survey === undefined) return null;
  navigator.sendBeacon(`${draft}/forget`);
  return survey + location.search;
}

/** Every section's, of this survey. */
export function dropDrafts(slug: string): void {
  attempt(() => {
    const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix(slug)));
    for (const key of kept) sessionStorage.removeItem(key);
  });
}

function restore(form: HTMLFormElement, key: string, base: string): boolean {
  let isRestored = false;
  attempt(() => {
    const draft: Draft | null = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (draft?.base !== base) return;
    fill(answerControls(form), draft.values);
    isRestored = true;
  });
  return isRestored;
}

/** All that the server has put into the form, whatever the browser has put back since. */
function asWritten(form: HTMLFormElement): string {
  const version = new FormData(form).get('survey_version');
  const written = answerControls(form).map((control) => {
    if (isTick(control)) return control.defaultChecked;
    if (!(control instanceof HTMLSelectElement)) return control.defaultValue;
    return [...control.options].find((option) => option.defaultSelected)?.value ?? '';
  });
  return JSON.stringify([version, written]);
}

function offerToForget(form: HTMLFormElement, forget: () => void): void {
  const note = form.querySelector<HTMLElement>('[data-draft]');
  const button = note?.querySelector('button');
  if (!note || !button) return;
  note.hidden = false;
  button.addEventListener('click', () => {
    form.reset();
    for (const control of answerControls(form)) tell(control);
    forget();
    form.scrollIntoView();
  });
}

/** A browser that keeps nothing is no reason to stop. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {}
}
