import { gatherCounts } from '../platform/commit/gather-counts.ts';
import type { Deps } from '../platform/deps.ts';
import { addSightings, type Sighting } from './store.ts';

const count = gatherCounts<Omit<Sighting, 'n'>>({
  slower: 10,
  most: 200,
  whenLost: 'hosts-lost',
  save: addSightings,
});

/** Stores the host of the site that showed a frame. */
export function noteHost(
  deps: Deps,
  { campaignId, host, now }: { campaignId: number; host: string; now: Date },
  waitUntil: (work: Promise<void>) => void,
): void {
  count(deps, { what: { campaignId, host, on: now.toISOString().slice(0, 10) }, now }, waitUntil);
}
