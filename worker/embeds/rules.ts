import { asLanguage, type Language } from '../../web/language.ts';
import { type ActionKind, folderOf } from '../actions/rules.ts';
import { direct, type Source, sourceOf } from '../coalition/rules.ts';

/** What a site says of the frame that it shows, each part checked; what is wrong is left out. */
export type FrameOptions = {
  /** Empty where none was named; `other` where the campaign does not know it. */
  source: string;
  language: Language | null;
  /** Six hex digits, or null: the campaign's own color. */
  accent: string | null;
  isCompact: boolean;
  hasProgress: boolean;
  /** The site's name for the frame, which comes back in its messages. */
  id: string | null;
  /** The origin of the page around it, for browsers that do not say. */
  host: string | null;
};

export function readFrameOptions(query: Record<string, string>, known: readonly Source[]): FrameOptions {
  const { lang, accent = '', compact, progress, id = '', host = '' } = query;
  return {
    source: query.source ? sourceOf(query.source, known) : '',
    language: asLanguage(lang),
    accent: hexOf(accent),
    isCompact: compact !== undefined && compact !== '0' && compact !== 'off',
    hasProgress: progress !== 'off',
    id: /^[A-Za-z0-9-]{1,40}$/.test(id) ? id : null,
    host: isOrigin(host) ? host : null,
  };
}

/** Six digits in lower case, of a color that may come with its `#`; null where it is none. */
export function hexOf(given: string): string | null {
  return /^#?([0-9a-f]{6})$/i.exec(given.trim())?.[1]?.toLowerCase() ?? null;
}

function isOrigin(given: string): boolean {
  const url = given.length <= 300 && /^https?:/.test(given) ? URL.parse(given) : null;
  return url?.origin === given;
}

/** The options that many sites share, as a query; those left out that are as they are anyway. */
export function sharedQuery(options: Partial<FrameOptions>): string {
  const { source = '', language, isCompact, hasProgress = true } = options;
  const query = new URLSearchParams();
  if (source !== '' && source !== direct) query.set('source', source);
  if (language) query.set('lang', language);
  if (isCompact) query.set('compact', '1');
  if (!hasProgress) query.set('progress', 'off');
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
 * too. Off https, which is on one's own machine, sites without it may as well.
 */
export function ancestorsOf(hosts: string[], { https }: { https: boolean }): string[] {
  const named = hosts.flatMap((host) => {
    const hasWww = host.startsWith('*.') || host.startsWith('www.') || !/[a-z]/.test(host);
    return hasWww || !host.includes('.') ? [host] : [host, `www.${host}`];
  });
  return named.flatMap((host) => (https ? [`https://${host}`] : [`https://${host}`, `http://${host}`]));
}

/** The host that a browser says it shows the frame on; null for our own, and for whatever is no frame. */
export function seenHost(
  { referer, dest }: { referer: string | undefined; dest: string | undefined },
  own: string,
): string | null {
  const url = dest === 'iframe' ? URL.parse(referer ?? '') : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.origin === own) return null;
  return url.host.length <= 253 ? url.host : null;
}

/** The action that an address of ours names; null for anything else. */
export function actionAt(
  address: string,
  publicUrl: string,
  kinds: readonly ActionKind[],
): { kind: ActionKind; slug: string; source: string } | null {
  const url = URL.parse(address);
  const base = URL.parse(publicUrl);
  if (!url || !base || url.origin !== base.origin || url.username || url.password) return null;
  const path = url.pathname.slice(base.pathname === '/' ? 0 : base.pathname.length);
  const [, folder, slug] = /^(?:\/embed)?\/([a-z]+)\/([a-z0-9-]+)$/.exec(path) ?? [];
  const kind = kinds.find((one) => folderOf(one) === folder);
  return kind && slug ? { kind, slug, source: url.searchParams.get('source') ?? '' } : null;
}

/** In pixels: what a counter takes, and no more than a site gives. */
export function counterSize(given: { maxwidth?: string | undefined; maxheight?: string | undefined }) {
  return { width: within(given.maxwidth, 480), height: within(given.maxheight, 240) };
}

function within(most: string | undefined, wanted: number): number {
  return most !== undefined && /^[1-9]\d{0,4}$/.test(most) ? Math.min(Number(most), wanted) : wanted;
}
