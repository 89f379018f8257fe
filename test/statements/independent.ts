import { env } from 'cloudflare:workers';
import type { Statement } from '../../worker/statements/rules/statement.ts';

/* Reads statements and trees from the tables with code of its own: nothing here is the writer's. */

const db = env.DB;

export async function sha256(...parts: Uint8Array[]): Promise<Uint8Array> {
  const whole = new Uint8Array(parts.flatMap((part) => [...part]));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

export async function naiveRoot(entries: readonly Uint8Array[]): Promise<Uint8Array> {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Uint8Array.of(0), entries[0]!);
  let left = 1;
  while (left * 2 < entries.length) left *= 2;
  return sha256(
    Uint8Array.of(1),
    await naiveRoot(entries.slice(0, left)),
    await naiveRoot(entries.slice(left)),
  );
}

export const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
export const toHex = (bytes: Uint8Array) =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The entries of a bundle: each after its length in two bytes. */
export function unbundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at]! * 256 + bytes[at + 1]!;
    entries.push(bytes.slice(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries;
}

export async function storedEntries(actionId: number, size: number): Promise<Uint8Array[]> {
  const { results } = await db
    .prepare('SELECT bytes FROM tree_tiles WHERE tree = ? AND level = -1 ORDER BY idx')
    .bind(actionId)
    .all<{ bytes: number[] }>();
  return results.flatMap(({ bytes }) => unbundle(Uint8Array.from(bytes))).slice(0, size);
}

export async function storedStatements(actionId: number): Promise<Statement[]> {
  const { results } = await db
    .prepare('SELECT entry FROM statements WHERE action_id = ? ORDER BY week')
    .bind(actionId)
    .all<{ entry: string }>();
  return results.map(({ entry }) => JSON.parse(entry));
}

export type StoredMember = {
  signature_id: string;
  leaf: number;
  salt: number[] | null;
  removed_leaf: number | null;
};

export async function storedMembers(actionId: number): Promise<StoredMember[]> {
  const { results } = await db
    .prepare(
      `SELECT members.* FROM members JOIN signatures ON signatures.id = signature_id
      WHERE action_id = ? ORDER BY leaf`,
    )
    .bind(actionId)
    .all<StoredMember>();
  return results;
}

/** Everything that must be true of each statement of an action. Returns the statements. */
export async function problemsWithTrees(actionId: number): Promise<string[]> {
  const statements = await storedStatements(actionId);
  const problems: string[] = [];
  let before = 0;
  for (const { week, members, account } of statements) {
    const entries = await storedEntries(actionId, members.size);
    const fresh = entries.slice(before).map(toHex);
    const removals = entries.filter((entry) => entry.length === 33);
    const checks = {
      'the tree is too short': entries.length === members.size,
      'another root': toBase64(await naiveRoot(entries)) === members.root,
      'not sorted': fresh.join() === fresh.toSorted().join(),
      'the wrong number of removals': removals.length === members.removed,
      'added - removed is not confirmed': members.added - members.removed === account.confirmed,
    };
    for (const [what, holds] of Object.entries(checks)) if (!holds) problems.push(`${week}: ${what}`);
    before = members.size;
  }
  return problems;
}
