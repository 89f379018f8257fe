import type { Text } from '../../web/language.ts';
import { type ActionState, endOfTerm, nextThreshold } from '../actions/rules.ts';
import type { Counts } from '../actions/store.ts';
import { type Juncture, nextJuncture } from '../campaigns/rules.ts';
import type { District } from '../places/rules.ts';
import {
  type ActionCounts,
  type CountChange,
  changesUntil,
  countsAtEndOf,
  imbalancesOf,
  type NamedSource,
  namedCountsOf,
  type PlaceCount,
} from './counts-rules.ts';
import type { DigestLine } from './section.ts';
import { datesOf, type Term, type Week } from './week-rules.ts';

export type CorrectionKind = 'withdrawn' | 'invalidated' | 'flagged' | 'duplicate' | 'moved' | 'restored';
/** This many signatures that were confirmed in that earlier week went this way in the week of the digest. */
export type Correction = { week: Week; weekEndsOn: string; what: CorrectionKind; count: number };

export type Reopening<Instant> = { closedAt: Instant; reopenedAt: Instant };

export type Goal = { signatures: number; name: Text };

/** What a digest says of an action, whatever its kind. Frozen as JSON: instants are ISO texts in UTC. */
export type ActionTally = ActionCounts & {
  slug: string;
  title: Text;
  state: ActionState;
  campaign: { slug: string; name: Text; contactEmail: string };
  /** Since the last digest that told of it, of whichever committee; since zero if there was none. */
  change: number;
  /** The digest that `change` is counted from. */
  changeSince: { week: Week; weekEndsOn: string } | null;
  /** What the last mail said, or where that is the same the last digest; null before the first. */
  stateBefore?: ActionState | null;
  /** The same since the last digest that was mailed, if that is an earlier one. */
  sinceLastMail: { week: Week; weekEndsOn: string; change: number } | null;
  corrections: Correction[];
  /** What was struck off in the week by the public code, less what was taken back. */
  struckInWeek?: Record<string, number>;
  thresholds: { reached: (Goal & { reachedAt: string })[]; next: Goal | null };
  nextJuncture: { name: Text; on: string } | null;
  /** In the week; digests of earlier versions hold none. */
  reopenings?: Reopening<string>[];
};

/** An action as it stands, which no digest has told yet. */
export type ActionNow = ActionCounts &
  Pick<ActionTally, 'slug' | 'title' | 'state'> & {
    /** Since the last digest that told of it; null where none did. */
    change: number | null;
    /** Days of confirmation in order; empty if not requested. */
    byDay: { day: string; confirmed: number }[];
  };

/** What an earlier digest said of an action. */
export type EarlierLine = { week: Week; confirmed: number; state: ActionState };

/** What an action's tally is made of. */
export type ActionSnapshot = Pick<ActionTally, 'slug' | 'title' | 'state'> & {
  id: number;
  opensAt: Date;
  closesAt: Date | null;
  closedAt: Date | null;
  campaign: ActionTally['campaign'] & { junctures: Juncture[] };
  sources: NamedSource[];
  thresholds: (Goal & { reachedAt: Date | null })[];
  counts: Counts;
  /** Of all weeks after the last digest that told of it. */
  changes: CountChange[];
  lastTold: EarlierLine | null;
  lastMailed: EarlierLine | null;
  reopenings: Reopening<Date>[];
};

/** Open in the week, closed in it or later, or changed since it was told last. A removed action is reported once more. */
export function isToldOf(action: ActionSnapshot, { week, from, until }: Term): boolean {
  if (action.state === 'draft' || action.state === 'submitted') return false;
  if (action.opensAt >= until) return false;
  if (action.changes.some((change) => change.week <= week)) return true;
  if (action.state === 'open' || action.state === 'closed') {
    const end = endOfTerm(action);
    return end === null || end >= from;
  }
  return action.lastTold !== null && action.lastTold.state !== action.state;
}

