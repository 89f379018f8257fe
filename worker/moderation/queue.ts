import type { Deps } from '../platform/deps.ts';
import { firstOfLists, mapQuery, type Query } from '../platform/query.ts';
import type { ModeratedText, ModeratedTexts } from './moderated-texts.ts';
import { afterOf, inOrder, pageOf, type QueueFilter, type QueueKey } from './queue-rules.ts';
import {
  type DecisionRow,
  findModeratedActions,
  hiddenQuery,
  listDecisionsAbout,
  type ModeratedAction,
} from './store.ts';

/** A text of the list; `now` is null if its owner has removed or changed it since it was hidden. */
export type QueueItem = {
  kind: string;
  id: string;
  actionId: number;
  now: ModeratedText | null;
  /** The current decision about it, or the last one before its owner changed it. */
  decision: DecisionRow | null;
};

export type Queue = { items: QueueItem[]; next: QueueKey | null; actions: ModeratedAction[] };

type QueueRequest = {
  filter: QueueFilter;
  kinds: readonly string[];
  texts: readonly ModeratedTexts[];
  /** The chosen one, or all of the campaign. */
  actions: readonly ModeratedAction[];
  actionIds: readonly number[];
  heldWords: readonly string[];
};

/** Ten of what waits, is shown or is hidden, over all kinds. A few round trips, whatever is stored. */
export async function readQueue(
  deps: Deps,
  moderated: readonly ModeratedTexts[],
  { campaign, filter }: { campaign: { id: number }; filter: QueueFilter },
): Promise<Queue> {
  const { actions, heldWords } = await findModeratedActions(deps.db, campaign.id);
  const chosen = actions.filter(({ slug }) => filter.action === null || slug === filter.action);
  const asked: QueueRequest = {
    filter,
    heldWords,
    kinds: moderated.map(({ kind }) => kind),
    texts: moderated.filter(({ kind }) => filter.kind === null || kind === filter.kind),
    actions: chosen,
    actionIds: chosen.map(({ id }) => id),
  };
  const page = filter.look === 'hidden' ? await hiddenPage(deps, asked) : await openPage(deps, asked);
  return { ...page, actions };
}

type Part<Key> = { most: number; after: Key | null; until: Key | null };

/** The actions that can have such texts. */
function actionsOf({ only }: ModeratedTexts, { actions }: QueueRequest): readonly ModeratedAction[] {
  return only === undefined ? actions : actions.filter(({ kind }) => kind === only);
}

async function openPage(deps: Deps, asked: QueueRequest): Promise<Omit<Queue, 'actions'>> {
  const { filter, kinds, texts } = asked;
  const look = filter.look === 'shown' ? 'shown' : 'waiting';
  const isUp = look === 'waiting';
  const lists = texts.flatMap((one) => {
    const { kind } = one;
    const from = afterOf(filter.after, kind, { kinds, isUp });
    return actionsOf(one, asked).map(
      ({ id: actionId }) =>
        ({ most, after, until }: Part<QueueKey>): Query<QueueKey[]> => {
          const own = one.keys(deps.db, { actionId, look, most, after: after ?? from, until });
          return mapQuery(own, (found) => found.map((key) => ({ ...key, kind })));
        },
    );
  });
  const keys = await firstOfLists(deps.db, lists, { most: pageOf + 1, order: inOrder(kinds, isUp) });
  const page = keys.slice(0, pageOf);
  const found = await Promise.all(
    texts.map(async (one) => {
      const rows = page.filter(({ kind }) => kind === one.kind).map(({ row }) => row);
      return rows.length > 0 ? one.read(deps, { ...asked, rows, whose: 'counted' }) : [];
    }),
  );
  const items = page.flatMap(({ kind, row }): Omit<QueueItem, 'decision'>[] => {
    const own = found[texts.findIndex((one) => one.kind === kind)] ?? [];
    const now = own.find((text) => text.row === row);
    return now ? [{ kind, id: now.id, actionId: now.actionId, now }] : [];
  });
  return {
    items: await withDecisions(deps, items),
    next: keys.length > pageOf ? (page.at(-1) ?? null) : null,
  };
}

async function withDecisions(deps: Deps, items: Omit<QueueItem, 'decision'>[]): Promise<QueueItem[]> {
  const known = await listDecisionsAbout(
    deps.db,
    items.map(({ kind, id }) => ({ kind, item: id })),
  );
  return items.map((item) => ({
    ...item,
    decision: known.find(({ kind, item: id }) => kind === item.kind && id === item.id) ?? null,
  }));
}

async function hiddenPage(deps: Deps, asked: QueueRequest): Promise<Omit<Queue, 'actions'>> {
  const { filter, texts } = asked;
  const from = filter.after?.row ?? Number.MAX_SAFE_INTEGER;
  const lists = texts.flatMap((one) =>
    actionsOf(one, asked).map(({ id: actionId }) => ({ most, after, until }: Part<DecisionRow>) => {
      const before = after?.id ?? from;
      return hiddenQuery(deps.db, { actionId, kind: one.kind, before, until: until?.id ?? 0, most });
    }),
  );
  const order = (a: DecisionRow, b: DecisionRow) => b.id - a.id;
  const rows = await firstOfLists(deps.db, lists, { most: pageOf + 1, order });
  const page = rows.slice(0, pageOf);
  const found = await Promise.all(
    texts.map(async (one) => {
      const ids = page.filter(({ kind }) => kind === one.kind).map(({ item }) => item);
      return ids.length > 0 ? one.read(deps, { ...asked, ids, whose: 'counted' }) : [];
    }),
  );
  const items = page.map((decision): QueueItem => {
    const { kind, item: id, actionId } = decision;
    const own = found[texts.findIndex((one) => one.kind === kind)] ?? [];
    const now = own.find((text) => text.id === id && text.look === 'hidden') ?? null;
    return { kind, id, actionId, now, decision };
  });
  const last = rows.length > pageOf ? page.at(-1) : undefined;
  return { items, next: last ? { at: 0, row: last.id, kind: last.kind } : null };
}
