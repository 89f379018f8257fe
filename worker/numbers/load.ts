import { type ActionContext, findContextById } from '../actions/context.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { dateIn, weekIn } from '../platform/time/clock.ts';
import { actionsOfQuery, type BrowsedAction } from '../signatures/browse-store.ts';
import { daysUntil } from './rules.ts';
import {
  confirmedDaysQuery,
  type SigningDay,
  signingDaysQuery,
  stepsQuery,
  type Tally,
  talliesQuery,
} from './store.ts';

/** Four weeks and, for the comparison, all of the week before this one. */
export const daysShown = 28;
/** A file has a year, so it is bounded too. */
export const daysInFile = 400;

export type Numbers = {
  context: ActionContext;
  days: SigningDay[];
  confirmed: ReadonlyMap<string, number>;
  tallies: Tally[];
  steps: { step: string; week: string; n: number }[];
  weeks: { now: string; before: string };
};

/** The campaign's actions, and the one that an address names, or the first. */
export async function chooseAction(
  db: D1Database,
  campaignId: number,
  slug: string | undefined,
): Promise<{ actions: BrowsedAction[]; chosen: BrowsedAction | null }> {
  const actions = await runQuery(db, actionsOfQuery(db, campaignId));
  const chosen = slug === undefined ? actions[0] : actions.find((one) => one.slug === slug);
  return { actions, chosen: chosen ?? null };
}

export async function loadNumbers(
  db: D1Database,
  { actionId, days, now }: { actionId: number; days: number; now: Date },
): Promise<Numbers | null> {
  const context = await findContextById(db, actionId);
  if (!context) return null;
  const { timeZone } = context.city;
  const [from = dateIn(timeZone, now), ...rest] = daysUntil(timeZone, now, days);
  const weekAgo = new Date(now.getTime() - 7 * 24 * 60 * 60 * 1000);
  const weeks = { now: weekIn(timeZone, now), before: weekIn(timeZone, weekAgo) };
  const asked = [weeks.now, weeks.before];
  const range = { actionId, from, most: rest.length + 1 };
  const read = await runQuery(
    db,
    joinQueries({
      days: signingDaysQuery(db, range),
      confirmed: confirmedDaysQuery(db, range),
      tallies: talliesQuery(db, actionId, asked),
      steps: stepsQuery(db, actionId, asked),
    }),
  );
  return { context, weeks, ...read };
}
