import type { Actor } from '../organize/act-rules.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import { newId } from '../platform/crypto/ids.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { type HiddenReason, type Look, seenOf } from './look-rules.ts';
import type { ModeratedText, ModeratedTexts } from './moderated-texts.ts';
import { findModeratedActions, insertDecisionsStatements } from './store.ts';

/** A text to decide on, and the version that was seen. */
export type DecidedItem = { kind: string; id: string; seen: string };
/** A text as it is now; null if there is no text any more. */
export type ItemNow = { kind: string; id: string; now: ModeratedText | null };

export type Decision = {
  campaign: { id: number; slug: string };
  actor: Actor;
  items: readonly DecidedItem[];
  to: Exclude<Look, 'waiting'>;
  /** Only for hidden texts. */
  reason: HiddenReason | null;
  now: Date;
};

export type DecideRefusal = { reason: 'changed-meanwhile'; left: ItemNow[] } | { reason: 'decided-already' };

/**
 * Shows or hides any number of texts as one act. Texts that their owners or other organizers have changed since are not
 * decided; `left` has them as they are now.
 */
export async function decideTexts(
  deps: Deps,
  moderated: readonly ModeratedTexts[],
  decision: Decision,
): Promise<Result<{ id: string; left: ItemNow[] }, DecideRefusal>> {
  const items = await readItems(deps, moderated, decision);
  const fresh = items.filter(
    ({ seen, now }) =>
      now !== null && seenOf(now) === seen && (now.text !== null || decision.to === 'hidden'),
  );
  const left = items.filter((item) => !fresh.includes(item));
  if (fresh.length === 0) return refuse(left, decision);
  const batch = newId(decision.now);
  const texts = fresh.flatMap(({ kind, texts, now }) => (now ? [{ kind, texts, now }] : []));
  const committed = await commitWithAct(deps, {
    act: actOf(decision, { texts, batch }),
    steps: [
      ...texts.map((one) => {
        const given = { to: decision.to, whose: 'counted' as const };
        return { statement: one.texts.decide(deps.db, one.now, given), changes: 1 };
      }),
      ...insertDecisionsStatements(deps.db, { batch, decided: texts.map((one) => decidedOf(one, decision)) }),
    ],
    now: decision.now,
  });
  if (committed.ok) return ok({ id: committed.value.id, left });
  return err({ reason: 'changed-meanwhile', left: await readItems(deps, moderated, decision) });
}

type Read = ItemNow & { seen: string; texts: ModeratedTexts };

async function readItems(
  deps: Deps,
  moderated: readonly ModeratedTexts[],
  { campaign, items }: Pick<Decision, 'campaign' | 'items'>,
): Promise<Read[]> {
  const { actions, heldWords } = await findModeratedActions(deps.db, campaign.id);
  const actionIds = actions.map(({ id }) => id);
  const read = moderated.map(async (texts) => {
    const own = items.filter(({ kind }) => kind === texts.kind);
    if (own.length === 0) return [];
    const ids = own.map(({ id }) => id);
    const found = await texts.read(deps, { actionIds, heldWords, ids, whose: 'counted' });
    return own.map((item): Read => {
      return { ...item, texts, now: found.find(({ id }) => id === item.id) ?? null };
    });
  });
  return (await Promise.all(read)).flat();
}

/** A second press of the same button changes nothing and needs no answer of its own. */
function refuse(left: Read[], { to }: Decision): Result<never, DecideRefusal> {
  const isDone = ({ seen, now }: Read) =>
    now?.look === to && seen.split('.')[1] === now.version && !seen.startsWith(`${to}.`);
  return err(
    left.length > 0 && left.every(isDone)
      ? { reason: 'decided-already' }
      : { reason: 'changed-meanwhile', left },
  );
}

type Taken = { kind: string; now: ModeratedText };

function actOf(
  { campaign, actor, to, reason }: Decision,
  { texts, batch }: { texts: Taken[]; batch: string },
) {
  const [first] = texts;
  return {
    campaign,
    actor,
    kind: to === 'shown' ? 'show-words' : 'hide-words',
    subject: texts.length === 1 && first ? first.now.id : 'words',
    reason: to === 'hidden' ? (reason ?? '') : '',
    before: countsBy(texts, ({ now }) => now.look),
    after: { [to]: texts.length, ...countsBy(texts, ({ kind }) => kind) },
    count: texts.length,
    batch,
  };
}

function countsBy(texts: Taken[], keyOf: (text: Taken) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[keyOf(text)] = (counts[keyOf(text)] ?? 0) + 1;
  return counts;
}

function decidedOf({ kind, now: text }: Taken, { to, reason, actor, now }: Decision) {
  return {
    ...{ kind, actionId: text.actionId, item: text.id, before: text.look, after: to, by: actor, at: now },
    reason: to === 'hidden' ? (reason ?? '') : '',
  };
}
