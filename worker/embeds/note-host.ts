import type { Deps } from '../platform/deps.ts';
import { logFailure } from '../platform/log.ts';
import { addSightings, type Sighting } from './store.ts';

type Gathered = { sightings: Map<string, Sighting>; gatheringSince: number | null };

/** More hosts than this are not told apart between two writes. */
const most = 200;
/** Hosts are written this many times more seldom than pages are made anew. */
const slower = 10;
/** A round that takes longer has died with its request, in milliseconds; another one may begin. */
const roundAtMost = 60_000;

const gathered = new WeakMap<Deps, Gathered>();

/** Notes on whose site a frame was shown. The isolate gathers and writes behind an answer, as for views. */
export function noteHost(
  deps: Deps,
  { campaignId, host, now }: { campaignId: number; host: string; now: Date },
  waitUntil: (work: Promise<void>) => void,
): void {
  const notes = gathered.get(deps) ?? { sightings: new Map(), gatheringSince: null };
  gathered.set(deps, notes);
  const on = now.toISOString().slice(0, 10);
  const key = `${campaignId} ${host} ${on}`;
  const known = notes.sightings.get(key);
  if (known) known.n += 1;
  else if (notes.sightings.size < most) notes.sightings.set(key, { campaignId, host, on, n: 1 });
  const at = now.getTime();
  if (notes.gatheringSince !== null && at - notes.gatheringSince < roundAtMost) return;
  notes.gatheringSince = at;
  waitUntil(write(deps, notes));
}

async function write({ db, settings }: Deps, notes: Gathered): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, Math.min(slower * settings.rememberFor, 10_000)));
  const sightings = [...notes.sightings.values()];
  notes.sightings.clear();
  notes.gatheringSince = null;
  try {
    await addSightings(db, sightings);
  } catch (error) {
    logFailure('hosts-lost', error);
  }
}
