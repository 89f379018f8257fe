import type { Deps } from '../platform/deps.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import { runQuery } from '../platform/query.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { answeredByLink, insertAnswersStatement, type Recording } from './answer-store.ts';
import type { Given } from './form-rules.ts';
import type { OfficialAnswer } from './rules.ts';
import { findAsks, type Version, versionsQuery } from './store.ts';

/** `asks`: the slugs whose answer somebody else has changed since the form was shown. */
export type GiveRefusal = { reason: 'changed-meanwhile'; asks: string[] } | { reason: 'too-many' };

/**
 * A committee's own answer, by its link. What was left as it was shown stays as it is now, and what is already so is
 * not stored again: a second press of the same form changes nothing.
 */
export async function giveAnswers(
  deps: Pick<Deps, 'db' | 'wakeOutbox'>,
  given: readonly Given[],
  recording: Recording,
): Promise<Result<{ stored: number }, GiveRefusal>> {
  const { db } = deps;
  const compared = await compare(db, given, recording);
  if (compared.conflicts.length > 0) return err({ reason: 'changed-meanwhile', asks: compared.conflicts });
  if (compared.fresh.length === 0) return ok({ stored: 0 });
  const [stored] = await db.batch([
    insertAnswersStatement(db, compared.fresh, recording),
    enqueueFoundStatement(db, answeredByLink, recording.actionId, recording.now),
  ]);
  if (stored?.meta.changes !== compared.fresh.length) {
    // Another press came between reading and writing: the same form sent twice, or somebody else's answer.
    const { conflicts, fresh } = await compare(db, given, recording);
    if (conflicts.length > 0) return err({ reason: 'changed-meanwhile', asks: conflicts });
    return fresh.length === 0 ? ok({ stored: 0 }) : err({ reason: 'too-many' });
  }
  await deps.wakeOutbox();
  return ok({ stored: compared.fresh.length });
}

/**
 * Which of the given answers are new, and which somebody else has changed meanwhile. `hasOwn`: the committee itself
 * has answered one of the new ones by its link.
 */
export async function compare(
  db: D1Database,
  given: readonly Given[],
  { actionId, committeeId }: Pick<Recording, 'actionId' | 'committeeId'>,
): Promise<{ fresh: Given[]; conflicts: string[]; hasOwn: boolean }> {
  const asks = await findAsks(db, actionId);
  const versions = await runQuery(db, versionsQuery(db, actionId));
  const fresh: Given[] = [];
  const conflicts: string[] = [];
  let hasOwn = false;
  for (const one of given) {
    const asked = asks
      .find(({ slug }) => slug === one.ask)
      ?.asked.find(({ committee }) => committee.id === committeeId);
    const current = asked?.answer ?? null;
    if (current && isSame(one, current)) continue;
    if ((current?.version ?? 0) === one.seen) {
      fresh.push(one);
      hasOwn ||= current?.givenBy === 'link' || current?.replacesOwn === true;
    } else if (!isUntouched(one, versions, committeeId)) conflicts.push(one.ask);
  }
  return { fresh, conflicts, hasOwn };
}

function isUntouched(given: Given, versions: readonly Version[], committeeId: number): boolean {
  const shown = versions.find(
    ({ ask, committeeId: id, version }) => ask === given.ask && id === committeeId && version === given.seen,
  );
  return shown !== undefined && isSame(given, shown);
}

function isSame(given: Given, answer: OfficialAnswer): boolean {
  return (
    given.answer === answer.answer &&
    given.text === answer.text &&
    given.dueOn === answer.dueOn &&
    given.document === answer.document
  );
}
