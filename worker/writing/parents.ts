import { hashOf } from '../kits/extends/hash.ts';
import { type MadeOf, madeOf, seenFrom } from '../kits/extends/made-of.ts';
import { shippedTemplate } from '../kits/extends/resolve.ts';
import { childWith, type Offer, offersOf } from '../kits/extends/update-rules.ts';
import { isGroup, type Json, type JsonObject, valueAt } from '../kits/json-rules.ts';
import { findParent, type KitParent, keepParentStatement } from '../kits/parent-store.ts';
import type { Sections } from '../kits/parse.ts';
import { slugsInAddresses } from '../kits/renaming-rules.ts';
import { listOwnCampaigns } from '../organize/campaign-store.ts';
import type { ConsoleCampaign, ConsoleContext } from '../organize/console-section.ts';
import { placeWords } from './change-rows.ts';
import { readPublic, readWorking } from './drafts.ts';
import { pagesOf } from './form-places.ts';
import { kitWords } from './kit-words.ts';
import { placedSlug } from './new-city/city-kit.ts';
import { leftOver } from './new-city/left-over.ts';

/** A parent with its file, of which its hash is. */
export type ParentFile = KitParent & { file: JsonObject };

/** The campaign without a city that the program comes with. An asset, because it would be a sixth of the Worker. */
export async function readTemplate(c: ConsoleContext): Promise<ParentFile> {
  const answer = await c.env.ASSETS?.fetch('http://assets/kits/template.json');
  if (!answer?.ok) throw new Error('the template cannot be read: are the assets deployed?');
  const file: JsonObject = await answer.json();
  return parentOf(file);
}

/** A kit that stands alone, or the whole of one, as what others are made of. */
export function parentOf(file: JsonObject): ParentFile {
  const { locks, ...kit } = file;
  const paths = Array.isArray(locks) ? locks.filter((one) => typeof one === 'string') : [];
  return { file, kit, locks: paths, sha256: hashOf(file) };
}

/**
 * A campaign that the organizer writes, as it stands, or its draft where it was never public. What it may not change,
 * those made of it may not either.
 */
export async function readCampaign(
  c: ConsoleContext,
  slug: string,
  sections: Sections,
): Promise<ParentFile | null> {
  const { db } = c.var.deps;
  const own = await listOwnCampaigns(db, c.var.organizer.id);
  const campaign = own.find((one) => one.slug === slug && (one.role === 'owner' || one.role === 'editor'));
  const kept = campaign && (await readToCopy(db, campaign, sections));
  if (!kept || !isGroup(kept.json)) return null;
  const made = madeOf(kept.json);
  const { locks = [] } = (made && (await findParent(db, made.sha256))) ?? {};
  return parentOf(locks.length > 0 ? { ...kept.json, locks: [...locks] } : kept.json);
}

/** Before the first publishing, what is opened of a campaign is not yet what its organizers mean. */
export async function readToCopy(
  db: D1Database,
  { id, isPublic }: Pick<ConsoleCampaign, 'id' | 'isPublic'>,
  sections: Sections,
): Promise<{ json: Json } | null> {
  return isPublic ? readPublic(db, id, sections) : readWorking(db, id, sections);
}

export const campaignUrl = (c: ConsoleContext, slug: string) =>
  `${c.var.deps.settings.publicUrl}/campaigns/${slug}`;

/** The parent of a kit as it is now; null where it can only be read by `npm run kit -- update`. */
async function readParentNow(
  c: ConsoleContext,
  { from }: MadeOf,
  sections: Sections,
): Promise<ParentFile | null> {
  if (from === shippedTemplate) return readTemplate(c);
  const here = campaignUrl(c, '');
  return from.startsWith(here) ? readCampaign(c, from.slice(here.length), sections) : null;
}

/** `from`: null for the template. `unknown`: it is not kept here what the parent said, or it cannot be read. */
export type ParentState = { from: string | null; state: 'same' | 'changed' | 'unknown' };

/** What the kit of a campaign was made of, and whether that has changed since. */
export async function describeParent(
  c: ConsoleContext,
  json: Json | undefined,
  sections: Sections,
): Promise<ParentState | null> {
  const made = madeOf(json);
  if (!made) return null;
  const [was, is] = await Promise.all([
    findParent(c.var.deps.db, made.sha256),
    readParentNow(c, made, sections),
  ]);
  const state = !was || !is ? 'unknown' : was.sha256 === is.sha256 ? 'same' : 'changed';
  return { from: made.from === shippedTemplate ? null : made.from, state };
}

export type LeftOverShown = { city: string; texts: string[]; more: number; shares: string[] };

const mostPlaces = 12;

/** What a kit still says of the place that it was taken from, in the words of its forms. Null for nothing. */
export async function describeLeftOver(
  c: ConsoleContext,
  json: Json,
  sections: Sections,
): Promise<LeftOverShown | null> {
  const { language, deps } = c.var;
  const made = madeOf(json);
  const parent = made && (await findParent(deps.db, made.sha256));
  if (!parent || !isGroup(json)) return null;
  const { city, texts, shares } = leftOver(json, parent.kit);
  if (texts.length + shares.length === 0) return null;
  const words = kitWords(json, await pagesOf(sections), language);
  const [first, shown] = [texts.slice(0, mostPlaces), shares].map((paths) =>
    paths.map((path) => placeWords(path, words)),
  );
  return { city, texts: first ?? [], more: Math.max(0, texts.length - mostPlaces), shares: shown ?? [] };
}

/** A kit with everything that its parent has changed since, and what each of the changes means for it. */
export type Updated = { json: Json; offers: Offer[] };

/** Null where nothing is known of the parent. The parent as it is now is kept. */
export async function updateFromParent(
  c: ConsoleContext,
  child: Json,
  sections: Sections,
): Promise<Updated | null> {
  const { db } = c.var.deps;
  const made = madeOf(child);
  const [was, is] = made
    ? await Promise.all([findParent(db, made.sha256), readParentNow(c, made, sections)])
    : [null, null];
  if (!made || !was || !is || !isGroup(child)) return null;
  await keepParentStatement(db, is).run();
  const slugs = withNewPages(made, is.kit, String(valueAt(child, ['city', 'name'])));
  const layer = ({ kit, locks }: KitParent) => ({ kit: seenFrom({ slugs }, kit), locks });
  const offers = offersOf(layer(was), layer(is), child).filter(({ state }) => state !== 'gone');
  const made_of: JsonObject = {
    from: made.from,
    sha256: is.sha256,
    ...(Object.keys(slugs).length > 0 && { slugs }),
  };
  return { json: { ...childWith(child, offers), made_of }, offers };
}

/** Addresses are the same for all campaigns of a deployment, so what is new in the parent is named after the city. */
function withNewPages({ slugs = {} }: MadeOf, parent: JsonObject, city: string): Record<string, string> {
  const added = slugsInAddresses(parent).filter((slug) => !Object.hasOwn(slugs, slug));
  return { ...slugs, ...Object.fromEntries(added.map((slug) => [slug, placedSlug(slug, city)])) };
}
