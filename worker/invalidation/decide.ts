import type { StrikeCode } from '../actions/strike-rules.ts';
import { type ActRefusal, commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { err, type Result } from '../platform/result.ts';
import { aloneWithin, type Found, needsSecond, type Refusal, workName } from './rules.ts';
import { forgetEvidenceStatements } from './step-store.ts';
import { type Invalidation, moveStatement } from './store.ts';

type Given = Pick<Deps, 'db' | 'wake'>;
type Done = Promise<Result<{ id: string }, Refusal>>;
type By = {
  campaign: { id: number; slug: string };
  actor: string;
  /** In the organizer's own words. */
  note?: string;
  now: Date;
};

/** What the organizer saw on the page of the form. */
export type Seen = Found & { confirmed: number; aloneLately: number };

/**
 * Asks to strike off what was counted. A small one is counted once more and then starts; a large one waits for a second
 * organizer.
 */
export async function ask(
  deps: Given,
  one: Invalidation,
  { code, seen, ...by }: By & { code: StrikeCode; seen: Seen },
): Done {
  if (one.state !== 'counted') return err({ reason: 'wrong-state' });
  if (seen.found === 0) return err({ reason: 'nothing-found' });
  const waits = needsSecond(seen, seen);
  const asked = {
    ...{ code, asked_by: by.actor, asked_at: by.now.getTime(), is_changed: 0 as const },
    ...{ seen_found: seen.found, seen_counted: seen.counted },
  };
  const change = waits
    ? { ...asked, to: 'asked' as const }
    : { ...asked, ...fromTheStart(by.now), to: 'checking' as const };
  // Two requests at once may have read the same sum, so it is checked again here.
  const since = new Date(by.now.getTime() - aloneWithin);
  const guard = waits ? {} : { alone: { atMost: seen.aloneLately, since } };
  return act(deps, one, {
    ...by,
    kind: waits ? 'ask-to-invalidate' : 'invalidate-alone',
    after: { code, found: seen.found, counted: seen.counted },
    statements: [
      moveStatement(deps.db, { id: one.id, from: ['counted'], ...change, ...guard }),
      ...(waits ? [] : forgetEvidenceStatements(deps.db, one.id)),
    ],
    wakes: !waits,
  });
}

const fromTheStart = (now: Date) => ({ cursor: 0, passed: 0, next_at: now.getTime() });

/** The second organizer agrees. It is counted once more before it starts. */
export async function agree(deps: Given, one: Invalidation, by: By): Done {
  if (one.state !== 'asked') return err({ reason: 'wrong-state' });
  if (one.askedBy === by.actor) return err({ reason: 'own-request' });
  const change = { ...fromTheStart(by.now), agreed_by: by.actor };
  return act(deps, one, {
    ...by,
    kind: 'agree-to-invalidate',
    after: { code: one.code, found: one.seen?.found ?? 0, counted: one.seen?.counted ?? 0 },
    statements: [
      moveStatement(deps.db, { id: one.id, from: ['asked'], to: 'checking', ...change }),
      ...forgetEvidenceStatements(deps.db, one.id),
    ],
    wakes: true,
  });
}

/** Ends one that has struck off nothing yet. */
export async function discard(deps: Given, one: Invalidation, by: By): Done {
  const from = ['counting', 'counted', 'asked', 'checking'] as const;
  if (!from.some((state) => state === one.state)) return err({ reason: 'wrong-state' });
  const change = { ended_by: by.actor, ended_at: by.now.getTime(), next_at: null };
  return act(deps, one, {
    ...by,
    kind: one.state === 'asked' && one.askedBy !== by.actor ? 'decline-to-invalidate' : 'discard-count',
    statements: [moveStatement(deps.db, { id: one.id, from: [one.state], to: 'discarded', ...change })],
  });
}

/** Stops between two steps. What was struck off by then stays struck off until it is undone. */
export async function cancel(deps: Given, one: Invalidation, by: By): Done {
  if (one.state !== 'running') return err({ reason: 'wrong-state' });
  const change = { ended_by: by.actor, ended_at: by.now.getTime(), next_at: null };
  return act(deps, one, {
    ...by,
    kind: 'cancel-invalidation',
    statements: [moveStatement(deps.db, { id: one.id, from: ['running'], to: 'cancelled', ...change })],
  });
}

type Acted = By & {
  kind: string;
  after?: Record<string, string | number>;
  /** If the first does not change one row, nothing is done. */
  statements: D1PreparedStatement[];
  wakes?: boolean;
};

async function act(
  deps: Given,
  one: Invalidation,
  { campaign, actor, note = '', now, kind, after = {}, statements, wakes = false }: Acted,
): Done {
  const [first, ...others] = statements;
  const done: Result<{ id: string }, ActRefusal> = await commitWithAct(deps, {
    act: { campaign, actor, kind, subject: one.id, reason: note, before: { state: one.state }, after },
    steps: [...(first ? [{ statement: first, changes: 1 }] : []), ...others],
    now,
  });
  if (!done.ok) return err({ reason: 'changed-meanwhile' });
  if (wakes) await deps.wake(workName);
  return done;
}
