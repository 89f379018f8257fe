import type { Language } from '../../web/language.ts';
import type { Query, Subquery } from '../platform/query.ts';

/** Something that happened in a campaign, told by a feature. `id` never changes; `html` is safe. */
export type ToldNews = { id: string; at: Date; title: string; html: string; href: string | null };

/** A feature's part of the news of a campaign: on its page and in its feed. The query joins their one batch. */
export type NewsSource = (db: D1Database, campaign: Subquery) => Query<(language: Language) => ToldNews[]>;
