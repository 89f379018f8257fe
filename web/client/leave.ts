/** Replaces this page in the history, so that "Back" does not return to it. */
export function leaveNoWayBack(): void {
  document.querySelector<HTMLAnchorElement>('a[data-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    leaveFor((event.currentTarget as HTMLAnchorElement).href);
  });
}

/** Leaves with the whole window, or with a new one where a frame may not navigate it. */
function leaveFor(href: string): void {
  try {
    (window.top ?? window).location.replace(href);
  } catch {
    open(href, '_blank', 'noopener');
  }
}
