import type { Source } from './rules.ts';

/**
 * The source of what a partner sends by its key: the one it names or, where it names none, its first. Null where that is
 * not its own: a partner cannot sign on another one's account.
 */
export function sourceByKey(partner: string, given: string, known: readonly Source[]): string | null {
  const own = known.filter((source) => source.partner?.slug === partner).map(({ slug }) => slug);
  const slug = given.trim().toLowerCase();
  return (slug === '' ? own[0] : own.find((one) => one === slug)) ?? null;
}
