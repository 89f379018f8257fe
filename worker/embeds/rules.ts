import * as z from 'zod';
import { asLanguage, type Language } from '../../web/language.ts';
import { frameSchemes } from '../../web/scheme-rules.ts';
import { type ActionKind, folderOf } from '../actions/rules.ts';
import { direct, type Source, sourceOf } from '../coalition/rules.ts';
import { languageField } from '../platform/http/field-rules.ts';

const hasProgress = z
  .string()
  .optional()
  .transform((progress) => progress !== 'off');

/** Most sites are light whatever their visitors' systems are. */
const scheme = z.enum(frameSchemes).default('light').catch('light');

/** The options of a frame, from its address. A wrong value counts as left out. */
export const frameQuery = z
  .object({
    source: z.string().default(''),
    lang: languageField,
    /** Six hex digits; null for the campaign's own color. */
    accent: z.string().default('').transform(hexOf),
    compact: z.string().default('off'),
    progress: hasProgress,
    scheme,
    isolated: z.string().default('0'),
    /** The site's name for the frame, which comes back in its messages. */
    id: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,40}$/)
      .nullable()
      .catch(null),
    /** The origin of the page around it, for browsers that do not say. */
    host: z.string().refine(isOrigin).nullable().catch(null),
  })
  .transform(({ lang, compact, progress, isolated, ...options }) => ({
    ...options,
    language: lang,
    isCompact: compact !== '0' && compact !== 'off',
    hasProgress: progress,
    isIsolated: isolated === '1',
  }));
export type FrameOptions = z.output<typeof frameQuery>;

/** With the source as the campaign knows it: empty where none was named, `other` where it does not know it. */
export function frameOptionsOf(said: FrameOptions, known: readonly Source[]): FrameOptions {
  return { ...said, source: said.source === '' ? '' : sourceOf(said.source, known) };
}

/** The options that the page of snippets was asked for. */
export const embedPageQuery = z.object({
  source: z.string().optional(),
  in: languageField,
  /** As it was typed. */
  accent: z.string().default(''),
  compact: z
    .string()
    .optional()
    .transform((compact) => compact !== undefined),
  progress: hasProgress,
  scheme,
});
export type EmbedChoices = z.output<typeof embedPageQuery>;

/** As oembed.com names it. */
export const oembedQuery = z
  .object({
    url: z.string().default(''),
    format: z.string().default('json'),
    maxwidth: z.string().optional(),
    maxheight: z.string().optional(),
    lang: languageField,
  })
  .transform(({ maxwidth, maxheight, ...query }) => ({
    ...query,
    most: { width: pixels(maxwidth), height: pixels(maxheight) },
  }));

/** Six digits in lower case, of a color that may come with its `#`; null where it is none. */
export function hexOf(given: string): string | null {
  return /^#?([0-9a-f]{6})$/i.exec(given.trim())?.[1]?.toLowerCase() ?? null;
}

function isOrigin(given: string): boolean {
  const url = given.length <= 300 && /^https?:/.test(given) ? URL.parse(given) : null;
  return url?.origin === given;
}

/** The options that many sites share, as a query without the defaults. */
export function sharedQuery(options: Partial<FrameOptions>): string {
  const { source = '', language, isCompact, hasProgress = true, scheme = 'light', isIsolated } = options;
  const query = new URLSearchParams();
  if (source !== '' && source !== direct) query.set('source', source);
  if (language) query.set('lang', language);
  if (isCompact) query.set('compact', '1');
  if (!hasProgress) query.set('progress', 'off');
  if (scheme !== 'light') query.set('scheme', scheme);
  if (isIsolated) query.set('isolated', '1');
  return query.toString();
}

/** The options that are one site's own. */
export function ownQuery({ accent, id, host }: Partial<FrameOptions>): string {
  const query = new URLSearchParams();
  if (accent) query.set('accent', accent);
  if (id) query.set('id', id);
  if (host) query.set('host', host);
  return query.toString();
}

/**
 * The sites of a campaign's list in the words of a content security policy. `example.org` stands for `www.example.org`
 * too. Where this site itself is not on https, as on a developer's machine, theirs need not be either.
 */
export function ancestorsOf(hosts: string[], { https }: { https: boolean }): string[] {
  const named = hosts.flatMap((host) => {
    const hasWww = host.startsWith('*.') || host.startsWith('www.') || !/[a-z]/.test(host);
    return hasWww || !host.includes('.') ? [host] : [host, `www.${host}`];
  });
  return named.flatMap((host) => (https ? [`https://${host}`] : [`https://${host}`, `http://${host}`]));
}

/** The host of the page around the frame, from the browser's headers. Null for our own pages and outside frames. */
export function seenHost(
  { referer, dest }: { referer: string | undefined; dest: string | undefined },
  own: string,
): string | null {
  const url = dest === 'iframe' ? URL.parse(referer ?? '') : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin === own) return null;
  return url.host.length <= 253 ? url.host : null;
}

type ActionAddress = { kind: ActionKind; slug: string; source: string; language: Language | null };

/** The action that an address of ours names; null for anything else. */
export function actionAt(
  address: string,
  publicUrl: string,
  kinds: readonly ActionKind[],
): ActionAddress | null {
  const url = URL.parse(address);
  const base = URL.parse(publicUrl);
  if (!url || !base || url.origin !== base.origin || url.username || url.password) return null;
  const path = url.pathname.slice(base.pathname === '/' ? 0 : base.pathname.length);
  const [, folder, slug] = /^(?:\/embed)?\/([a-z]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
  const kind = kinds.find((one) => folderOf(one) === folder);
  if (!kind || !slug) return null;
  const { searchParams } = url;
  return {
    kind,
    slug,
    source: searchParams.get('source') ?? '',
    language: asLanguage(searchParams.get('lang') ?? undefined),
  };
}

/** The code of a short address of ours, which leads to an action or elsewhere. */
export function shortCodeAt(address: string, publicUrl: string): string | null {
  const [start, rest] = [`${publicUrl}/s/`, address.replace(/[?#].*/, '')];
  return rest.startsWith(start) ? rest.slice(start.length).replace(/\/$/, '').toLowerCase() : null;
}

/**
 * The size of a counter in pixels, within what the site allows. What it holds beside the ask has nearly one height; a
 * test compares with a browser.
 */
export function counterSize(
  most: { width: number; height: number },
  { ask, hasExit }: { ask: string; hasExit: boolean },
) {
  const width = Math.min(most.width, 480);
  const lines = Math.ceil((ask.length * letter) / (width - 2 * margin));
  return {
    width,
    height: Math.min(most.height, rest + (hasExit ? exit : 0) + (width < 400 ? narrow : 0) + lines * line),
  };
}

/** Of the headline of a frame: the width of a letter, the height of a line; what stands left and right of it. */
const [letter, line, margin] = [13, 29, 16];
const [rest, narrow, exit] = [254, 60, 60];

function pixels(given: string | undefined): number {
  return given !== undefined && /^[1-9]\d{0,4}$/.test(given) ? Number(given) : Number.POSITIVE_INFINITY;
}
