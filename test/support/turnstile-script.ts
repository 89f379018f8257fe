import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './mimics/certificate.ts';

const host = 'challenges.cloudflare.com';

const script = `
  const box = document.querySelector('.cf-turnstile');
  const frame = document.createElement('iframe');
  frame.src = 'https://${host}/frame';
  box.append(frame);
  addEventListener('message', ({ origin, data }) => {
    if (origin !== 'https://${host}') return;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name: 'cf-turnstile-response', value: data });
    box.append(field);
  });`;
const frame = `<!doctype html><title>Turnstile</title><script>parent.postMessage('ok', '*')</script>`;

/**
 * Imitates Turnstile's script and its frame on another origin, under their real name. Its answers have no
 * `Cross-Origin-Resource-Policy`, which is the worst that the real ones can do.
 */
export async function startTurnstileScript() {
  const asked: string[] = [];
  const server = createServer(selfSigned(), (request, response) => {
    asked.push(request.url ?? '');
    const isScript = request.url === '/turnstile/v0/api.js';
    response.writeHead(200, { 'content-type': isScript ? 'text/javascript' : 'text/html' });
    response.end(isScript ? script : frame);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    /** The paths that browsers asked for. */
    asked,
    chromiumFlags: [`--host-resolver-rules=MAP ${host} 127.0.0.1:${port}`, '--ignore-certificate-errors'],
    close() {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
