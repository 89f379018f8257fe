import { gatherCounts } from '../platform/commit/gather-counts.ts';
import type { Deps } from '../platform/deps.ts';
import { addViews, type Views } from './store.ts';

const count = gatherCounts<Omit<Views, 'n'>>({
  slower: 3,
  most: 500,
  whenLost: 'views-lost',
  save: addViews,
});

/** Counts the opening of a page or a widget under a source of the campaign. */
export function countView(
  deps: Deps,
  { actionId, source, now }: { actionId: number; source: string; now: Date },
  waitUntil: (work: Promise<void>) => void,
): void {
  count(deps, { what: { actionId, source, day: now.toISOString().slice(0, 10) }, now }, waitUntil);
}
