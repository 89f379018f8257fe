import { createServer, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

/** What a deployment answers to one path; text, unless it is in base64. */
export type NeighborAnswer = {
  status?: number;
  type?: string;
  text?: string;
  base64?: string;
  headers?: Record<string, string>;
  /** Never answers, never ends, is cut off, sends this many bytes or as many that are packed into few. */
  mood?: 'silence' | 'drip' | 'cut' | { bytes: number } | { unpacks: number };
};

export type NeighborAnswers = Record<string, NeighborAnswer>;

/**
 * Deployments of others, each at a port of its own. POST /site opens one and gives its address. There PUT /control sets
 * its answers, GET /control tells which paths were asked and how many bytes were sent, DELETE /control ends it.
 */
export async function startNeighborServer(): Promise<LoopbackServer> {
  const sites: LoopbackServer[] = [];
  const server = createServer(async (_request, response) => {
    const site = await startSite();
    sites.push(site);
    response.end(site.url);
  });
  const { url, close } = await listenOnLoopback(server, 0);
  return {
    url,
    close: async () => {
      await Promise.all([close(), ...sites.map((site) => site.close().catch(() => {}))]);
    },
  };
}

async function startSite(): Promise<LoopbackServer> {
  let answers: NeighborAnswers = {};
  let asked: string[] = [];
  let sent = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    if (path !== '/control') {
      asked.push(path);
      meet(answers[path] ?? { status: 404, text: 'none' }, response, (n) => {
        sent += n;
      });
      return;
    }
    if (request.method === 'DELETE') {
      response.end();
      await site.close();
      return;
    }
    if (request.method === 'PUT') {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk;
      answers = JSON.parse(body);
      [asked, sent] = [[], 0];
    }
    response.end(JSON.stringify({ asked, sent }));
  });
  const site = await listenOnLoopback(server, 0);
  return site;
}

function meet(answer: NeighborAnswer, response: ServerResponse, sends: (bytes: number) => void): void {
  const { status = 200, type = 'text/plain', text = '', base64, headers = {}, mood } = answer;
  if (mood === 'silence') return;
  if (mood === 'cut') {
    response.socket?.destroy();
    return;
  }
  if (mood && typeof mood === 'object' && 'unpacks' in mood) {
    const packed = gzipSync(Buffer.alloc(mood.unpacks, 32));
    sends(packed.length);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(packed);
    return;
  }
  response.writeHead(status, { 'content-type': type, ...headers });
  if (mood === 'drip') drip(response);
  else if (mood) flood(response, mood.bytes, sends);
  else response.end(base64 === undefined ? text : Buffer.from(base64, 'base64'));
}

/** A byte now and then. */
function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

function flood(response: ServerResponse, bytes: number, sends: (bytes: number) => void): void {
  const chunk = Buffer.alloc(64 * 1024, 32);
  let left = bytes;
  const go = () => {
    while (left > 0 && !response.destroyed) {
      left -= chunk.length;
      sends(chunk.length);
      if (!response.write(chunk)) {
        response.once('drain', go);
        return;
      }
    }
    response.end();
  };
  go();
}
