import type { KitEntry } from '../kits/changes.ts';
import { type NamesGiven, nameList } from '../kits/names.ts';
import { type KitProblem, name } from '../kits/problems.ts';
import type { Stored } from '../kits/section.ts';
import { listShortLinkOwners } from './kit-store.ts';

/**
 * In a kit, short links are listed with the action they lead to, under the key `links`. This is what the sections
 * of petitions and surveys share.
 */
export const shortLinkCodes = nameList('a short link of this kit');

export const linkSkeleton = { code: name, source: name };

type Link = { code?: string | undefined } | null;
type Linked<L extends Link> = { links: L[] } | null;

/** All codes of the actions under one key of the kit. */
export function linkNames(key: string, actions: Linked<Link>[]): NamesGiven {
  const names = actions.flatMap((action, i) =>
    (action?.links ?? []).map((link, n) => ({ name: link?.code, path: `${key}[${i}].links[${n}].code` })),
  );
  return { list: shortLinkCodes, names };
}

/** A code that is printed on posters cannot move to another campaign. */
export async function takenLinks(
  key: string,
  actions: { links: { code: string }[] }[],
  { db, kit }: Stored,
): Promise<KitProblem[]> {
  const { names = [] } = linkNames(key, actions);
  const owners = await listShortLinkOwners(
    db,
    names.map(({ name = '' }) => name),
  );
  return owners
    .filter(({ owner }) => owner !== kit.campaign.slug)
    .map(({ code, owner }) => ({
      path: names.find(({ name }) => name === code)?.path ?? key,
      message: `is a short link of the campaign ${owner}`,
    }));
}

export function linkEntries(actions: { links: { code: string }[] }[]): KitEntry[] {
  return actions.flatMap(({ links }) => links.map(({ code }) => ({ label: `short link ${code}` })));
}
