import { keptPages } from './leave.ts';

/**
 * Keeps the careful pages for when there is no network, until the reader leaves by the exit. Nothing else of the site is
 * kept: the worker's scope is these pages.
 */
const script = document.querySelector<HTMLElement>('script[data-scope]');
const { serviceWorker } = navigator;
/** `leave.ts` forgets what is kept. */
let hasLeft = false;

if (script && serviceWorker) {
  const { scope = '', keeps = '' } = script.dataset;
  void keep(scope, keeps.split(' '));
  document.querySelector('a[data-exit]')?.addEventListener('click', () => {
    hasLeft = true;
  });
}

async function keep(scope: string, pages: string[]): Promise<void> {
  try {
    await serviceWorker.register('/offline.js', { scope });
    if (hasLeft) return;
    const cache = await caches.open(keptPages);
    const files = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].map(
      ({ href }) => href,
    );
    const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')].map(({ src }) => src);
    for (const url of [location.href, ...pages, ...files, ...scripts]) {
      if (url !== '' && !hasLeft) await cache.add(url).catch(() => {});
    }
  } catch {
    // Without storage the pages need a network, as all others do.
  }
}
