import { replaceStaffLinkStatement } from '../councils/digest-store.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { err, ok, type Result } from '../platform/result.ts';

/** The new link goes to the committee's own address, not to whoever asked for it. */
export async function replaceStaffLink(
  deps: Pick<Deps, 'db' | 'wakeOutbox'>,
  link: { committeeId: number; generation: number },
  now: Date,
): Promise<Result<undefined, { reason: 'replaced-meanwhile' }>> {
  const { committeeId, generation } = link;
  const mail = { ref: `committee:${committeeId}`, kind: `staff-link:${generation + 1}` };
  // Two requests at once ask for the same generation: one sets it, and both enqueue the same mail.
  const [replaced] = await deps.db.batch([
    replaceStaffLinkStatement(deps.db, committeeId, generation),
    enqueueStatement(deps.db, [mail], { now, cap: 1 }),
  ]);
  if (replaced?.meta.changes !== 1) return err({ reason: 'replaced-meanwhile' });
  await deps.wakeOutbox();
  return ok();
}
