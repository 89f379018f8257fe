import type { Shell } from '../shell.ts';

/** The share kit. The source by which its reader came is not the one by which they share. */
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

/** What the address itself names: the browser's own language needs no mention. */
export function chosenLanguage(shell: Shell): string {
  return new URL(shell.path, 'http://site').searchParams.get('lang') ?? '';
}

function withQuery(path: string, values: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
}
