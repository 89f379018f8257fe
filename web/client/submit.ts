const sending = 'aria-disabled';

/** Marks a form as being sent and prevents a second sending. After "Back" it can be sent again. */
export function holdSubmits(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const button = shownButton(form, event.submitter);
    if (!button) return;
    if (button.hasAttribute(sending)) {
      event.preventDefault();
      return;
    }
    button.dataset.label = button.textContent ?? '';
    button.setAttribute(sending, 'true');
    button.setAttribute('aria-live', 'polite');
    button.textContent = button.dataset.working ?? '';
  });
  addEventListener('pageshow', () => {
    for (const button of document.querySelectorAll<HTMLButtonElement>(`button[${sending}]`)) {
      button.textContent = button.dataset.label ?? '';
      button.removeAttribute(sending);
    }
  });
}

/**
 * The button to mark as pressed. Enter presses the first button of a form, which can be a hidden stand-in for the
 * visible one.
 */
function shownButton(form: HTMLFormElement, pressed: HTMLElement | null): HTMLButtonElement | null {
  const working = 'button[data-working]';
  if (pressed?.matches(working)) return pressed as HTMLButtonElement;
  return pressed === null || pressed.closest('.enter') ? form.querySelector(working) : null;
}
