import type { Language } from './language.ts';

export type Shell = {
  language: Language;
  /** The path with its query, as requested. */
  path: string;
  campaign: { slug: string; name: string; city: string; accent: string; contactEmail: string } | null;
  /** Nothing can be signed or changed at the moment: every page says so. */
  isReadOnly?: boolean;
};

/** Of pages that belong to no campaign. */
export function plainShell(language: Language, path: string): Shell {
  return { language, path, campaign: null };
}

const carried = ['lang', 'source'];

/** A link inside the site that keeps the reader's language and the source they came from. */
export function linkFrom(shell: Shell, href: string): string {
  if (!href.startsWith('/')) return href;
  const from = new URL(shell.path, 'http://site');
  const to = new URL(href, 'http://site');
  for (const name of carried) {
    const value = from.searchParams.get(name);
    if (value !== null && !to.searchParams.has(name)) to.searchParams.set(name, value);
  }
  return to.pathname + to.search + to.hash;
}

/** The same page in the other language. */
export function pathIn(shell: Shell, language: Language): string {
  const url = new URL(shell.path, 'http://site');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}
