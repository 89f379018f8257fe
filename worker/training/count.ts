import type { Campaign } from '../campaigns/rules.ts';
import { sourceOf } from '../coalition/rules.ts';
import { listSources } from '../coalition/store.ts';
import type { Deps } from '../platform/deps.ts';
import { dateIn, day } from '../platform/time/clock.ts';
import { type Count, countStatements, forgetMarks } from './count-store.ts';
import { progressLasts } from './progress-rules.ts';

/**
 * Counts a step of a run once, however often the page is sent. `step` names it within the run. Only a keyed hash of both
 * is stored, so nobody can tell which steps belong together.
 */
export async function countOnce(
  deps: Deps,
  { campaign, now, source }: { campaign: Campaign; now: Date; source: string | undefined },
  { run, step, counts }: { run: string; step: string; counts: readonly Count[] },
): Promise<void> {
  const mark = await deps.keyring.fingerprint('training step', `${campaign.id} ${run} ${step}`);
  const known = source ? await listSources(deps.db, campaign.id) : [];
  const where = {
    campaignId: campaign.id,
    day: dateIn(campaign.city.timeZone, now),
    source: sourceOf(source, known),
  };
  await deps.db.batch(countStatements(deps.db, where, { mark, counts }));
}

/** A run that is too old is refused, so its marks are of no use. A day more, for calendars that are ahead. */
export function forgetOldMarks({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  return forgetMarks(db, dateIn('UTC', new Date(now.getTime() - progressLasts - 2 * day)));
}
