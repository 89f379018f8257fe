/** Shows a print button if scripts run. Without scripts, people use the browser's own menu. */
export function offerPrinting(): void {
  const button = document.querySelector<HTMLButtonElement>('button[data-print]');
  if (!button) return;
  button.hidden = false;
  button.addEventListener('click', () => print());
}
