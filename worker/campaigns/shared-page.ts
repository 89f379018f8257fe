import type { Language } from '../../web/language.ts';
import type { Query, Subquery } from '../platform/query.ts';
import type { Campaign } from './rules.ts';

/** `text` is the kit's own, with `{link}`; null where it has none. */
export type SharedWords = { title: string; lead: string; text: string | null };

type WordsOf = (campaign: Campaign, language: Language) => SharedWords;

/** A page of a campaign that people share, beside its petitions and surveys. */
export type SharedPage = {
  /** Small letters. Its card is at `/cards/pages/CAMPAIGN/NAME.png`. */
  name: string;
  path: (campaign: string) => string;
  /** Whoever gets the link may be watched: its card does not name the campaign. */
  isNeutral?: boolean;
  /** Null if the campaign has no such page. */
  words: (db: D1Database, campaign: Subquery) => Query<WordsOf | null>;
};
