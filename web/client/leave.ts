/** "Back" from where the exit leads must not come back here. */
export function leaveNoWayBack(): void {
  document.querySelector<HTMLAnchorElement>('a[data-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    leaveFor((event.currentTarget as HTMLAnchorElement).href);
  });
}

/** The whole window, whatever frame this stands in; a new one where the frame may not. */
function leaveFor(href: string): void {
  try {
    (window.top ?? window).location.replace(href);
  } catch {
    open(href, '_blank', 'noopener');
  }
}
