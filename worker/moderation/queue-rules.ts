import type { Look } from './look-rules.ts';
import type { TextKey } from './moderated-texts.ts';

/** What a moderator wants to see. Null means every kind, or every action. */
export type QueueFilter = {
  look: Look;
  kind: string | null;
  /** The slug of an action. */
  action: string | null;
  after: QueueKey | null;
};

/** A place in a list of several kinds. */
export type QueueKey = TextKey & { kind: string };

export const pageOf = 10;

const looks: readonly Look[] = ['waiting', 'shown', 'hidden'];

/** From the query of an address. Values that make no sense are ignored. */
export function queueFilterOf(query: Record<string, string>, kinds: readonly string[]): QueueFilter {
  return {
    look: looks.find((look) => look === query.look) ?? 'waiting',
    kind: kinds.find((kind) => kind === query.kind) ?? null,
    action: /^[a-z0-9-]{1,60}$/.test(query.action ?? '') ? (query.action ?? null) : null,
    after: keyOf(query.after ?? '', kinds),
  };
}

/** The query of the same list after a place. */
export function queryOf({ look, kind, action, after }: QueueFilter): string {
  const query = new URLSearchParams();
  if (look !== 'waiting') query.set('look', look);
  if (kind !== null) query.set('kind', kind);
  if (action !== null) query.set('action', action);
  if (after) query.set('after', `${after.at}.${after.row}.${after.kind}`);
  return query.size > 0 ? `?${query}` : '';
}

function keyOf(text: string, kinds: readonly string[]): QueueKey | null {
  const [, at, row, kind] = /^(\d{1,15})\.(\d{1,15})\.([a-z-]{1,40})$/.exec(text) ?? [];
  return kind !== undefined && kinds.includes(kind) ? { at: Number(at), row: Number(row), kind } : null;
}

/** The order of a list: by age, row and kind. With `isUp`, oldest first. */
export function inOrder(kinds: readonly string[], isUp: boolean) {
  const sign = isUp ? 1 : -1;
  return (a: QueueKey, b: QueueKey) =>
    sign * (a.at - b.at || a.row - b.row || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

/** The place after which a kind continues. Kinds that come later in the order may have a text at the same place. */
export function afterOf(
  after: QueueKey | null,
  kind: string,
  { kinds, isUp }: { kinds: readonly string[]; isUp: boolean },
): TextKey | null {
  if (!after) return null;
  const later = kinds.indexOf(kind) - kinds.indexOf(after.kind);
  const isStillToCome = isUp ? later > 0 : later < 0;
  return { at: after.at, row: isStillToCome ? after.row + (isUp ? -1 : 1) : after.row };
}
