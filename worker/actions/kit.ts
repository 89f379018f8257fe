import { Temporal } from 'temporal-polyfill';
import { wholeCouncil } from '../councils/rules.ts';
import type { KitEntry } from '../kits/changes.ts';
import { nameList } from '../kits/names.ts';
import { type KitProblem, name } from '../kits/problems.ts';
import type { Closing, Stored } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import type { Text } from '../places/rules.ts';
import { dateIn } from '../platform/time/clock.ts';
import { type ActionOfKit, listActionOwners, listEnded } from './kit-store.ts';
import type { ActionKind } from './rules.ts';

/** What the sections of petitions and surveys share. Their slugs are unique together. */
export const actionNames = nameList('a petition or survey of this kit');

export const actionSkeleton = { slug: name, committee: name, opens_on: name, closes_on: name };

type ActionInKit = {
  slug: string;
  committee?: string | undefined;
  state: 'draft' | 'open';
  title: Text;
  ask: Text;
  text: Text;
  text_note?: Text | undefined;
  opens_on: string;
  closes_on?: string | undefined;
};

/** Slugs that are taken by another campaign or another kind: signatures cannot move between them. */
export async function takenActions(
  kind: ActionKind,
  actions: { slug: string }[],
  { db, kit }: Stored,
): Promise<KitProblem[]> {
  const slugs = actions.map(({ slug }) => slug);
  const owners = await listActionOwners(db, slugs);
  return owners
    .filter((one) => one.owner !== kit.campaign.slug || one.kind !== kind)
    .map(({ slug, kind: stored, owner }) => ({
      path: `${kind}s[${slugs.indexOf(slug)}].slug`,
      message: `is a ${stored} of the campaign ${owner}`,
    }));
}

/** Open actions that would close at once. Those that have already ended are not changed. */
export async function pastClosings(
  kind: ActionKind,
  actions: Pick<ActionInKit, 'slug' | 'state' | 'closes_on'>[],
  { db, kit, now }: Closing,
): Promise<KitProblem[]> {
  const today = dateIn(cityKitSection.of(kit).city.time_zone, now);
  const past = actions.filter(({ state, closes_on }) => state === 'open' && closes_on && closes_on < today);
  const slugs = past.map(({ slug }) => slug);
  const ended = new Set(db && slugs.length > 0 ? await listEnded(db, slugs) : []);
  return past
    .filter(({ slug }) => !ended.has(slug))
    .map((action) => ({
      path: `${kind}s[${actions.indexOf(action)}].closes_on`,
      message: `has passed, so the ${kind} would close at once. If that is wanted, add --close-now`,
    }));
}

/** The row of an action, on the clock of the kit's city. */
export function actionOf(
  {
    slug,
    committee = wholeCouncil,
    state,
    title,
    ask,
    text: body,
    text_note,
    opens_on,
    closes_on,
  }: ActionInKit,
  { kit }: Stored,
): Omit<ActionOfKit, 'kind' | 'asksStreet'> {
  const timeZone = cityKitSection.of(kit).city.time_zone;
  return {
    slug,
    committee,
    state,
    text: { title, ask, body },
    textNote: text_note ?? null,
    opensAt: startOf(Temporal.PlainDate.from(opens_on), timeZone),
    closesAt: closes_on ? startOf(Temporal.PlainDate.from(closes_on).add({ days: 1 }), timeZone) : null,
  };
}

/** Not always midnight: some clocks skip that hour. */
function startOf(date: Temporal.PlainDate, timeZone: string): Date {
  return new Date(date.toZonedDateTime(timeZone).epochMilliseconds);
}

export function actionEntry(kind: ActionKind, { slug, state }: { slug: string; state: string }): KitEntry {
  return {
    label: `${kind} ${slug}`,
    differs: (stored) =>
      stored.state === state ? null : `is ${stored.state} and stays so, the kit says ${state}`,
  };
}
