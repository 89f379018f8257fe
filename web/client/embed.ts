import { askForDistrict } from './district.ts';
import { holdSubmits } from './submit.ts';

type Told =
  | { type: 'signed' }
  | { type: 'ready'; height: number; at: number }
  | { type: 'resize'; height: number };

const asked = new URLSearchParams(location.search);
/** A page in WordPress's own frame may do nothing but tell the page around it, with this secret. */
const [, secret] = /secret=(\w{10,})/.exec(location.hash) ?? [];
/** Outlasts the page, but not its frame: what comes after a form or a link inside the frame is not the first page. */
const isLater = window.name === 'undersigned';
if (parent !== self) window.name = 'undersigned';

const summary = document.querySelector<HTMLElement>('.summary');
const named = document.getElementById(location.hash.slice(1));
/** Where the reader has to look. */
const begin = summary ?? named ?? document.querySelector('.exit, h1') ?? document.body;

holdSubmits();
askForDistrict();
leaveAtOnce();
if (parent !== self) {
  tellParent();
  lookWhereNeeded();
  offerAddress();
  if (secret) askToOpen();
}

function heightNow(): number {
  return Math.ceil(document.documentElement.getBoundingClientRect().height);
}

function tellParent(): void {
  const target = parentOrigin();
  const tell = (told: Told) => {
    if (target) parent.postMessage({ v: 1, id: asked.get('id'), ...told }, target);
    if (secret && 'height' in told) tellWordPress('height', told.height);
  };
  let last = heightNow();
  tell({ type: 'ready', height: last, at: Math.max(0, begin.getBoundingClientRect().top + scrollY - 8) });
  if ('signed' in document.body.dataset && !isReload()) tell({ type: 'signed' });
  new ResizeObserver(() => {
    const height = heightNow();
    if (height !== last) tell({ type: 'resize', height });
    last = height;
  }).observe(document.documentElement);
}

/** WordPress's own messages: it sets the height of the frame, and opens an address of the frame's own host. */
function tellWordPress(message: 'height' | 'link', value: number | string): void {
  parent.postMessage({ message, value, secret }, '*');
}

/** An answer can be far shorter than the form before it, whose end the reader was looking at. */
function lookWhereNeeded(): void {
  if (!isLater || named) return;
  (summary ?? document.querySelector('main'))?.focus({ preventScroll: true });
  begin.scrollIntoView({ block: 'nearest' });
}

function askToOpen(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    if (link.target === '' && !link.getAttribute('href')?.startsWith('#')) link.hash = location.hash;
  }
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[target]');
    if (!link || event.defaultPrevented) return;
    event.preventDefault();
    tellWordPress('link', link.href);
  });
}

/** Where the page around the frame lets it send no form, or open no window, the address is shown to be copied. */
function offerAddress(): void {
  const stuck = document.querySelector<HTMLElement>('[data-stuck]');
  const link = stuck?.querySelector('a');
  if (!stuck || !link) return;
  link.textContent = link.href;
  if (document.forms.length > 0 && !canSend()) {
    for (const form of document.forms) form.hidden = true;
    stuck.hidden = false;
  }
  if (secret || self.origin !== 'null') return;
  document.addEventListener('click', (event) => {
    const pressed = (event.target as Element).closest<HTMLAnchorElement>('a[target=_blank]');
    if (!pressed) return;
    event.preventDefault();
    if (opens(pressed.href)) return;
    stuck.hidden = false;
    stuck.scrollIntoView({ block: 'nearest' });
  });
}

/** In a sandbox without forms, a form is not even submitted. */
function canSend(): boolean {
  const form = document.createElement('form');
  let isSubmitted = false;
  form.hidden = true;
  form.addEventListener('submit', (event) => {
    isSubmitted = true;
    event.preventDefault();
    event.stopPropagation();
  });
  document.body.append(form);
  form.requestSubmit();
  form.remove();
  return isSubmitted;
}

/** Leaves with the whole window or with a new one. Where the frame may do neither, it is at least empty at once. */
function leaveAtOnce(): void {
  const exit = document.querySelector<HTMLAnchorElement>('a[data-exit]');
  const left = document.querySelector<HTMLElement>('[data-left]');
  exit?.addEventListener('click', (event) => {
    event.preventDefault();
    if (left) left.hidden = false;
    document.body.replaceChildren(left ?? '');
    document.title = '';
    if (secret) return tellWordPress('link', new URL('/embed/exit', location.href).href);
    try {
      (window.top ?? window).location.replace(exit.href);
    } catch {
      opens(exit.href);
    }
  });
}

function opens(href: string): boolean {
  try {
    const opened = open(href, '_blank');
    if (opened) opened.opener = null;
    return opened !== null;
  } catch {
    return false;
  }
}

/**
 * The origin that messages are sent to, and no other. Where the browser does not list ancestors, it is the referrer or,
 * after a form was sent inside the frame, what the loader gave. A parent without an origin can only be addressed as
 * "*"; it learns a height and that something was signed.
 */
function parentOrigin(): string | null {
  const [above] = location.ancestorOrigins ?? [];
  if (above) return above === 'null' ? '*' : above;
  const from = originOf(document.referrer);
  return from && from !== location.origin ? from : originOf(asked.get('host') ?? '');
}

function originOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && /^https?:$/.test(url.protocol) ? url.origin : null;
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload';
}
