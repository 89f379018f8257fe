/** Pages that a browser keeps for when there is no network: see `offline.ts`. */
export const keptPages = 'pages';

/** Replaces this page in the history, so that "Back" does not return to it, and leaves nothing of the site behind. */
export function leaveNoWayBack(): void {
  document.querySelector<HTMLAnchorElement>('a[data-exit]')?.addEventListener('click', (event) => {
    event.preventDefault();
    forgetKept();
    location.replace((event.currentTarget as HTMLAnchorElement).href);
  });
}

/** From whichever page: who has read the careful pages may leave from another one. Without https there are none. */
export function forgetKept(): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  // The worker lives on when this page is gone.
  serviceWorker.controller?.postMessage('leave');
  void caches.delete(keptPages);
  void serviceWorker.getRegistrations().then((all) => {
    for (const one of all) {
      one.active?.postMessage('leave');
      void one.unregister();
    }
  });
}
