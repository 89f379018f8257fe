import { createServer } from 'node:http';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

/**
 * Imitates Cloudflare Turnstile's siteverify: the token 'ok' passes, 'slow' gets no answer, and every other token
 * fails.
 */
export async function startTurnstileServer(port = 0): Promise<LoopbackServer> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const isJson = request.headers['content-type']?.includes('json');
    const fields = isJson ? new Map(Object.entries(JSON.parse(body))) : new URLSearchParams(body);
    const token = fields.get('response');
    if (token === 'slow') return;
    const problem = !fields.get('secret')
      ? 'missing-input-secret'
      : !token
        ? 'missing-input-response'
        : 'invalid-input-response';
    const answer =
      fields.get('secret') && token === 'ok'
        ? { success: true, 'error-codes': [], hostname: 'localhost' }
        : { success: false, 'error-codes': [problem] };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  return listenOnLoopback(server, port);
}
