import type { Language } from '../../web/language.ts';
import type { Query, Subquery } from '../platform/query.ts';
import type { Campaign } from './rules.ts';

/** `text` is the kit's own, with `{link}`; null where it has none. */
export type SharedWords = { title: string; lead: string; text: string | null };

/** A page of a campaign that people share, beside its petitions and surveys. */
export type SharedPage = {
  /** Small letters and digits. Its card is at `/cards/pages/CAMPAIGN/NAME.png`. */
  name: string;
  path: string;
  /** Whoever gets the link may be watched: its card does not name the campaign. */
  isNeutral?: boolean;
  words: (language: Language) => SharedWords;
};

/** A feature's pages to share of one campaign. */
export type SharedPages = (db: D1Database, campaign: Subquery) => Query<(campaign: Campaign) => SharedPage[]>;
