import { offerCopying } from './copy.ts';
import { askForDistrict } from './district.ts';
import { offerPrinting } from './print.ts';
import { holdSubmits } from './submit.ts';

document.querySelector<HTMLElement>('.summary')?.focus();
holdSubmits();
askForDistrict();
offerCopying();
offerPrinting();
watchSignForm();
leaveNoWayBack();

/** On a phone the link to the form stays at hand, and goes while the form itself is in view. */
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

/** "Back" from where the exit leads must not come back here. */
function leaveNoWayBack(): void {
  document.querySelector<HTMLAnchorElement>('a[data-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace((event.currentTarget as HTMLAnchorElement).href);
  });
}
