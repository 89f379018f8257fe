import { hideStatement } from '../campaigns/kit-store.ts';
import { madeOf } from '../kits/extends/made-of.ts';
import { isGroup, type Json, type JsonObject, valueAt } from '../kits/json-rules.ts';
import { checkToOpen, prepareOpening } from '../kits/open.ts';
import type { KitParent } from '../kits/parent-store.ts';
import type { Sections } from '../kits/parse.ts';
import type { KitProblem } from '../kits/problems.ts';
import { actionKeys, mapActions, otherAddressedKeys, renamed } from '../kits/renaming-rules.ts';
import type { KitSection } from '../kits/section.ts';
import { isTakenBack, mustBeNewStatement } from '../kits/trial-store.ts';
import { findCampaignBySlug } from '../kits/version-store.ts';
import { commitWithAct } from '../organize/commit-with-act.ts';
import { giveNewOwnerStatement } from '../organize/people-store.ts';
import type { Deps } from '../platform/deps.ts';
import { err, ok, type Result } from '../platform/result.ts';
import { isCityTaken } from './around-store.ts';
import { saveDraft } from './drafts.ts';

export type CreateRefusal =
  | { reason: 'taken'; slug: string }
  | { reason: 'problems'; problems: KitProblem[] };

type Creating = {
  json: Json;
  organizerId: string;
  sections: Sections;
  now: Date;
  parent?: KitParent | null;
};

/**
 * Starts a campaign whose owner is the organizer. Of its kit only what the console needs is opened, and nobody else
 * sees it. Its petitions and surveys, and their names in addresses, come with the first publishing of the draft.
 */
export async function createCampaign(
  deps: Deps,
  { json, organizerId, sections, now, parent = null }: Creating,
): Promise<Result<{ slug: string }, CreateRefusal>> {
  const { db } = deps;
  const kit = await withOwnCity(db, json, organizerId);
  const checked = await checkToOpen(db, kit, { sections, now });
  if (!checked.ok) return err({ reason: 'problems', problems: checked.error });
  const { slug } = checked.value.campaign;
  const taken = err({ reason: 'taken', slug } as const);
  if ((await findCampaignBySlug(db, slug)) !== null) return taken;
  const hidden = withStates(kit, 'draft');
  const leaves = (section: KitSection) => !isNeeded(section);
  const prepared = await prepareOpening(db, hidden, {
    sections,
    now,
    actor: organizerId,
    leaves,
    parent,
  });
  if (!prepared.ok) return err({ reason: 'problems', problems: prepared.error });
  try {
    await db.batch([
      mustBeNewStatement(db, slug),
      ...prepared.value.statements,
      hideStatement(db, slug),
      giveNewOwnerStatement(db, { slug, organizerId, now }),
    ]);
  } catch (error) {
    // Somebody else has opened a campaign of this name at the same moment.
    if (isTakenBack(error)) return taken;
    throw error;
  }
  const campaign = { id: (await findCampaignBySlug(db, slug)) ?? 0, slug };
  const act = {
    campaign,
    actor: organizerId,
    kind: 'create-campaign',
    subject: slug,
    after: { hash: prepared.value.hash },
  };
  await commitWithAct(deps, { act, steps: [], now });
  await saveDraft(deps, {
    campaign,
    expectedVersion: 0,
    part: 'campaign',
    actor: organizerId,
    now,
    sections,
    json: kit,
  });
  return ok({ slug });
}

/** Of a city of the same name that others write, it gets one of its own: what is written here changes nothing of theirs. */
async function withOwnCity(db: D1Database, json: Json, organizerId: string): Promise<Json> {
  const slug = valueAt(json, ['city', 'slug']);
  const campaign = valueAt(json, ['campaign', 'slug']);
  if (!isGroup(json) || typeof slug !== 'string' || !(await isCityTaken(db, { slug, organizerId })))
    return json;
  const own = `${slug}-${campaign}`.slice(0, 60).replace(/-+$/, '');
  return { ...json, city: { ...(json.city as JsonObject), slug: own } };
}