export function actionTallyOf(action: ActionSnapshot, term: Term, districts: District[]): ActionTally {
  const { campaign, lastTold, lastMailed } = action;
  const counts = countsAtEndOf(term.week, action.counts, action.changes);
  const changes = changesUntil(term.week, action.changes);
  const named = namedCountsOf(counts, districts, action.sources);
  const isMailOlder = lastMailed !== null && lastMailed.week !== lastTold?.week;
  const juncture = nextJuncture(campaign.junctures, term.dueOn);
  return {
    slug: action.slug,
    title: action.title,
    state: stateAt(action, term.until),
    campaign: { slug: campaign.slug, name: campaign.name, contactEmail: campaign.contactEmail },
    ...named,
    byPlace: withChanges(named.byPlace, lastTold, changes),
    change: named.confirmed - (lastTold?.confirmed ?? 0),
    changeSince: lastTold && endOfWeek(lastTold),
    stateBefore: (isMailOlder ? lastMailed : lastTold)?.state ?? null,
    sinceLastMail: isMailOlder
      ? { ...endOfWeek(lastMailed), change: named.confirmed - lastMailed.confirmed }
      : null,
    corrections: correctionsOf(changes),
    struckInWeek: struckIn(changes),
    thresholds: thresholdsAt(action, named.confirmed, term.until),
    nextJuncture: juncture && { name: juncture.name, on: juncture.on },
    reopenings: action.reopenings
      .filter(({ reopenedAt }) => reopenedAt >= term.from && reopenedAt < term.until)
      .map(({ closedAt, reopenedAt }) => {
        return { closedAt: closedAt.toISOString(), reopenedAt: reopenedAt.toISOString() };
      }),
  };
}

function withChanges(
  byPlace: PlaceCount[],
  lastTold: EarlierLine | null,
  changes: CountChange[],
): PlaceCount[] {
  const changed = (place: string) =>
    changes.find(({ kind, key }) => kind === 'place' && key === place)?.n ?? 0;
  return byPlace.map((one) => ({ ...one, change: lastTold ? changed(one.place) : one.confirmed }));
}

function endOfWeek({ week }: EarlierLine): { week: Week; weekEndsOn: string } {
  return { week, weekEndsOn: datesOf(week).endsOn };
}

/** Keys are 'WEEK STATE'. */
function struckIn(changes: CountChange[]): Record<string, number> {
  const struck = changes.filter((change) => change.kind === 'struck' && change.n !== 0);
  return Object.fromEntries(struck.map(({ key, n }) => [key, n]));
}

function correctionsOf(changes: CountChange[]): Correction[] {
  return changes
    .filter((change) => change.kind === 'correction' && change.n > 0)
    .map(({ key, n }) => {
      const [earlier = '', what = ''] = key.split(' ');
      return { week: earlier, weekEndsOn: datesOf(earlier).endsOn, what: what as CorrectionKind, count: n };
    })
    .sort((a, b) => a.week.localeCompare(b.week) || a.what.localeCompare(b.what));
}

function thresholdsAt(action: ActionSnapshot, confirmed: number, at: Date): ActionTally['thresholds'] {
  const rising = action.thresholds.toSorted((a, b) => a.signatures - b.signatures);
  const next = nextThreshold(rising, confirmed);
  return {
    reached: rising.flatMap(({ signatures, name, reachedAt }) =>
      reachedAt && reachedAt < at ? [{ signatures, name, reachedAt: reachedAt.toISOString() }] : [],
    ),
    next: next && { signatures: next.signatures, name: next.name },
  };
}

/** The job that closes an action may come late: its dates decide. */
export function stateAt(
  action: Pick<ActionSnapshot, 'state' | 'closesAt' | 'closedAt'>,
  at: Date,
): ActionState {
  if (action.state !== 'open' && action.state !== 'closed') return action.state;
  const end = endOfTerm(action);
  return end !== null && end <= at ? 'closed' : 'open';
}

/** What does not add up, for the log. */
export function problemsInTally(tally: ActionTally): string[] {
  return imbalancesOf(tally).map((what) => `${tally.slug}: ${what}`);
}

export function lineOfTally({ slug, state, confirmed, change, corrections }: ActionTally): DigestLine {
  return {
    slug,
    state,
    confirmed,
    change,
    corrected: corrections.reduce((sum, { count }) => sum + count, 0),
  };
}

export function isShownNow({ state, opensAt, lastTold }: ActionSnapshot, at: Date): boolean {
  return lastTold !== null || (opensAt <= at && (state === 'open' || state === 'closed'));
}

export function actionNowOf(action: ActionSnapshot, at: Date, districts: District[]): ActionNow {
  const named = namedCountsOf(action.counts, districts, action.sources);
  return {
    slug: action.slug,
    title: action.title,
    state: stateAt(action, at),
    ...named,
    change: action.lastTold && named.confirmed - action.lastTold.confirmed,
    byDay: Object.entries(action.counts.day)
      .map(([day, confirmed]) => ({ day, confirmed }))
      .sort((a, b) => a.day.localeCompare(b.day)),
  };
}
