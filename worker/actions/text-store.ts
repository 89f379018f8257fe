import type { Text } from '../places/rules.ts';
import { sha256 } from '../platform/crypto/bytes.ts';

export type ActionText = { title: Text; ask: Text; body: Text };

/** SHA-256 in hex of the text as canonical JSON (RFC 8785): the keys in their order, without spaces. */
export function hashOfText({ title, ask, body }: ActionText): string {
  const sorted = ({ en, es }: Text) => ({ en, es });
  return sha256(JSON.stringify({ ask: sorted(ask), body: sorted(body), title: sorted(title) }));
}

export async function findText(
  db: D1Database,
  { actionId, version }: { actionId: number; version: number },
): Promise<ActionText | null> {
  const row = await db
    .prepare('SELECT title, ask, body FROM action_texts WHERE action_id = ? AND version = ?')
    .bind(actionId, version)
    .first<{ title: string; ask: string; body: string }>();
  return row && { title: JSON.parse(row.title), ask: JSON.parse(row.ask), body: JSON.parse(row.body) };
}

/** Every version, the oldest first. */
export async function listTexts(
  db: D1Database,
  actionId: number,
): Promise<(ActionText & { version: number; hash: string })[]> {
  const { results } = await db
    .prepare('SELECT version, title, ask, body, hash FROM action_texts WHERE action_id = ? ORDER BY version')
    .bind(actionId)
    .all<{ version: number; title: string; ask: string; body: string; hash: string }>();
  return results.map(({ version, title, ask, body, hash }) => {
    return { version, title: JSON.parse(title), ask: JSON.parse(ask), body: JSON.parse(body), hash };
  });
}
