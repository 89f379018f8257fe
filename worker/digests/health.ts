import { listFailedDigests } from '../councils/digest-store.ts';

/** How many committees are named. The log of the worker names all. */
const mostNamed = 5;

/** The digests that could not be made, for whoever runs the site. */
export async function failedForHealth(db: D1Database, now: Date): Promise<string[]> {
  const failed = await listFailedDigests(db, now, mostNamed);
  return failed.map(
    ({ city, committee, dueAt, why }) =>
      `the digest for ${city}/${committee}, due ${dueAt.toISOString()}, could not be made: ${why}. What to do: docs/deploying.md, "What /health says"`,
  );
}
