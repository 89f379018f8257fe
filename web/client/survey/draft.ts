import { answerControls, element, fill, isTick, tell, valuesOf } from './form.ts';

type Draft = { base: string; values: Record<string, string[]> };

const prefix = (slug: string) => `survey ${slug} `;

let isKept = true;

/**
 * Keeps the answers across a reload, in this tab only. It never stores a name or an address. The draft is deleted when
 * the tab is closed, the answers are sent or the reader leaves by the quick exit. It is only restored into a page that
 * the server wrote in the same way as before, and not on a fresh visit, which may be another person's. Returns whether
 * a draft was restored.
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
    forget(form, slug);
    setTimeout(() => {
      clearTimeout(timer);
      isChanged = false;
    });
  });
  return isRestored;
}

/** Leaving by the quick exit leaves no draft behind. */
export function keepNoMore(form: HTMLFormElement, slug: string): void {
  isKept = false;
  forget(form, slug);
}

/** The secrets of the drafts that the server stores for this tab, latest last. */
const draftsKey = (slug: string) => `survey-drafts ${slug}`;

function draftsOf(slug: string): string[] {
  let drafts: string[] = [];
  attempt(() => {
    drafts = JSON.parse(sessionStorage.getItem(draftsKey(slug)) ?? '[]');
  });
  return drafts;
}

/**
 * Remembers the draft of this page, so that it can be deleted from the survey's first page. "Back" to the first page
 * joins the draft again, so that its later answers are kept. A fresh visit to it starts a new draft.
 */
export function rememberDraft(form: HTMLFormElement, slug: string): void {
  const own = draftIn(form);
  if (own !== null) {
    const drafts = [...draftsOf(slug).filter((draft) => draft !== own), own].slice(-20);
    attempt(() => sessionStorage.setItem(draftsKey(slug), JSON.stringify(drafts)));
    // Meanwhile sent or deleted.
    addEventListener('pageshow', ({ persisted }) => {
      const isOver = persisted && !draftsOf(slug).includes(own);
      if (isOver && location.pathname.includes('/answers/')) location.reload();
    });
    return;
  }
  addEventListener('pageshow', ({ persisted }) => {
    const last = draftsOf(slug).at(-1);
    if ((!persisted && cameBy() !== 'back_forward') || last === undefined) return;
    if (draftIn(form) === null) form.append(element('input', { type: 'hidden', name: 'draft', value: last }));
  });
}

function cameBy(): NavigationTimingType | undefined {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type;
}

function draftIn(form: HTMLFormElement): string | null {
  return form.querySelector<HTMLInputElement>('input[name=draft]')?.value ?? null;
}

/** Deletes what this tab and the server hold. */
function forget(form: HTMLFormElement, slug: string): void {
  const drafts = new Set([draftIn(form) ?? [], draftsOf(slug)].flat());
  dropDrafts(slug);
  const { forget: address } = form.dataset;
  if (!address || drafts.size === 0) return;
  navigator.sendBeacon(address, new URLSearchParams([...drafts].map((draft) => ['draft', draft])));
}

/** The drafts of all sections of this survey. */
export function dropDrafts(slug: string): void {
  attempt(() => {
    sessionStorage.removeItem(draftsKey(slug));
    const kept = Object.keys(sessionStorage).filter((key) => key.startsWith(prefix(slug)));
    for (const key of kept) sessionStorage.removeItem(key);
  });
}

function restore(form: HTMLFormElement, key: string, base: string): boolean {
  let isRestored = false;
  attempt(() => {
    const draft: Draft | null = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    if (draft?.base !== base || cameBy() === 'navigate') return;
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

function offerToForget(form: HTMLFormElement, forgetAll: () => void): void {
  const note = form.querySelector<HTMLElement>('[data-draft]');
  const button = note?.querySelector('button');
  if (!note || !button) return;
  note.hidden = false;
  for (const inTab of note.querySelectorAll<HTMLElement>('[data-tab]')) inTab.hidden = false;
  button.addEventListener('click', () => {
    forgetAll();
    // On the page of a draft the button sends the form, and leads to a fresh one.
    if (button.type === 'submit') return;
    form.querySelector('input[name=draft]')?.remove();
    form.reset();
    for (const control of answerControls(form)) tell(control);
    form.scrollIntoView();
  });
}

/** Storage may be disabled in the browser. The form must work without it. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {}
}
