import type { Deps } from '../platform/deps.ts';
import { logFailure } from '../platform/log.ts';
import { addViews, type Views } from './store.ts';

type Counter = { views: Map<string, Views>; gatheringSince: number | null };

/** More kinds of views than this are not told apart between two writes. */
const most = 500;
/** Views are written this many times more seldom than pages are made anew. */
const slower = 3;
/** A round that takes longer has died with its request, in milliseconds; another one may begin. */
const roundAtMost = 20_000;

const counters = new WeakMap<Deps, Counter>();

/**
 * Notes that somebody opened a page or a widget by a source that the campaign knows. It costs the request nothing:
 * the isolate gathers, and writes for all of them once in a few seconds, behind an answer (`waitUntil`).
 */
export function countView(
  deps: Deps,
  { actionId, source, now }: { actionId: number; source: string; now: Date },
  waitUntil: (work: Promise<void>) => void,
): void {
  const counter = counters.get(deps) ?? { views: new Map(), gatheringSince: null };
  counters.set(deps, counter);
  const { views, gatheringSince } = counter;
  const day = now.toISOString().slice(0, 10);
  const key = `${actionId} ${source} ${day}`;
  const known = views.get(key);
  if (known) known.n += 1;
  else if (views.size < most) views.set(key, { actionId, source, day, n: 1 });
  const at = now.getTime();
  if (gatheringSince !== null && at - gatheringSince < roundAtMost) return;
  counter.gatheringSince = at;
  waitUntil(gather(deps, counter));
}

async function gather({ db, settings }: Deps, counter: Counter): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, slower * settings.rememberFor));
  const views = [...counter.views.values()];
  counter.views.clear();
  counter.gatheringSince = null;
  try {
    await addViews(db, views);
  } catch (error) {
    // Nobody knows whether they were stored: a statistic is rather a little short than too high.
    logFailure('views-lost', error);
  }
}
