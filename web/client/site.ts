import { offerCopying } from './copying.ts';
import { askForDistrict } from './district.ts';
import { leaveNoWayBack } from './leave.ts';
import { offerPrinting } from './print.ts';
import { holdSubmits } from './submit.ts';

// Elsewhere it has `autofocus`, which a browser refuses with an error in the console once something has the focus.
document.querySelector<HTMLElement>('.summary:not([autofocus])')?.focus();
holdSubmits();
askForDistrict();
watchForTypos();
offerCopying();
offerPrinting();
watchSignForm();
leaveNoWayBack();

/** Set by the build: the address of typos.ts. */
declare const typosAddress: string;

/** Loads the question about a mistyped address once its form is used, or if an address stands in it already. */
function watchForTypos(): void {
  const field = document.querySelector<HTMLInputElement>('input[type=email]');
  if (!field || !document.querySelector('[data-meant]')) return;
  // Loading it again does nothing.
  // The page may be left before it has come. Nothing is missing then.
  const load = () => void import(typosAddress).catch(() => {});
  field.form?.addEventListener('focusin', load, { once: true });
  // After "Back" the browser puts back what was typed.
  addEventListener('pageshow', () => field.value && load());
}

/** On a phone the link to the form stays on screen, and is hidden while the form itself is visible. */
function watchSignForm(): void {
  const jump = document.querySelector<HTMLElement>('.jump');
  const form = document.querySelector('#sign');
  if (!jump || !form) return;
  new IntersectionObserver(
    (entries) => {
      const inView = entries.some((entry) => entry.isIntersecting);
      if (!inView || !jump.contains(document.activeElement)) jump.hidden = inView;
    },
    { rootMargin: '0px 0px -96px 0px' },
  ).observe(form);
}
