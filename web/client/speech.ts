import { readingTime, wordsIn, wordsOver } from '../speech-rules.ts';

/*
 * Counts the words of what somebody will say at a hearing while they write. The text does not leave the device: the
 * button that would send it counts here too.
 */

/** On the way to the page in the other language. */
const kept = 'speech';

const part = document.querySelector<HTMLElement>('[data-speech]');
const field = part?.querySelector('textarea');
if (part && field) watch(part, field);

function watch(part: HTMLElement, field: HTMLTextAreaElement): void {
  const { minutes = '0', counted = '', over: tooLong = '' } = part.dataset;
  const status = part.querySelector('[data-count]');
  const large = part.querySelector<HTMLElement>('[data-large]');
  const readOut = large?.querySelector('p');
  for (const one of part.querySelectorAll<HTMLElement>('[data-no-script]')) one.hidden = true;

  const show = () => {
    const n = wordsIn(field.value);
    const over = wordsOver(n, Number(minutes));
    if (large) large.hidden = n === 0;
    if (readOut) readOut.textContent = field.value;
    if (!status) return;
    const says = counted.replace('{n}', String(n)).replace('{time}', readingTime(n));
    status.textContent = over > 0 ? `${says} ${tooLong.replace('{over}', String(over))}` : says;
  };
  // A screen reader speaks each change of the status, so it waits for a pause.
  let pause: ReturnType<typeof setTimeout> | undefined;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(show, 500);
  });
  // Before the script that marks a form as being sent.
  field.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    event.stopPropagation();
    const other = (event.submitter as HTMLButtonElement | null)?.getAttribute('formaction');
    if (!other) return show();
    sessionStorage.setItem(kept, field.value);
    location.assign(other);
  });
  const typed = sessionStorage.getItem(kept);
  sessionStorage.removeItem(kept);
  if (typed) field.value = typed;
  // After "Back" the browser puts back what was typed.
  addEventListener('pageshow', () => field.value && show());
}
