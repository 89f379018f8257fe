import type { Deps } from '../deps.ts';
import { logFailure } from '../log.ts';
import { minute, second } from '../time/clock.ts';
import { pause } from '../time/pause.ts';

export type Counted<What> = What & { n: number };

type Gathering<What> = { counts: Map<string, Counted<What>>; since: number | null };

type Options<What> = {
  /** How many times less often counts are written than cached pages are rendered. */
  slower: number;
  /** The number of different keys between two writes. More are not counted. */
  most: number;
  /** The log event for a failed write. */
  whenLost: string;
  save: (db: D1Database, counts: Counted<What>[]) => Promise<void>;
};

const longestWait = 10 * second;
/** A round that takes longer died with its request, so another one may begin. */
const roundAtMost = minute;

/**
 * Counts for statistics that must cost a request nothing. The isolate collects them in memory and writes them every few
 * seconds, after an answer (`waitUntil`). Values that are equal as JSON are counted together.
 */
export function gatherCounts<What extends object>({ slower, most, whenLost, save }: Options<What>) {
  const gatherings = new WeakMap<Deps, Gathering<What>>();

  async function writeLater({ db, settings }: Deps, gathering: Gathering<What>): Promise<void> {
    const wait = Math.min(slower * settings.rememberFor, longestWait);
    await pause(wait);
    const counts = [...gathering.counts.values()];
    gathering.counts.clear();
    gathering.since = null;
    try {
      await save(db, counts);
    } catch (error) {
      // Do not retry: the counts may have been stored, and a statistic should rather be too low than too high.
      logFailure(whenLost, error);
    }
  }

  return (
    deps: Deps,
    { what, now }: { what: What; now: Date },
    waitUntil: (work: Promise<void>) => void,
  ): void => {
    const gathering = gatherings.get(deps) ?? { counts: new Map(), since: null };
    gatherings.set(deps, gathering);
    const { counts, since } = gathering;
    const key = JSON.stringify(what);
    const known = counts.get(key);
    if (known) known.n += 1;
    else if (counts.size < most) counts.set(key, { ...what, n: 1 });
    const at = now.getTime();
    if (since !== null && at - since < roundAtMost) return;
    gathering.since = at;
    waitUntil(writeLater(deps, gathering));
  };
}
