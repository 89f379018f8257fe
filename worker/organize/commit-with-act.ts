import { waitForTurn } from '../platform/commit/take-turns.ts';
import { sha256 } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { type Act, chainStart, hashedText, type NewAct } from './act-rules.ts';
import { checkStatement, clearChecksStatement, findHead, insertActStatement } from './act-store.ts';

/**
 * A statement of the change. With `changes`, the batch fails unless the statement changes exactly that many rows. Its
 * WHERE names the state that the organizer saw, so a decision about something that has changed is not made.
 */
export type Step = D1PreparedStatement | { statement: D1PreparedStatement; changes: number };

export type ActRefusal = { reason: 'changed-meanwhile' } | { reason: 'undone-already' };

type Change = {
  act: NewAct;
  /** Other campaigns that the change affects. The act is written to the log of each. */
  alsoIn?: readonly { id: number; slug: string }[];
  steps: readonly Step[];
  now: Date;
};

/**
 * Makes a change and writes its act to the log in one transaction. Returns the id of the act, and the results of the
 * steps.
 */
export async function commitWithAct(
  { db }: Pick<Deps, 'db'>,
  { act, alsoIn = [], steps, now }: Change,
): Promise<Result<{ id: string; results: D1Result[] }, ActRefusal>> {
  const checked = steps.flatMap((step) =>
    // A prepared statement has a `statement` property of its own.
    'changes' in step
      ? [
          { statement: step.statement, isStep: true },
          { statement: checkStatement(db, step.changes), isStep: false },
        ]
      : [{ statement: step, isStep: true }],
  );
  for (let tries = 1; ; tries += 1) {
    const chained = await Promise.all(
      [act, ...alsoIn.map((campaign) => ({ ...act, campaign }))].map(async (one) =>
        chain(one, await findHead(db, one.campaign?.id ?? null), now),
      ),
    );
    try {
      const statements = checked.map(({ statement }) => statement);
      const results = await db.batch([
        ...statements,
        ...chained.map((one) => insertActStatement(db, one)),
        clearChecksStatement(db),
      ]);
      return ok({ id: chained[0]?.id ?? '', results: results.filter((_, index) => checked[index]?.isStep) });
    } catch (error) {
      const message = String(error);
      const refusal = refusalIn(message);
      if (refusal) return err({ reason: refusal });
      // Another act was written after the head of the log was read.
      if (!message.includes('acts.prev')) throw error;
      await waitForTurn(tries, 'the log of acts');
    }
  }
}

function refusalIn(message: string): ActRefusal['reason'] | null {
  if (message.includes('changed_meanwhile')) return 'changed-meanwhile';
  if (message.includes('acts.undoes')) return 'undone-already';
  // Somebody else has made the same row meanwhile, such as the first press of a double click, or taken away what this
  // one refers to.
  const isTaken = /UNIQUE constraint failed: (?!acts\.)|FOREIGN KEY constraint failed/.test(message);
  return isTaken ? 'changed-meanwhile' : null;
}

function chain(act: NewAct, head: string | null, now: Date): Omit<Act, 'seq' | 'undoneKind' | 'undoneBy'> {
  const whole = {
    id: newId(now),
    campaignId: act.campaign?.id ?? null,
    at: now,
    actor: act.actor,
    kind: act.kind,
    subject: act.subject,
    reason: act.reason ?? '',
    before: act.before ?? {},
    after: act.after ?? {},
    count: act.count ?? 1,
    batch: act.batch ?? null,
    undoes: act.undoes ?? null,
    prev: head ?? chainStart(act.campaign),
  };
  return { ...whole, hash: sha256(hashedText(whole)) };
}
