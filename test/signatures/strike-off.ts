import { findContextById } from '../../worker/actions/context.ts';
import { newId } from '../../worker/platform/crypto/ids.ts';
import { cityTimeOf } from '../../worker/signatures/city-time.ts';
import type { DecisionKind } from '../../worker/signatures/decision-rules.ts';
import { decideStatements, takeBackStatements } from '../../worker/signatures/decisions.ts';
import { findSignature } from '../../worker/signatures/store.ts';

type Asked = { kind: DecisionKind; at: Date; code?: string };

/** Decides about a signature as an organizer does, without the console. Whether it could be. */
export async function decided(db: D1Database, id: string, { kind, at, code = '' }: Asked): Promise<boolean> {
  const signature = await findSignature(db, id);
  if (!signature) return false;
  const { state, actionId } = signature;
  const given = { actionId, kind, code, batch: newId(at), seen: [{ id, state }] };
  const cityTime = cityTimeOf(await timeZoneOf(db, actionId), at);
  const [first] = await db.batch(decideStatements(db, { ...given, cityTime }, {}));
  return first?.results !== undefined && first.meta.changes > 0 && (await stateOf(db, id)) !== state;
}

/** Takes a decision back. Whether it could be. */
export async function takenBack(db: D1Database, id: string, { kind, at }: Asked): Promise<boolean> {
  const before = await findSignature(db, id);
  if (!before) return false;
  const cityTime = cityTimeOf(await timeZoneOf(db, before.actionId), at);
  const given = { actionId: before.actionId, kind, batch: null, ids: [id], by: newId(at), cityTime };
  await db.batch(takeBackStatements(db, given, {}));
  return (await stateOf(db, id)) !== before.state;
}

export async function setAside(db: D1Database, id: string, at: Date): Promise<void> {
  await decided(db, id, { kind: 'set-aside', at });
}

export async function strikeOff(db: D1Database, id: string, at: Date): Promise<void> {
  await decided(db, id, { kind: 'struck-off', at, code: 'made-up' });
}

async function timeZoneOf(db: D1Database, actionId: number): Promise<string> {
  return (await findContextById(db, actionId))?.city.timeZone ?? 'UTC';
}

const stateOf = async (db: D1Database, id: string) => (await findSignature(db, id))?.state;
