import type { Text } from '../../web/language.ts';

/** The questions of the tree, in this order. */
export const asked = ['danger', 'minor', 'wants_help', 'not_yet'] as const;
export type ReferralQuestion = (typeof asked)[number];

type Source = { name: string; url: string | null };

export type Referral = {
  steps: Record<ReferralQuestion, Text[]>;
  /** Slugs of services. */
  services: Record<ReferralQuestion, string[]>;
  indicators: Text[];
  myths: { myth: Text; fact: Text; source: Source }[];
  laws: { says: Text; source: Source }[];
  card: Text[];
  message: Text;
  reviewedOn: string | null;
  reviewedBy: Text | null;
};
