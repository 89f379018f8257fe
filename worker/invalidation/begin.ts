import type { ActionContext } from '../actions/context.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import { newId } from '../platform/crypto/ids.ts';
import { type Keyring, orNull } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { makeDomainKey, makeNameKey } from '../signatures/keys.ts';
import { type Conditions, conditionFacts, type ParsedConditions, type Typed } from './condition-rules.ts';
import { doPiece } from './go-on.ts';
import { workName } from './rules.ts';
import { type Invalidation, insertStatement } from './store.ts';

export type BulkConditions = { conditions: Conditions; typed: Typed };

/** Turns the domain and the name into fingerprints of this action. */
export async function fingerprinted(
  keyring: Keyring,
  actionId: number,
  { conditions, typed }: ParsedConditions,
): Promise<BulkConditions> {
  const { domain, name } = typed;
  return {
    conditions: {
      ...conditions,
      ...(domain === undefined ? {} : { domain: await makeDomainKey(keyring, actionId, domain) }),
      ...(name === undefined ? {} : { name: await makeNameKey(keyring, actionId, name) }),
    },
    typed,
  };
}

type Begun = { context: ActionContext; asked: BulkConditions; actor: string; now: Date };

/** Begins a count. The first steps are made at once, so that a small action is counted when the page is shown. */
export async function begin(
  deps: Pick<Deps, 'db' | 'keyring' | 'clock' | 'wake'>,
  { context, asked, actor, now }: Begun,
): Promise<string> {
  const { db, keyring } = deps;
  const { action, campaign } = context;
  const { conditions, typed } = asked;
  const id = newId(now);
  const sealed = Object.keys(typed).length > 0 ? await keyring.seal(`invalidation ${id}`, typed) : null;
  const made = {
    ...{ id, conditions, sealed, now },
    ...{ campaignId: campaign.id, actionId: action.id, madeBy: actor },
  };
  const done = await commitWithAct(deps, {
    act: {
      ...{ campaign, actor, kind: 'count-signatures', subject: id },
      after: { action: action.slug, ...conditionFacts(conditions) },
      count: 0,
    },
    steps: [{ statement: insertStatement(db, made), changes: 1 }],
    now,
  });
  if (!done.ok) throw new Error(done.error.reason);
  // Counting needs no hooks.
  await doPiece(deps, { id, nextAt: now }, { now, hooks: { whenCounted: {} } });
  await deps.wake(workName, 1);
  return id;
}

/** What was typed; nothing once it is forgotten, and where it cannot be opened. */
export async function openTyped(
  keyring: Keyring,
  { id, sealed }: Pick<Invalidation, 'id' | 'sealed'>,
): Promise<Typed> {
  return (sealed && (await orNull(keyring.open<Typed>(`invalidation ${id}`, sealed)))) || {};
}
