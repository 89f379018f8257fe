import type { Context } from 'hono';
import type { Frame } from '../../../web/shell.ts';
import { createShortCache } from '../cache/short-cache.ts';
import { cutTemplate, fillTemplate, type Template } from '../cache/template.ts';
import { makeFormToken } from '../crypto/form-token.ts';
import type { Deps } from '../deps.ts';
import type { AppEnv, PageContext } from './app-env.ts';
import { etagOf, sendWithEtag } from './etag.ts';

/** A page may be a few seconds old; while the Worker is down, an old one is better than none. */
const publicCaching = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

/** A text as an isolate caches it, with gaps for what differs between readers. The etag does not cover the gaps. */
type Rendering = { template: Template; etag: string };

/** A cached page or document as one reader gets it. */
export type CachedPage = { body: Uint8Array<ArrayBuffer>; etag: string };

/** The parts of a page that differ between readers. */
export type ReaderParts = { formToken: string; frame: Frame | null };

const renderings = createShortCache<Rendering>({ most: 400 });

type Reading = Pick<PageContext['var'], 'deps' | 'now'>;

/** Marks the place of the reader's own token in a cached page. */
const tokenMark = 'form-token-of-this-reader';

/**
 * Marks the place of what each embedding site sets for its own frame. It has the form of a field and its value, so that
 * it fits into a query.
 */
const ownMark = 'frame=of-this-site';
const accentMark = '/accent-of-this-site.css';
const marks = [tokenMark, ownMark, accentMark];

/**
 * A page from the short cache, with this reader's parts filled in. `key` names everything else that the page depends
 * on, and has a limited number of values. `formFor` is the purpose of the form token.
 */
export async function cachedPage(
  { deps, now, frame = null }: Reading & { frame?: Frame | null | undefined },
  { key, formFor }: { key: string; formFor: string },
  write: (parts: ReaderParts) => Promise<string>,
): Promise<CachedPage> {
  const marked = frame && { ...frame, own: ownMark, accentHref: frame.accentHref && accentMark };
  const framed = frame ? `frame ${frame.query} ${frame.accentHref !== null}` : '';
  const { template, etag } = await renderings.get(deps, `${key} ${framed}`, now, async () =>
    render(deps, await write({ formToken: tokenMark, frame: marked }), marks),
  );
  const body = fillTemplate(template, {
    [tokenMark]: await makeFormToken(deps.keyring, formFor, now),
    [ownMark]: frame?.own.replaceAll('&', '&amp;') ?? '',
    [accentMark]: frame?.accentHref ?? '',
  });
  return { body, etag };
}

/**
 * A text without a form from the short cache; null if `write` returns null. In the text, each name of `gaps` marks the
 * place of this reader's value.
 */
export async function cachedText(
  { deps, now }: Reading,
  { key, gaps = {} }: { key: string; gaps?: Record<string, string> },
  write: () => Promise<string | null>,
): Promise<CachedPage | null> {
  const rendering = await renderings.get(deps, key, now, async () => {
    const text = await write();
    return text === null ? null : render(deps, text, Object.keys(gaps));
  });
  return rendering && { body: fillTemplate(rendering.template, gaps), etag: rendering.etag };
}

/** The same for JSON, which has no gaps. */
export async function cachedJson(
  { deps, now }: Reading,
  key: string,
  write: () => Promise<object>,
): Promise<CachedPage> {
  const { template, etag } = await renderings.get(deps, key, now, async () =>
    render(deps, JSON.stringify(await write()), []),
  );
  return { body: fillTemplate(template, {}), etag };
}

async function render({ keyring }: Deps, text: string, marks: string[]): Promise<Rendering> {
  return { template: cutTemplate(text, marks), etag: await etagOf(keyring, text) };
}

export function sendPage<E extends AppEnv>(
  c: Context<E>,
  page: CachedPage,
  status: 200 | 410 = 200,
): Promise<Response> {
  c.header('vary', 'accept-language');
  return sendWithEtag(c, page, { type: 'text/html; charset=UTF-8', caching: publicCaching, status });
}

export function sendJson<E extends AppEnv>(c: Context<E>, json: CachedPage): Promise<Response> {
  c.header('vary', 'accept-language');
  return sendWithEtag(c, json, { type: 'application/json', caching: publicCaching });
}
