import { type ListedAction, listedActionsQuery } from '../actions/list-store.ts';
import type { Campaign } from '../campaigns/rules.ts';
import type { SharedPage, SharedPages } from '../campaigns/shared-page.ts';
import { campaignNamed, campaignQuery } from '../campaigns/store.ts';
import type { Source } from '../coalition/rules.ts';
import { sourcesQuery } from '../coalition/store.ts';
import { createShortCache } from '../platform/cache/short-cache.ts';
import type { PageContext } from '../platform/http/app-env.ts';
import { joinQueries, runQuery } from '../platform/query.ts';
import { isSharable, type ShortLink } from './rules.ts';
import { shortLinksQuery } from './store.ts';

/** The data of a share kit. */
export type Sharing = {
  campaign: Campaign;
  /** The actions that can be shared now. */
  actions: ListedAction[];
  sources: Source[];
  links: ShortLink[];
  pages: SharedPage[];
};

const kits = createShortCache<Sharing>({ most: 100 });

/** Null if there is no such campaign. */
export function cachedSharing(
  { deps, now }: Pick<PageContext['var'], 'deps' | 'now'>,
  slug: string,
  pages: SharedPages,
): Promise<Sharing | null> {
  return kits.get(deps, slug, now, () => findSharing(deps.db, { slug, pages }, now));
}

async function findSharing(
  db: D1Database,
  { slug, pages }: { slug: string; pages: SharedPages },
  now: Date,
): Promise<Sharing | null> {
  const named = campaignNamed(slug);
  const { campaign, actions, pagesOf, ...rest } = await runQuery(
    db,
    joinQueries({
      campaign: campaignQuery(db, named),
      actions: listedActionsQuery(db, named),
      sources: sourcesQuery(db, named),
      links: shortLinksQuery(db, named),
      pagesOf: pages(db, named),
    }),
  );
  if (!campaign) return null;
  return {
    ...rest,
    campaign,
    actions: actions.filter((action) => isSharable(action, now)),
    pages: pagesOf(campaign),
  };
}
