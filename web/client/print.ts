/** A button that prints, where a script can do it; everybody else has the browser's own menu. */
export function offerPrinting(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-print]');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => print());
}
