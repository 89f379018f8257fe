import { askForDistrict } from './district.ts';
import { askForLikelyAddress } from './meant.ts';
import { holdSubmits } from './submit.ts';

type FrameMessage =
  | { type: 'signed' }
  | { type: 'ready'; height: number; at: number }
  | { type: 'resize'; height: number };

const asked = new URLSearchParams(location.search);
/** Inside WordPress's frame a page may only send messages to the page around it, and they must contain this secret. */
const [, secret] = /secret=(\w{10,})/.exec(location.hash) ?? [];
/**
 * The window's name survives navigation inside the frame. So this is true for every page but the first one in the
 * frame.
 */
const isLater = window.name === 'undersigned';
if (parent !== self) window.name = 'undersigned';

const summary = document.querySelector<HTMLElement>('.summary');
const named = document.getElementById(location.hash.slice(1));
/** The place to show to the reader. */
const begin = summary ?? named ?? document.querySelector('.exit, h1') ?? document.body;

holdSubmits();
askForDistrict();
askForLikelyAddress();
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
  const tell = (told: FrameMessage) => {
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

/** WordPress's own messages. It sets the height of the frame, and only opens addresses on the frame's own host. */
function tellWordPress(message: 'height' | 'link', value: number | string): void {
  parent.postMessage({ message, value, secret }, '*');
}

/** A new page can be much shorter than the form before it, and the reader is still at the form's end. */
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

/**
 * If the page around the frame forbids the frame to send forms or open windows, show the address so that it can be
 * copied.
 */
function offerAddress(): void {
  const stuck = document.querySelector<HTMLElement>('[data-stuck]');
  const link = stuck?.querySelector('a');
  if (!stuck || !link) return;
  link.textContent = link.href;
  if (document.forms.length > 0 && !canSend()) {
    for (const form of document.forms) form.hidden = true;
    leadToOtherLanguage();
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

/** The button sends a form, which is forbidden here, so a link takes its place. */
function leadToOtherLanguage(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-page]');
  if (!button) return;
  const link = document.createElement('a');
  link.href = button.dataset.page ?? '';
  link.lang = button.lang;
  link.textContent = button.textContent;
  button.replaceWith(link);
}

/** In a sandbox without `allow-forms`, the browser does not even fire the submit event. */
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

/**
 * Leaves in the whole window or, if that is not allowed, in a new one. If neither is allowed, the frame is at least
 * emptied at once.
 */
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
 * The only origin that messages are sent to. If the browser does not list ancestors, it is the referrer or, after a
 * form was sent inside the frame, the `host` parameter set by the loader. A parent without an origin can only be
 * addressed as "*"; it learns only a height and that somebody signed.
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
