import type { Child } from 'hono/jsx';
import type * as z from 'zod';
import type { Language } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import type { Query, Subquery } from '../platform/query.ts';
import type { Campaign } from './rules.ts';
import type { PageOfCampaigns } from './store.ts';

/**
 * The place on the campaign's page: `act` is what a reader can do, `side` is below it in the same column, `news` comes
 * after the facts, `dates` is above the list of dates where there is one, `end` after it. In each, blocks have the order of the list of features.
 */
export type Slot = 'act' | 'side' | 'news' | 'dates' | 'end';

export type CampaignView = { campaign: Campaign; shell: Shell; now: Date };

/**
 * A feature's part of the pages of a campaign. Each part is a query by the campaign's id, which is a
 * subquery, so that all parts are one `DB.batch`. It gives a function that renders the rows.
 */
export type CampaignBlock = {
  page?: (db: D1Database, campaign: Subquery) => Query<(view: CampaignView) => Partial<Record<Slot, Child>>>;
  /** More keys of `GET /api/v1/campaigns/:campaign`. */
  json?: {
    shape: z.ZodRawShape;
    query: (db: D1Database, campaign: Subquery) => Query<(language: Language, now: Date) => object>;
  };
  /** Lines below each campaign on the home page. */
  home?: (
    db: D1Database,
    page: PageOfCampaigns,
  ) => Query<(campaignId: number, language: Language) => string[]>;
};
