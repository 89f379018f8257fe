/** Replaces this page in the history, so that "Back" does not return to it. */
export function leaveNoWayBack(): void {
  document.querySelector<HTMLAnchorElement>('a[data-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    location.replace((event.currentTarget as HTMLAnchorElement).href);
  });
}
