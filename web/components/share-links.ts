import type { Shell } from '../shell.ts';

/** The share kit. It drops the reader's source: what they share has a source of its own. */
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

/** The language in the address; the browser's own language is not carried along. */
export function chosenLanguage(shell: Shell): string {
  return new URL(shell.path, 'http://site').searchParams.get('lang') ?? '';
}

function withQuery(path: string, values: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
}
