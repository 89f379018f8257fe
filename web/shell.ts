import { type Language, languages } from './language.ts';
import type { Scheme } from './scheme-rules.ts';

export type Shell = {
  language: Language;
  /** The path with its query, as requested. */
  path: string;
  campaign: {
    slug: string;
    name: string;
    city: string;
    accent: string;
    contactEmail: string;
    /** Its pages can endanger their readers, so each can be left at once. */
    hasExit: boolean;
    languages: readonly Language[];
  } | null;
  /** Nothing can be signed or changed at the moment: every page says so. */
  isReadOnly?: boolean;
  /** Set where the page is shown in a frame on somebody else's site. */
  frame?: Frame | null;
  /** A form in which something was typed already: the other language is asked for by sending it. */
  typed?: TypedForm | null;
};

export type TypedForm = {
  /** Its id, and the address that it is sent to. */
  form: string;
  action: string;
  /** The step that Enter takes: the first button of a form is the one that it presses. */
  enter: string;
  /** The page says what is wrong in it, and goes on saying it. */
  isChecked: boolean;
};

export type Frame = {
  /** The frame's options, which its forms and links carry on: 'lang=es&compact=1', or nothing. */
  query: string;
  /** The options that differ from site to site: 'accent=1a5c8a&id=u1'. */
  own: string;
  /** The style sheet of the site's own color. */
  accentHref: string | null;
  isCompact: boolean;
  hasProgress: boolean;
  scheme: Scheme;
};

/** Of pages that belong to no campaign. */
export function plainShell(language: Language, path: string): Shell {
  return { language, path, campaign: null };
}

const carried = ['lang', 'source'];

/** The path of the page that stays in its frame. */
export function framedPath(path: string, { query, own }: Frame): string {
  const asked = [query, own].filter((part) => part !== '').join('&');
  if (asked === '') return `/embed${path}`;
  return `/embed${path}${path.includes('?') ? '&' : '?'}${asked}`;
}

/** A link inside the site. It keeps the reader's language and source, and inside a frame it stays in the frame. */
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

/** The page that a frame is a part of, with the reader's language and source. */
export function pageOf(shell: Shell): string {
  const from = new URL(shell.path, 'http://site');
  const [path = '/'] = /^\/[^/]+\/[^/]+/.exec(from.pathname.replace(/^\/embed/, '')) ?? [];
  return linkFrom({ ...shell, frame: null }, path);
}

/** The other language that the page is there in; null where a campaign has one alone. */
export function otherLanguage({ language, campaign }: Pick<Shell, 'language' | 'campaign'>): Language | null {
  return (campaign?.languages ?? languages).find((one) => one !== language) ?? null;
}

/** The same page in the other language. */
export function pathIn(shell: Shell, language: Language): string {
  const url = new URL(shell.path, 'http://site');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
