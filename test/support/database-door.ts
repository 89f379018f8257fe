import { createServer } from 'node:http';
import { sentDatabase } from '../../worker/commands/sent-database.ts';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

export type { LoopbackServer };

type Answer = { status: number; ok: boolean; text(): Promise<string>; json(): Promise<unknown> };

/** Serves the harness's database over HTTP to test processes, which cannot share a binding. */
export function serveDatabase(send: (statements: string) => Promise<Answer>): Promise<LoopbackServer> {
  const server = createServer(async (request, response) => {
    try {
      const answer = await send(await textOf(request));
      response.writeHead(answer.status).end(await answer.text());
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  return listenOnLoopback(server, 0);
}

async function textOf(request: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

export function remoteDatabase(url: string): D1Database {
  return sentDatabase((statements) => fetch(url, { method: 'POST', body: statements }));
}
