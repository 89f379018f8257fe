import type { Context } from 'hono';
import type { Frame } from '../../../web/shell.ts';
import { type Cache, createCache } from '../cache/cache.ts';
import { cutTemplate, fillTemplate, type Template } from '../cache/template.ts';
import { makeFormToken } from '../crypto/form-token.ts';
import type { Deps } from '../deps.ts';
import type { AppEnv, PageContext } from './app-env.ts';
import { etagOf, sendWithEtag } from './etag.ts';

/** A page may be a few seconds old; while the Worker is down, an old one is better than none. */
const publicCaching = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

/** A text as the isolate keeps it, with gaps for what differs from reader to reader. The etag leaves the gaps out. */
type Rendering = { template: Template; etag: string };

/** A cached page or document as one reader gets it. */
export type CachedPage = { body: Uint8Array<ArrayBuffer>; etag: string };

/** What on a page differs from reader to reader. */
export type ReaderParts = { formToken: string; frame: Frame | null };

const renderings = new WeakMap<Deps, Cache<Rendering>>();

function renderingsOf(deps: Deps): Cache<Rendering> {
  const known = renderings.get(deps);
  if (known) return known;
  const fresh = createCache<Rendering>({ freshFor: deps.settings.rememberFor, most: 400 });
  renderings.set(deps, fresh);
  return fresh;
}

/** Stands in a cached page where each reader's own token goes. */
const tokenMark = 'form-token-of-this-reader';

/** Stands for what each site says of its own frame. A field and its value, so that it is a part of a query. */
const ownMark = 'frame=of-this-site';
const accentMark = '/accent-of-this-site.css';
const marks = [tokenMark, ownMark, accentMark];

/**
 * A page from the short cache, with this reader's parts in it. `key` names everything else that the page depends on,
 * from a bounded set of values. `formFor` is what the form token is good for.
 */
export async function cachedPage(
  {
    deps,
    now,
    frame = null,
  }: Pick<PageContext['var'], 'deps' | 'now'> & { frame?: Frame | null | undefined },
  { key, formFor }: { key: string; formFor: string },
  write: (parts: ReaderParts) => Promise<string>,
): Promise<CachedPage> {
  const marked = frame && { ...frame, own: ownMark, accentHref: frame.accentHref && accentMark };
  const framed = frame ? `frame ${frame.query} ${frame.accentHref !== null}` : '';
  const { template, etag } = await renderingsOf(deps).get(`${key} ${framed}`, now, async () =>
    render(deps, await write({ formToken: tokenMark, frame: marked }), marks),
  );
  const body = fillTemplate(template, {
    [tokenMark]: await makeFormToken(deps.keyring, formFor, now),
    [ownMark]: frame?.own.replaceAll('&', '&amp;') ?? '',
    [accentMark]: frame?.accentHref ?? '',
  });
  return { body, etag };
}

/** The same for JSON, which is one for all readers. */
export async function cachedJson(
  { deps, now }: Pick<PageContext['var'], 'deps' | 'now'>,
  key: string,
  write: () => Promise<object>,
): Promise<CachedPage> {
  const { template, etag } = await renderingsOf(deps).get(key, now, async () =>
    render(deps, JSON.stringify(await write()), []),
  );
  return { body: fillTemplate(template, {}), etag };
}

async function render({ keyring }: Deps, text: string, marks: string[]): Promise<Rendering> {
  return { template: cutTemplate(text, marks), etag: await etagOf(keyring, text) };
}

export function sendPage(c: Context<AppEnv>, page: CachedPage, status: 200 | 410 = 200): Response {
  return sendWithEtag(c, page, { type: 'text/html; charset=UTF-8', caching: publicCaching, status });
}

export function sendJson(c: Context<AppEnv>, json: CachedPage): Response {
  return sendWithEtag(c, json, { type: 'application/json', caching: publicCaching });
}
