import { findContextById } from '../actions/context.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement } from '../platform/mail/outbox.ts';
import { err } from '../platform/result.ts';
import { day, minute } from '../platform/time/clock.ts';
import { findStatement } from '../statements/log-store.ts';
import type { Statement } from '../statements/rules/statement.ts';
import { subjectOf } from './announce.ts';
import { goOnDrawing } from './draw.ts';
import { beginAskingStatements, listToAsk, mailKindFor } from './people-store.ts';
import type { Sample } from './rules.ts';
import { cancelSampleStatements, seedStatement } from './store.ts';

type By = { campaign: { id: number; slug: string }; actor: string; now: Date };

/** Signatures of a petition that is drawn from while its page waits: 30,000. Cron goes on with more. */
const stepsAtOnce = 4;

/** A confirmation never waits behind more mails than this: the next ones are due a run of cron later. */
const mailsAtOnce = 200;
const betweenGroups = 15 * minute;

/** The statement of the sample's week; null until it is made. */
export async function statementOfSample(
  db: D1Database,
  { actionId, week }: Pick<Sample, 'actionId' | 'week'>,
): Promise<Statement | null> {
  const context = await findContextById(db, actionId);
  const stored = context && (await findStatement(db, { slug: context.action.slug, week }));
  return stored ? (JSON.parse(stored.entry) as Statement) : null;
}

/** Stores the seed for good, and begins to draw. */
export async function giveSeed(
  deps: Deps,
  { sample, text }: { sample: Sample; text: string },
  { campaign, actor, now }: By,
) {
  const statement = await statementOfSample(deps.db, sample);
  if (!statement) return err({ reason: 'changed-meanwhile' as const });
  const tree = { text, treeSize: statement.members.size, counting: statement.account.confirmed };
  const done = await commitWithAct(deps, {
    act: {
      campaign,
      actor,
      kind: 'give-sample-seed',
      subject: subjectOf(sample.id),
      after: { week: sample.week },
    },
    steps: [{ statement: seedStatement(deps.db, sample.id, tree, now), changes: 1 }],
    now,
  });
  if (done.ok) await goOnDrawing(deps, sample.id, { now, steps: stepsAtOnce });
  return done;
}

/** Puts a mail for each of them into the outbox. Nothing takes this back. */
export async function askPeople(deps: Deps, sample: Sample, { campaign, actor, now }: By) {
  const { db } = deps;
  const ids = await listToAsk(db, sample.id);
  if (ids.length === 0) return err({ reason: 'changed-meanwhile' as const });
  const kind = mailKindFor(sample.id);
  const groups = Array.from({ length: Math.ceil(ids.length / mailsAtOnce) }, (_, n) =>
    ids.slice(n * mailsAtOnce, (n + 1) * mailsAtOnce).map((ref) => ({ ref, kind })),
  );
  const closesAt = new Date(now.getTime() + sample.days * day);
  const done = await commitWithAct(deps, {
    act: { campaign, actor, kind: 'ask-sample', subject: subjectOf(sample.id), count: ids.length },
    steps: [
      ...beginAskingStatements(db, { id: sample.id, ids, closesAt }, now),
      ...groups.map((mails, n) =>
        enqueueStatement(db, mails, { now: new Date(now.getTime() + n * betweenGroups), cap: 1 }),
      ),
    ],
    now,
  });
  if (done.ok) await deps.wakeOutbox();
  return done;
}

/** Before the mails go. It is told as cancelled. */
export function cancelSample(
  deps: Deps,
  sample: Sample,
  { campaign, actor, now, reason }: By & { reason: string },
) {
  return commitWithAct(deps, {
    act: { campaign, actor, kind: 'cancel-sample', subject: subjectOf(sample.id), reason },
    steps: cancelSampleStatements(deps.db, sample, now),
    now,
  });
}
