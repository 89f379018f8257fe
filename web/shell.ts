import { type Language, languages } from './language.ts';
import type { Scheme } from './scheme-rules.ts';

export type Shell = {
  language: Language;
  /** The path with its query, as it was requested. */
  path: string;
  campaign: {
    slug: string;
    name: string;
    city: string;
    accent: string;
    contactEmail: string;
    /** Reading its pages can endanger people, so each page has a quick exit. */
    hasExit: boolean;
    languages: readonly Language[];
    /** Its comparisons of budgets. */
    budget: readonly { path: string; title: string }[];
  } | null;
  /** Nothing can be signed or changed at the moment, and every page says so. */
  isReadOnly?: boolean;
  /** Set if the page is shown in a frame on another site. */
  frame?: Frame | null;
  /** The form whose content is kept when the language is switched, by sending it. */
  typed?: TypedForm | null;
};

export type TypedForm = {
  /** The form's id, and the address that it is sent to. */
  form: string;
  action: string;
  /** The step to take on Enter, because Enter presses a form's first button. */
  enter: string;
  /** The page already shows errors in the form and must show them again. */
  isChecked: boolean;
};

export type Frame = {
  /** Options of the frame that its forms and links must keep: 'lang=es&compact=1', or ''. */
  query: string;
  /** Options that differ from site to site: 'accent=1a5c8a&id=u1'. */
  own: string;
  /** The style sheet with the site's own color. */
  accentHref: string | null;
  isCompact: boolean;
  hasProgress: boolean;
  scheme: Scheme;
  /** The page around allows only what expressly agrees to be shown in it. Turnstile does not, so the form has none. */
  isIsolated: boolean;
};

/** For pages that belong to no campaign. */
export function plainShell(language: Language, path: string): Shell {
  return { language, path, campaign: null };
}

const carried = ['lang', 'source'];

/** The campaign's page, for a link to it. */
export function campaignOf(shell: Shell): { href: string; name: string } | null {
  const { campaign } = shell;
  return campaign && { href: linkFrom(shell, `/campaigns/${campaign.slug}`), name: campaign.name };
}

/** The path of the same page inside the frame. */
export function framedPath(path: string, { query, own }: Frame): string {
  const asked = [query, own].filter((part) => part !== '').join('&');
  if (asked === '') return `/embed${path}`;
  return `/embed${path}${path.includes('?') ? '&' : '?'}${asked}`;
}

/** A link inside the site. It keeps the reader's language and source. Inside a frame it stays in the frame. */
export function linkFrom(shell: Shell, href: string): string {
  if (!href.startsWith('/')) return href;
  if (shell.frame) return framedPath(href, shell.frame);
  const from = new URL(shell.path, 'http://site');
  const to = new URL(href, 'http://site');
  for (const name of carried) {
    const value = from.searchParams.get(name);
    if (value !== null && !to.searchParams.has(name)) to.searchParams.set(name, value);
  }
  return to.pathname + to.search + to.hash;
}

/** The full page of which the frame shows a part, with the reader's language and source. */
export function pageOf(shell: Shell): string {
  const from = new URL(shell.path, 'http://site');
  const [path = '/'] = /^\/[^/]+\/[^/]+/.exec(from.pathname.replace(/^\/embed/, '')) ?? [];
  return linkFrom({ ...shell, frame: null }, path);
}

/** The other language in which the page exists; null if the campaign has only one. */
export function otherLanguage({ language, campaign }: Pick<Shell, 'language' | 'campaign'>): Language | null {
  return (campaign?.languages ?? languages).find((one) => one !== language) ?? null;
}

/** The same page in the other language. */
export function pathIn(shell: Shell, language: Language): string {
  const url = new URL(shell.path, 'http://site');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
