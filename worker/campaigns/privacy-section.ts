import type { Language } from '../../web/language.ts';
import type { Query, Subquery } from '../platform/query.ts';
import type { Settings } from '../platform/settings.ts';
import type { Campaign } from './rules.ts';

/** What is kept, what everybody sees, who else gets what, how long it is kept, what its owner can do. */
export const privacyTopics = ['kept', 'shown', 'given', 'until', 'rights'] as const;
export type PrivacyTopic = (typeof privacyTopics)[number];

export type PrivacyLines = Partial<Record<PrivacyTopic, string[]>>;

export type PrivacyView = { campaign: Campaign; language: Language; settings: Settings };

/**
 * A feature's part of a campaign's privacy page: what it does with what people enter, made from what is really set. A
 * query by the campaign's id, so that all parts are one `DB.batch`.
 */
export type PrivacySection = (
  db: D1Database,
  campaign: Subquery,
) => Query<(view: PrivacyView) => PrivacyLines>;
