import type { Context } from 'hono';
import type { Language } from '../../web/language.ts';
import type { Frame } from '../../web/shell.ts';
import { publicPetition } from '../petitions/public.ts';
import { askedOf, petitionPage, type Shown } from '../petitions/view.tsx';
import { cutTemplate, fillTemplate } from '../platform/cache/template.ts';
import { makeFormToken } from '../platform/crypto/form-token.ts';
import type { Deps } from '../platform/deps.ts';
import type { AppEnv, PageContext } from '../platform/http/app-env.ts';
import { etagOf, sendWithEtag } from '../platform/http/etag.ts';
import { pauseOf } from '../platform/switches.ts';
import { type Answer, cachedFigures, cachedRendering } from './cache.ts';
import type { ActionContext } from './context.ts';

/** A page may be a few seconds old; where we are down, an old one is better than none. */
const publicCaching = 'public, max-age=1, stale-while-revalidate=10, stale-if-error=86400';

/** A remembered answer as one reader gets it. */
export type Page = { body: Uint8Array<ArrayBuffer>; etag: string };

export function sendPage(c: Context<AppEnv>, page: Page, status: 200 | 410 = 200): Response {
  return sendWithEtag(c, page, { type: 'text/html; charset=UTF-8', caching: publicCaching, status });
}

export function sendJson(c: Context<AppEnv>, json: Page): Response {
  return sendWithEtag(c, json, { type: 'application/json', caching: publicCaching });
}

/** Stands in a remembered page where each reader's own token goes. */
const tokenMark = 'form-token-of-this-reader';

/** The same for what each site says of its own frame; a field and its value, as what it stands for is. */
const ownMark = 'frame=of-this-site';
const accentMark = '/accent-of-this-site.css';
const marks = [tokenMark, ownMark, accentMark];

/** What in a remembered page is one reader's own. */
export type Own = { formToken: string; frame: Frame | null };

/** A page as the isolate remembers it under the key, with a form token of this reader's own. */
export async function rememberedPage(
  {
    deps,
    now,
    frame = null,
  }: Pick<PageContext['var'], 'deps' | 'now'> & { frame?: Frame | null | undefined },
  { key, slug }: { key: string; slug: string },
  write: (own: Own) => Promise<string>,
): Promise<Page> {
  const marked = frame && { ...frame, own: ownMark, accentHref: frame.accentHref && accentMark };
  const framed = frame ? `frame ${frame.query} ${frame.accentHref !== null}` : '';
  const { template, etag } = await cachedRendering(deps, `${key} ${framed}`, now, async () =>
    tagged(deps, await write({ formToken: tokenMark, frame: marked }), marks),
  );
  const body = fillTemplate(template, {
    [tokenMark]: await makeFormToken(deps.keyring, slug, now),
    [ownMark]: frame?.own.replaceAll('&', '&amp;') ?? '',
    [accentMark]: frame?.accentHref ?? '',
  });
  return { body, etag };
}

/** The petition's page for one reader, from what the isolate remembers. */
export async function freshPage(c: PageContext, context: ActionContext): Promise<Page> {
  const { deps, now } = c.var;
  const { slug } = context.action;
  const asked = askedOf(c, context);
  const pause = pauseOf(c.var.switches);
  const key = ['page', slug, asked.language, asked.chosen, asked.source, pause].join(' ');
  return rememberedPage(c.var, { key, slug }, async ({ formToken, frame }) => {
    const standing = await cachedFigures(deps, context.action.id, now);
    const options = { settings: deps.settings, now, shown: { formToken, pause } };
    return String(petitionPage(context, standing, { ...asked, frame }, options));
  });
}

/** The page with what a reader's form met: it comes back, or there is none any more. */
export async function returnedPage(
  c: PageContext,
  context: ActionContext,
  shown: Omit<Shown, 'formToken' | 'pause'>,
): Promise<string> {
  const { deps, now } = c.var;
  const standing = await cachedFigures(deps, context.action.id, now);
  const formToken = await makeFormToken(deps.keyring, context.action.slug, now);
  const pause = pauseOf(c.var.switches);
  const options = { settings: deps.settings, now, shown: { ...shown, formToken, pause } };
  return String(petitionPage(context, standing, askedOf(c, context), options));
}

/** The public JSON, its counts and its `as_of` of one moment. */
export function publicJson(
  deps: Deps,
  context: ActionContext,
  { now, language }: { now: Date; language: Language },
): Promise<Page> {
  const { id, slug } = context.action;
  return rememberedJson(deps, ['json', slug, language].join(' '), now, async () => {
    const { asOf, ...standing } = await cachedFigures(deps, id, now);
    return publicPetition(context, standing, { now: asOf, language });
  });
}

export async function rememberedJson(
  deps: Deps,
  key: string,
  now: Date,
  write: () => Promise<object>,
): Promise<Page> {
  const { template, etag } = await cachedRendering(deps, key, now, async () =>
    tagged(deps, JSON.stringify(await write()), []),
  );
  return { body: fillTemplate(template, {}), etag };
}

async function tagged({ keyring }: Deps, text: string, marks: string[]): Promise<Answer> {
  return { template: cutTemplate(text, marks), etag: await etagOf(keyring, text) };
}
