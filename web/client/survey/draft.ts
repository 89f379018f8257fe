import { answerControls, fill, isTick, tell, valuesOf } from './form.ts';

type Draft = { base: string; values: Record<string, string[]> };

const prefix = (slug: string) => `survey ${slug} `;

let isKept = true;

/**
 * Keeps the answers across a reload, in this tab only. It never stores a name or an address. The draft is deleted when
 * the tab is closed, the answers are sent or the reader leaves by the quick exit. It is only restored into a page that
 * the server wrote in the same way as before. Returns whether a draft was restored.
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

/** Leaving by the quick exit leaves no draft behind. */
export function keepNoMore(slug: string): void {
  isKept = false;
  dropDrafts(slug);
  forgetOnServer();
}

/** If the page shows a draft kept on the server, deletes it and returns the address of a fresh form. */
function forgetOnServer(): string | null {
  const [draft, survey] = /^(.*\/surveys\/[^/]+)\/answers\/[^/]+/.exec(location.pathname) ?? [];
  if (draft === undefined || survey === undefined) return null;
  navigator.sendBeacon(`${draft}/forget`);
  return survey + location.search;
}

/** The drafts of all sections of this survey. */
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

/** The form as the server wrote it, without what the browser has restored into it. */
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

/** Storage may be disabled in the browser. The form must work without it. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {}
}
