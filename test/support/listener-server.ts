import { createServer, type ServerResponse } from 'node:http';
import { type LoopbackServer, listenOnLoopback } from './listen.ts';

/** How the server treats one delivery. Without a script, and after its end, it is well. */
export type ListenerMood =
  | { kind: 'well' }
  | { kind: 'status'; status: number; body?: string; location?: string }
  /** Never answers. */
  | { kind: 'silence' }
  /** Sends status 200 and part of a body, and never ends it. */
  | { kind: 'dribble' }
  | { kind: 'cut' }
  /** Answers with the body it was sent. */
  | { kind: 'echo' };

export type Heard = { headers: Record<string, string>; body: string; mood: string };

/**
 * Servers of partners that get webhooks, each by its name. /NAME takes deliveries. /control/NAME returns what it has
 * got; POST sets a script of moods.
 */
export async function startListenerServer(port = 0): Promise<LoopbackServer> {
  const scripts = new Map<string, ListenerMood[]>();
  const heard = new Map<string, Heard[]>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const path = (request.url ?? '/').slice(1);
    if (path.startsWith('control/')) {
      const name = path.slice('control/'.length);
      if (request.method === 'POST') scripts.set(name, JSON.parse(body));
      response.end(JSON.stringify(heard.get(name) ?? []));
      return;
    }
    const script = scripts.get(path) ?? [];
    // A script that is a single mood, and not a list, never ends.
    const mood = (Array.isArray(script) ? script.shift() : script) ?? { kind: 'well' };
    const headers = request.headers as Record<string, string>;
    heard.set(path, [...(heard.get(path) ?? []), { headers, body, mood: mood.kind }]);
    meet(mood, response, body);
  });
  return listenOnLoopback(server, port);
}

function meet(mood: ListenerMood, response: ServerResponse, heard: string) {
  switch (mood.kind) {
    case 'well':
      return response.end('thank you');
    case 'status':
      return response
        .writeHead(mood.status, mood.location ? { location: mood.location } : {})
        .end(mood.body ?? 'no');
    case 'echo':
      return response.end(heard);
    case 'dribble':
      return response.writeHead(200).write('thank');
    case 'cut':
      return response.socket?.destroy();
    case 'silence':
      return;
  }
}
