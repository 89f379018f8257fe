import type { Deps } from '../platform/deps.ts';
import { listQuery, type Query, runQuery } from '../platform/query.ts';
import type { ModeratedText, ModeratedTexts } from './moderated-texts.ts';
import { afterOf, inOrder, pageOf, type QueueFilter, type QueueKey } from './queue-rules.ts';
import {
  type DecisionRow,
  findModeratedActions,
  hiddenQuery,
  listDecisionsAbout,
  type ModeratedAction,
} from './store.ts';

/** A text of the list; `now` is null if its owner has taken it back or changed it since it was hidden. */
export type QueueItem = {
  kind: string;
  id: string;
  actionId: number;
  now: ModeratedText | null;
  /** The decision that stands about it, or stood before its owner changed it. */
  decision: DecisionRow | null;
};

export type Queue = { items: QueueItem[]; next: QueueKey | null; actions: ModeratedAction[] };

type Asked = {
  filter: QueueFilter;
  kinds: readonly string[];
  texts: readonly ModeratedTexts[];
  actionIds: readonly number[];
  heldWords: readonly string[];
};

/** Ten of what waits, is shown or is hidden, over all kinds. Three round trips, whatever is stored. */
export async function readQueue(
  deps: Deps,
  moderated: readonly ModeratedTexts[],
  { campaign, filter }: { campaign: { id: number }; filter: QueueFilter },
): Promise<Queue> {
  const { actions, heldWords } = await findModeratedActions(deps.db, campaign.id);
  const asked: Asked = {
    filter,
    heldWords,
    kinds: moderated.map(({ kind }) => kind),
    texts: moderated.filter(({ kind }) => filter.kind === null || kind === filter.kind),
    actionIds: actions
      .filter(({ slug }) => filter.action === null || slug === filter.action)
      .map(({ id }) => id),
  };
  const page = filter.look === 'hidden' ? await hiddenPage(deps, asked) : await openPage(deps, asked);
  return { ...page, actions };
}

async function openPage(deps: Deps, asked: Asked): Promise<Omit<Queue, 'actions'>> {
  const { filter, kinds, texts, actionIds } = asked;
  const look = filter.look === 'shown' ? 'shown' : 'waiting';
  const isUp = look === 'waiting';
  const lists = await runQuery(
    deps.db,
    listQuery(
      texts.map(({ kind, keys }) =>
        keys(deps.db, {
          ...{ actionIds, look, most: pageOf + 1 },
          after: afterOf(filter.after, kind, { kinds, isUp }),
        }),
      ),
    ),
  );
  const keys = lists
    .flatMap((list, index) => list.map((key): QueueKey => ({ ...key, kind: texts[index]?.kind ?? '' })))
    .toSorted(inOrder(kinds, isUp));
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

async function hiddenPage(deps: Deps, asked: Asked): Promise<Omit<Queue, 'actions'>> {
  const { filter, texts, actionIds } = asked;
  const before = filter.after?.row ?? Number.MAX_SAFE_INTEGER;
  const queries: Query<DecisionRow[]>[] = texts.flatMap(({ kind }) =>
    actionIds.map((actionId) => hiddenQuery(deps.db, { actionId, kind, before, most: pageOf + 1 })),
  );
  const rows = (await runQuery(deps.db, listQuery(queries))).flat().toSorted((a, b) => b.id - a.id);
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
