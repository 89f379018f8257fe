import { countDifferent, type Different, listDifferent } from './recount-store.ts';

/** How many actions are named. The log of the worker names all. */
const mostNamed = 5;

/** Checks of the public log, whose names tell nothing about anybody. Of other counts only the kind is public. */
const ofTheLog = /^(members |root of |statements:|texts in |head of )/;

/** What the last recounts found, for whoever runs the site. */
export async function differencesForHealth(db: D1Database): Promise<string[]> {
  const named = await listDifferent(db, mostNamed);
  if (named.length === 0) return [];
  const more = (await countDifferent(db)) - named.length;
  return [...named.map(told), ...(more > 0 ? [`kept counts differ for ${more} more actions`] : [])];
}

function told({ slug, recountedAt, differences }: Different): string {
  const checks = [...new Set(differences.map(checkOf))].sort().join(', ');
  return `kept counts of ${slug} differ from what they are made of, found by the recount of ${recountedAt.toISOString()}: ${checks}. What to do: docs/deploying.md, "What /health says"`;
}

function checkOf(difference: string): string {
  const [name = ''] = difference.split(':');
  return ofTheLog.test(difference) ? name : (name.split(' ')[0] ?? '');
}
