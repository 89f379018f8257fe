import type { SignatureState } from '../actions/account-rules.ts';
import type { Deps } from '../platform/deps.ts';
import { dayIn } from '../platform/time/clock.ts';
import { findKeyAt, type Listed, listArrived, listDecided } from './browse-store.ts';
import type { DecisionKind } from './decision-rules.ts';

/** The filters of the list. None is personal, because they are in the URL. */
export type ListFilter = { state: string; source: string; place: string; day: string };

/** What the state filter offers besides the states. */
const decidedKinds = ['struck-off', 'set-aside', 'same-person'] as const satisfies readonly DecisionKind[];

function kindOf(state: string): DecisionKind | undefined {
  return decidedKinds.find((kind) => kind === state);
}
export const browsedStates = [
  'confirmed',
  'unconfirmed',
  'duplicate',
  'withdrawn',
  'invalidated',
  ...decidedKinds,
] as const satisfies readonly (SignatureState | DecisionKind)[];

const shownAtOnce = 25;
/** The most rows that one page reads. If few match, the page says how far it looked. */
export const readAtOnce = 70;
/** Where each costs two rows, or where the day is searched for first, which costs sixty. */
const fewAtOnce = 40;

export type PageOfList = {
  rows: Listed[];
  /** The next page begins below this key; null if there is no next page. */
  next: number | null;
  /** Set if the page read as many rows as it may and found few: it has looked back to this instant. */
  lookedUntil: Date | null;
};

/** One page of the signatures of an action, newest first. */
export async function browse(
  { db }: Pick<Deps, 'db'>,
  {
    actionId,
    filter,
    before,
    timeZone,
  }: { actionId: number; filter: ListFilter; before: number | null; timeZone: string },
): Promise<PageOfList> {
  const kind = kindOf(filter.state);
  const day = dayIn(timeZone, filter.day);
  const from = before ?? (day && !kind ? await findKeyAt(db, day.until) : Number.MAX_SAFE_INTEGER);
  const most = kind || (day && before === null) ? fewAtOnce : readAtOnce;
  const asked = { actionId, before: from, most };
  const read = kind ? await listDecided(db, { ...asked, kind }) : await listArrived(db, asked);
  const isOver = read.length < most || (!kind && day !== null && isBefore(read.at(-1), day.from));
  const matching = read.filter((one) => isWanted(one, filter, day));
  const rows = matching.slice(0, shownAtOnce);
  if (matching.length > shownAtOnce) return { rows, next: rows.at(-1)?.key ?? null, lookedUntil: null };
  const last = read.at(-1);
  if (isOver || !last) return { rows, next: null, lookedUntil: null };
  return { rows, next: last.key, lookedUntil: last.receivedAt };
}

type Day = { from: Date; until: Date };

function isWanted(one: Listed, { state, source, place }: ListFilter, day: Day | null): boolean {
  if (state !== '' && !kindOf(state) && one.state !== state) return false;
  if (source !== '' && one.source !== source) return false;
  if (place !== '' && one.place !== place) return false;
  return day === null || (one.receivedAt >= day.from && one.receivedAt < day.until);
}

function isBefore(one: Listed | undefined, at: Date): boolean {
  return one !== undefined && one.receivedAt < at;
}
