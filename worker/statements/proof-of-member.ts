import type { Deps } from '../platform/deps.ts';
import type { Signature } from '../signatures/store.ts';
import { statementProof } from './log.ts';
import { findLastStatement, findMember, type Member, type StoredStatement } from './log-store.ts';
import { memberOf } from './prepare.ts';
import { fromHex } from './rules/bytes.ts';
import { formatReceipt, type LeafProof } from './rules/member.ts';
import type { Statement } from './rules/statement.ts';
import { inclusionParts } from './rules/tree.ts';
import { readProof } from './tiles.ts';

/** Where a signature stands in the last statement of its action. */
export type MemberInLog = { last: StoredStatement | null; size: number; member: Member | null };

export async function standingOf(
  db: D1Database,
  { id, actionId }: Pick<Signature, 'id' | 'actionId'>,
): Promise<MemberInLog> {
  const last = await findLastStatement(db, actionId);
  const { size } = last ? (JSON.parse(last.entry) as Statement).members : { size: 0 };
  return { last, size, member: last && (await findMember(db, { id, size })) };
}

/** The proof that a signature was added, and that it was removed if so; null if it is in no statement, or its salt was erased. */
export async function proofOfMember(
  deps: Pick<Deps, 'db' | 'keyring' | 'settings'>,
  signature: Pick<Signature, 'id' | 'actionId'>,
): Promise<{ week: string; text: string } | null> {
  const { db, keyring } = deps;
  const { last, size, member } = await standingOf(db, signature);
  const salt = member?.salt ? fromHex(member.salt) : null;
  if (!last || !member || !salt) return null;
  const leafProof = async (index: number): Promise<LeafProof> => ({
    index,
    hashes: await readProof(db, signature.actionId, inclusionParts(index, size)),
  });
  const text = formatReceipt({
    salt,
    member: await memberOf(keyring, signature.id),
    added: await leafProof(member.leaf),
    removed: member.removedLeaf === null ? null : await leafProof(member.removedLeaf),
    statement: last.entry,
    proof: await statementProof(deps, last),
  });
  return { week: last.week, text };
}
