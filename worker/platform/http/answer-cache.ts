import type { Deps } from '../deps.ts';

/** An answer as every reader in one language gets it. */
type KeptAnswer = { headers: [string, string][]; body: ArrayBuffer; madeAt: number };
type Answering = (request: Request, answer: () => Response | Promise<Response>) => Promise<Response>;

const mostAnswers = 200;
/** In bytes. */
const largestBody = 65_536;

/**
 * What a proxy in front of the Worker would do with its public answers, in each isolate and for
 * `settings.rememberFor`: most requests of a busy second ask for the same few pages, and an answer from here costs
 * neither routing nor a form token. Readers within that time share a token, as they do behind any other cache.
 *
 * Only for addresses without a query, because openings with a `?source=` are counted.
 */
export function createAnswerCache({ settings, clock }: Pick<Deps, 'settings' | 'clock'>): Answering {
  const answers = new Map<string, KeptAnswer>();

  return async (request, answer) => {
    const key = keyOf(request);
    if (key === null) return answer();
    const at = clock().getTime();
    const known = answers.get(key);
    if (known && at - known.madeAt < settings.rememberFor) {
      return new Response(known.body, { headers: known.headers });
    }
    const response = await answer();
    if (!mayBeKept(response)) return response;
    const body = await response.arrayBuffer();
    answers.delete(key);
    if (body.byteLength <= largestBody) {
      answers.set(key, { headers: [...response.headers], body, madeAt: at });
      if (answers.size > mostAnswers) answers.delete(answers.keys().next().value ?? '');
    }
    return new Response(body, response);
  };
}

/** Null if this request has to be answered for itself. */
function keyOf({ method, url, headers }: Request): string | null {
  if (method !== 'GET' || url.includes('?')) return null;
  const isOwn = ['if-none-match', 'cache-control', 'authorization'].some((name) => headers.has(name));
  // The sites that show a frame are listed.
  const isFrame = headers.get('sec-fetch-dest') === 'iframe';
  return isOwn || isFrame ? null : `${headers.get('accept-language') ?? ''} ${url}`;
}

function mayBeKept({ status, headers }: Response): boolean {
  const vary = headers.get('vary')?.toLowerCase() ?? '';
  return (
    status === 200 &&
    headers.get('cache-control')?.startsWith('public') === true &&
    vary.split(/, */).every((name) => name === '' || name === 'accept-language') &&
    !headers.has('set-cookie')
  );
}
