/** Answers for the careful pages: from the network, or what was kept of them. */
type Event = { waitUntil(work: Promise<unknown>): void };
type Fetched = Event & { request: Request; respondWith(answer: Promise<Response>): void };
type Worker = {
  addEventListener(type: 'install' | 'activate', listener: (event: Event) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetched) => void): void;
  addEventListener(type: 'message', listener: (event: Event & { data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  registration: { unregister(): Promise<boolean> };
};

const worker = globalThis as unknown as Worker;
const kept = 'pages';
/** The reader has left by the exit: nothing is kept from here on. */
let hasLeft = false;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('message', (event) => {
  if (event.data !== 'leave') return;
  hasLeft = true;
  event.waitUntil(Promise.all([caches.delete(kept), worker.registration.unregister()]));
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  event.respondWith(answer(request));
});

async function answer(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    if (request.mode === 'navigate' && response.ok && !response.redirected && !hasLeft) {
      const cache = await caches.open(kept);
      await cache.put(request, response.clone());
    }
    return response;
  } catch (error) {
    const found = await caches.match(request, { ignoreVary: true });
    if (found) return found;
    const whole = request.mode === 'navigate' ? await withoutSearch(request) : null;
    if (whole) return Response.redirect(`${whole}#offline`);
    throw error;
  }
}

/** The address of the page that is kept without what was searched for. It says itself that it is that. */
async function withoutSearch({ url }: Request): Promise<string | null> {
  const whole = new URL(url);
  const language = whole.searchParams.get('lang');
  whole.search = language ? `?lang=${language}` : '';
  whole.hash = '';
  const found = whole.href !== url && (await caches.match(whole.href, { ignoreVary: true }));
  return found ? whole.href : null;
}

export {};