/** The campaign, its city and its council. */
const isNeeded = ({ keys, inCampaign }: KitSection) =>
  ['city', 'council'].some((key) => key in keys) || 'title' in inCampaign;

function withStates(json: Json, state: string): Json {
  if (!isGroup(json)) return json;
  return mapActions(json, (action) => ((action.state ?? 'open') === 'open' ? { ...action, state } : action));
}

/**
 * The kit of another campaign under a new name. Short links stay with the campaign that printed them, and so do
 * petitions and surveys that were rejected or removed there.
 */
export function copyOf(
  json: Json,
  { name, slug, today }: { name: string; slug: string; today: string },
): Json {
  if (!isGroup(json) || !isGroup(json.campaign)) return json;
  const { kept, left } = leavingOut(json);
  const slugs = new Map<string, string | null>(left.map((one) => [one, null]));
  const copied = mapActions(kept, (action, at, key) => {
    const base = key === 'petitions' ? slug : `${slug}-survey`;
    const own = at === 0 ? base : `${base}-${at + 1}`;
    slugs.set(String(action.slug), own);
    const { links: _links, text_note: _note, rejection: _why, closes_on, state, ...others } = action;
    const isToCome = typeof closes_on === 'string' && closes_on > today;
    const isWanted = state !== 'draft' && !endedBadly(action);
    return {
      ...others,
      slug: own,
      state: isWanted ? 'open' : 'draft',
      opens_on: today,
      ...(isToCome && { closes_on }),
    };
  });
  const { updates: _updates, ...campaign } = copied.campaign as JsonObject;
  const { made_of: _made, ...parts } = copied;
  const title = { en: name, es: name };
  const others = Object.fromEntries(
    otherAddressedKeys.map((key) => [key, withOwnSlugs(copied[key], { slug, slugs })]),
  );
  const made = left.length > 0 ? null : madeOf(json);
  const whole = {
    ...parts,
    ...(made && { made_of: { ...made, slugs: namedAfter(made.slugs, slugs) } }),
    ...others,
    campaign: { ...campaign, slug, title },
  };
  return renamed(Object.fromEntries(Object.entries(whole).filter(([, part]) => part !== undefined)), slugs);
}

/** What the parent's pages are called, after those of its kit were named again. */
function namedAfter(
  before: Record<string, string> = {},
  again: ReadonlyMap<string, string | null>,
): Record<string, string> {
  const known = new Set(Object.values(before));
  const others = [...again.keys()].filter((slug) => !known.has(slug)).map((slug) => [slug, slug]);
  return Object.fromEntries(
    [...Object.entries(before), ...others].map(([theirs = '', ours = '']) => [
      theirs,
      again.get(ours) ?? ours,
    ]),
  );
}

/** Entries that have pages too get names after the new campaign, which go into `slugs`. */
function withOwnSlugs(
  part: Json | undefined,
  { slug, slugs }: { slug: string; slugs: Map<string, string | null> },
): Json | undefined {
  if (!Array.isArray(part)) return part;
  return part.map((one) => {
    if (!isGroup(one)) return one;
    const { links: _links, ...others } = one;
    const own = `${slug}-${one.slug}`.slice(0, mostSlug).replace(/-+$/, '');
    slugs.set(String(one.slug), own);
    return { ...others, slug: own };
  });
}

const mostSlug = 60;

const endedBadly = (action: JsonObject) => action.state === 'rejected' || action.state === 'removed';

/** Without rejected and removed actions. A kit needs a petition: where all ended so, they stay, as drafts. */
function leavingOut(json: JsonObject): { kept: JsonObject; left: string[] } {
  const left: string[] = [];
  const parts = Object.entries(json).map(([key, part]): [string, Json] => {
    if (!actionKeys.includes(key) || !Array.isArray(part)) return [key, part];
    const kept = part.filter((one) => !isGroup(one) || !endedBadly(one));
    if (key === 'petitions' && kept.length === 0) return [key, part];
    left.push(...part.filter((one) => !kept.includes(one)).map((one) => String(valueAt(one, ['slug']))));
    return [key, kept];
  });
  return { kept: Object.fromEntries(parts), left };
}
