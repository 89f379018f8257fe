import { createServer } from 'node:http';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

export type HostPage = { html: string; policy?: string; headers?: Record<string, string>; type?: string };

/** Serves another site's pages, by path, on an origin of its own. */
export async function serveHostPages(pages: Record<string, HostPage>): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    const page = pages[new URL(request.url ?? '', 'http://host').pathname];
    if (page?.policy) response.setHeader('content-security-policy', page.policy);
    for (const [name, value] of Object.entries(page?.headers ?? {})) response.setHeader(name, value);
    response.setHeader('content-type', page?.type ?? 'text/html; charset=utf-8');
    response.statusCode = page ? 200 : 404;
    response.end(page ? (page.type ? page.html : wholePage(page.html)) : '');
  });
  return listenOnLoopback(server, 0);
}

function wholePage(html: string): string {
  return /^<!doctype/i.test(html)
    ? html
    : `<!doctype html><html lang="en"><meta name="viewport" content="width=device-width"><title>Host</title><body><h1>A church</h1>${html}</body></html>`;
}
