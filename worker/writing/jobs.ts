import type { Sections } from '../kits/parse.ts';
import { findRole } from '../organize/people-store.ts';
import type { Deps } from '../platform/deps.ts';
import { log } from '../platform/log.ts';
import { day } from '../platform/time/clock.ts';
import { failStatement, forgetEndedStatements, listDue, readDraft } from './draft-store.ts';
import { type PublishOptions, publishDraft } from './publish.ts';

/** Publishes the drafts whose time has come. What cannot be published stays a draft, and what waits says why. */
export async function publishDue(
  deps: Deps,
  { sections, now }: { sections: () => Promise<Sections>; now: Date },
): Promise<void> {
  const { db } = deps;
  for (const { id, campaignId, slug, actor, options } of await listDue(db, now)) {
    const draft = await readDraft(db, campaignId);
    if (!draft || draft.id !== id) continue;
    const role = await findRole(db, { campaignId, organizerId: actor });
    const done =
      role === 'editor' || role === 'owner'
        ? await publishDraft(deps, {
            ...(JSON.parse(options) as PublishOptions),
            campaign: { id: campaignId, slug },
            version: draft.version,
            actor,
            sections: await sections(),
            now,
          })
        : ({ ok: false, error: { reason: 'access-ended' } } as const);
    // Somebody has saved at this moment: the next run publishes it.
    if (done.ok || done.error.reason === 'changed-meanwhile') continue;
    const failure =
      done.error.reason === 'problems'
        ? done.error.problems
        : [{ path: done.error.reason, message: done.error.reason }];
    await failStatement(db, { draftId: id, failure: JSON.stringify(failure.slice(0, 50)), now }).run();
    log('warn', 'draft-not-published', { campaign: slug, reason: done.error.reason });
  }
}

const endedKeptFor = 30 * day;

export async function forgetEnded({ db }: Deps, now: Date): Promise<void> {
  await db.batch(forgetEndedStatements(db, new Date(now.getTime() - endedKeptFor)));
}
