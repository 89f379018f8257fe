import type { Child } from 'hono/jsx';
import type { Language } from '../../web/language.ts';
import type { Shell } from '../../web/shell.ts';
import type { Campaign } from '../campaigns/rules.ts';
import type { Query } from '../platform/query.ts';
import type { Partner } from './rules.ts';

/** The place on a partner's page: `numbers` come first, `tools` after the norms. */
export type PartnerPageSlot = 'numbers' | 'tools';

export type PartnerView = { partner: Partner; campaign: Campaign; now: Date };

export type PartOfPartnerPage = (
  view: PartnerView & { shell: Shell; publicUrl: string },
) => Partial<Record<PartnerPageSlot, Child>>;

/**
 * A feature's part of a partner's page and of its downloads. Each part is a query by the partner's id, so that the
 * queries of all features form one `DB.batch`; it gives a function that renders the rows. Parts of one slot appear in
 * the order of the list of features.
 */
export type PartnerPageSection = {
  page?: (db: D1Database, partnerId: number) => Query<PartOfPartnerPage>;
  /** More keys of the page as JSON. */
  json?: (db: D1Database, partnerId: number) => Query<(view: PartnerView, language: Language) => object>;
  /** The page as a spreadsheet. The first section that has one gives it. */
  csv?: {
    rows: (db: D1Database, partnerId: number) => Query<(view: PartnerView, language: Language) => object[]>;
    /** In their order, each with its meaning. */
    columns: Record<Language, Record<string, string>>;
  };
};
