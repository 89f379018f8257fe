import type { Source } from './rules.ts';

/**
 * The source of what a partner sends with its key: the one it names, or its first. Null if the named source is
 * not its own: a partner cannot send signatures for another partner.
 */
export function sourceByKey(partner: string, given: string, known: readonly Source[]): string | null {
  const own = known.filter((source) => source.partner?.slug === partner).map(({ slug }) => slug);
  const slug = given.trim().toLowerCase();
  return (slug === '' ? own[0] : own.find((one) => one === slug)) ?? null;
}
