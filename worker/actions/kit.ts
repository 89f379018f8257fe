import { wholeCouncil } from '../councils/rules.ts';
import type { KitEntry } from '../kits/changes.ts';
import { isGroup, type Json, type JsonObject } from '../kits/json-rules.ts';
import { nameList } from '../kits/names.ts';
import { type KitProblem, name, problemIf } from '../kits/problems.ts';
import type { Closing, SignedText, Stored, StoredKit } from '../kits/section.ts';
import { cityKitSection } from '../places/kit.ts';
import type { Text } from '../places/rules.ts';
import { addDays, dateIn, startOfDay } from '../platform/time/clock.ts';
import { type ActionOfKit, listActionOwners, listEnded } from './kit-store.ts';
import type { ActionKind, TextVersion } from './rules.ts';

/** What the sections of petitions and surveys share. Their slugs are unique together. */
export const actionNames = nameList('a petition or survey of this kit');

export const actionSkeleton = { slug: name, committee: name, opens_on: name, closes_on: name };

/**
 * Whoever opens a campaign elsewhere gets its closed actions closed. In the place where an action is, only people close,
 * reject or remove it.
 */
export const statesInKit = ['draft', 'open', 'closed', 'rejected', 'removed'] as const;
type StateInKit = (typeof statesInKit)[number];

type ActionInKit = {
  slug: string;
  committee?: string | undefined;
  state: StateInKit;
  title: Text;
  ask: Text;
  text: Text;
  text_note?: Text | undefined;
  text_change?: TextVersion['change'] | undefined;
  rejection?: Text | undefined;
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

/** An action that was rejected says why. */
export function rejectionProblems(kind: ActionKind, actions: ActionInKit[]): KitProblem[] {
  return actions.flatMap(({ state, rejection }, at) =>
    problemIf(state === 'rejected' && !rejection, `${kind}s[${at}].rejection`, 'is missing'),
  );
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
    text_change,
    rejection,
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
    textChange: text_change ?? null,
    rejection: rejection ?? null,
    opensAt: startOfDay(opens_on, timeZone),
    closesAt: closes_on ? startOfDay(addDays(closes_on, 1), timeZone) : null,
  };
}

export function actionEntry(kind: ActionKind, { slug, state }: { slug: string; state: string }): KitEntry {
  return {
    label: `${kind} ${slug}`,
    differs: (stored) =>
      stored.state === state ? null : `is ${stored.state} and stays so, the kit says ${state}`,
  };
}

export function signedTexts(kind: ActionKind, actions: ActionInKit[]): SignedText[] {
  return actions.map(({ slug, title, ask, text: body }, at) => {
    return { slug, path: `${kind}s[${at}]`, text: { title, ask, body } };
  });
}

/** With the states and the last days that people set elsewhere, and the thresholds that were reached. */
export function actionsAsTheyStand(
  kind: ActionKind,
  json: JsonObject,
  { entries, timeZone }: StoredKit,
): JsonObject {
  const key = `${kind}s`;
  const actions = json[key];
  if (!Array.isArray(actions)) return json;
  const stand = (action: Json): Json => {
    if (!isGroup(action)) return action;
    const stored = entries.get(`${kind} ${action.slug}`);
    if (!stored) return action;
    const { state = 'open' } = action;
    const is = stored.state === 'submitted' ? 'draft' : String(stored.state);
    const { closes_on, ...others } = action;
    const lastDay =
      typeof stored.closing === 'number' ? dateIn(timeZone, new Date(stored.closing - 1)) : undefined;
    return withThresholds(
      {
        ...(lastDay === closes_on
          ? action
          : { ...others, ...(lastDay !== undefined && { closes_on: lastDay }) }),
        ...(is !== state && { state: is }),
        ...(is === 'rejected' && { rejection: stored.rejection as Json }),
      },
      reachedOf(`${kind} ${action.slug}, threshold `, entries),
    );
  };
  return { ...json, [key]: actions.map(stand) };
}

function reachedOf(prefix: string, entries: StoredKit['entries']): { signatures: number; name: Json }[] {
  return [...entries].flatMap(([label, { name }]) =>
    label.startsWith(prefix) ? [{ signatures: Number(label.slice(prefix.length)), name: name as Json }] : [],
  );
}

/** A threshold that was reached stays where the kit no longer has it. */
function withThresholds(action: JsonObject, stored: { signatures: number; name: Json }[]): JsonObject {
  const { thresholds = [] } = action;
  if (!Array.isArray(thresholds)) return action;
  const signaturesOf = (one: Json) => (isGroup(one) ? Number(one.signatures) : 0);
  const missing = stored.filter((one) => !thresholds.some((known) => signaturesOf(known) === one.signatures));
  if (missing.length === 0) return action;
  const all: Json[] = [...thresholds, ...missing];
  return { ...action, thresholds: all.toSorted((a, b) => signaturesOf(a) - signaturesOf(b)) };
}
