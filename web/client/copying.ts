/**
 * Adds a copy button beside each field that has something to copy. If the browser refuses to copy, the text is
 * selected.
 */
export function offerCopying(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    const id = button.dataset.copy ?? '';
    const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`);
    const status = document.querySelector(`#${id}-status`);
    if (!field || !status) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      field.select();
      try {
        await navigator.clipboard.writeText(field.value);
        status.textContent = button.dataset.done ?? '';
      } catch {
        status.textContent = button.dataset.failed ?? '';
      }
    });
  }
}
