import type { Shell } from '../shell.ts';

/** The share kit. The link drops the reader's source, because what they share has its own source. */
export function shareKitHref(shell: Shell, campaign: string): string {
  return withQuery(`/campaigns/${campaign}/share`, { lang: chosenLanguage(shell) });
}

export function printHref(
  shell: Shell,
  campaign: string,
  { print, ...query }: { print: string; action: string; source: string; paper: string },
): string {
  return withQuery(`/campaigns/${campaign}/print/${print}`, { ...query, lang: chosenLanguage(shell) });
}

/** The language named in the address. The browser's own language is not carried over. */
export function chosenLanguage(shell: Shell): string {
  return new URL(shell.path, 'http://site').searchParams.get('lang') ?? '';
}

function withQuery(path: string, values: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
}
