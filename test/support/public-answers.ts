import type { TestApp } from './app.ts';
import { routesOf } from './routes.ts';

/** What an address told somebody without a session: its body and its headers. */
export type PublicAnswer = { route: string; status: number; told: string };

/** Names for the parameters of a route; what no name fits becomes `other`. */
export type Named = Record<string, string | undefined> & { other: string };

/**
 * Asks every public address in both languages: pages, feeds, cards, downloads, the API, and forms that send `body`.
 * What a route takes as `*` becomes `named.action`.
 */
export async function publicAnswers(
  app: TestApp,
  named: Named,
  body: Record<string, string>,
): Promise<PublicAnswer[]> {
  const routes = new Map(
    (await routesOf(app.deps))
      .filter(({ method, path }) => ['GET', 'POST'].includes(method) && !path.endsWith('/*'))
      .map(({ method, path }) => [`${method} ${path}`, { method, path }]),
  );
  const answers: PublicAnswer[] = [];
  for (const [route, { method, path }] of routes) {
    for (const query of ['', '?lang=es']) {
      const init = method === 'POST' ? { method, body: new URLSearchParams(body) } : { method };
      const answer = await app.request(namedPath(path, named) + query, init);
      const told = (await answer.text()) + JSON.stringify([...answer.headers]);
      answers.push({ route: `${route}${query}`, status: answer.status, told });
    }
  }
  return answers;
}

export function namedPath(path: string, named: Named): string {
  return path
    .replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => named[name] ?? named.other)
    .replace('*', named.action ?? named.other);
}
