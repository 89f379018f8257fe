import { addDays, localInstant } from '../platform/time/clock.ts';

export const progresses = ['planned', 'going', 'done', 'dropped'] as const;
export type Progress = (typeof progresses)[number];

/** Who sees to it: an organizer of the campaign or a partner. No place for a name that is typed. */
export type Owner = { kind: 'organizer'; id: string } | { kind: 'partner'; slug: string };

/** How it is measured. A number that is counted here anyway is never typed. */
export type Measure =
  | { kind: 'action'; action: string; target: number }
  | { kind: 'trained'; target: number }
  | { kind: 'own'; what: string; n: number; target: number };

/** Dates are YYYY-MM-DD in the city's time zone, the last one included. */
export type TacticText = {
  title: string;
  phase: string | null;
  owner: Owner | null;
  startsOn: string;
  endsOn: string;
  /** Ids of what has to be finished before. */
  needs: string[];
  /** The juncture that it is for. */
  juncture: string | null;
  outcome: string;
  measure: Measure | null;
  progress: Progress;
};

export type Tactic = TacticText & {
  id: string;
  state: 'stands' | 'gone';
  version: number;
  changeId: string;
  /** The organizer who wrote this version. */
  savedBy: string;
  remindAt: Date | null;
};

export type Dates = {
  phases: readonly { slug: string }[];
  junctures: readonly { slug: string; on: string }[];
};

export type Warning = 'after-juncture' | 'too-early' | 'late' | 'owner-gone' | 'juncture-gone';

export function isOver({ progress }: Pick<TacticText, 'progress'>): boolean {
  return progress === 'done' || progress === 'dropped';
}

export type Plan = {
  tactics: readonly Tactic[];
  junctures: Dates['junctures'];
  isKnown: (owner: Owner) => boolean;
  today: string;
};

/** What somebody has to look at. Nothing of what is done or dropped. */
export function warningsOf(tactic: Tactic, { tactics, junctures, isKnown, today }: Plan): Warning[] {
  if (isOver(tactic)) return [];
  const { owner, startsOn, endsOn, needs } = tactic;
  const juncture = junctures.find(({ slug }) => slug === tactic.juncture);
  const isEarly = tactics.some((one) => needs.includes(one.id) && !isOver(one) && startsOn < one.endsOn);
  return [
    ...(juncture && endsOn > juncture.on ? (['after-juncture'] as const) : []),
    ...(isEarly ? (['too-early'] as const) : []),
    ...(endsOn < today ? (['late'] as const) : []),
    ...(owner && !isKnown(owner) ? (['owner-gone'] as const) : []),
    ...(tactic.juncture !== null && !juncture ? (['juncture-gone'] as const) : []),
  ];
}

/**
 * If a tactic depended on these: the way from it over them back to itself, or null where it never comes back. Only
 * tactics that stand count.
 */
export function circleOf(
  { id, needs }: Pick<Tactic, 'id' | 'needs'>,
  tactics: readonly Pick<Tactic, 'id' | 'needs'>[],
): string[] | null {
  const needsOf = new Map(tactics.map((one) => [one.id, one.needs]));
  const seen = new Set<string>();
  const ways = needs.map((need) => [id, need]);
  for (let way = ways.pop(); way; way = ways.pop()) {
    const at = way.at(-1) ?? '';
    if (at === id) return way;
    if (seen.has(at)) continue;
    seen.add(at);
    for (const next of needsOf.get(at) ?? []) ways.push([...way, next]);
  }
  return null;
}

const weekBefore = 7;
const remindedAt = '08:00';

export type Reminder = { about: 'week' | 'late'; at: Date };

/** Both mornings: a week before the end, and the day after it. */
export function remindersOf({ endsOn }: Pick<TacticText, 'endsOn'>, timeZone: string): Reminder[] {
  const morningOf = (day: string) => localInstant(`${day}T${remindedAt}`, timeZone);
  return [
    { about: 'week', at: morningOf(addDays(endsOn, -weekBefore)) },
    { about: 'late', at: morningOf(addDays(endsOn, 1)) },
  ];
}

/** The first reminder that is not before `since`. */
export function nextReminder(
  text: Pick<TacticText, 'endsOn' | 'progress'>,
  { timeZone, since }: { timeZone: string; since: Date },
): Reminder | null {
  if (isOver(text)) return null;
  return remindersOf(text, timeZone).find(({ at }) => at >= since) ?? null;
}

/** In the order of time. */
export function inOrder<One extends Pick<Tactic, 'startsOn' | 'endsOn' | 'id'>>(
  tactics: readonly One[],
): One[] {
  const keyOf = ({ startsOn, endsOn, id }: One) => startsOn + endsOn + id;
  return tactics.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** A plan that fits on two sheets of paper. */
export const mostTactics = 60;
