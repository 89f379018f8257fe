import type { Text } from '../../../web/language.ts';
import type { SurveyTally } from '../../surveys/digest/pages/survey-tally.ts';

export type Account = {
  received: number;
  confirmed: number;
  unconfirmed: number;
  duplicate: number;
  flagged: number;
  withdrawn: number;
  invalidated: number;
};

/** A district's code, 'outside' or 'unknown', which have no name of their own. */
export type PlaceCount = { place: string; name: Text | null; confirmed: number };
/** Null is the campaign itself. */
export type PartnerCount = { partner: { slug: string; name: Text } | null; confirmed: number };
export type SourceCount = { source: string; name: Text | null; confirmed: number };

export type Standing = {
  confirmed: number;
  account: Account;
  possibleDuplicates: number;
  byPlace: PlaceCount[];
  bySource: SourceCount[];
  /** Digests from before there were partners have none. */
  byPartner?: PartnerCount[];
};

export type Correction = {
  weekEndsOn: string;
  what: 'withdrawn' | 'invalidated' | 'flagged' | 'duplicate' | 'moved';
  count: number;
};

export type ActionState = 'draft' | 'submitted' | 'open' | 'closed' | 'rejected' | 'removed';

export type PetitionTally = Standing & {
  slug: string;
  title: Text;
  state: ActionState;
  campaign: { slug: string; name: Text; contactEmail: string };
  change: number;
  changeSince: { weekEndsOn: string } | null;
  sinceLastMail: { weekEndsOn: string; change: number } | null;
  corrections: Correction[];
  thresholds: {
    reached: { signatures: number; name: Text; reachedAt: string }[];
    next: { signatures: number; name: Text } | null;
  };
  nextJuncture: { name: Text; on: string } | null;
};

/** A week as it was told: dates YYYY-MM-DD, the instant in UTC. */
export type WeekTally = {
  committee: { slug: string; name: Text };
  council: { name: Text };
  city: { name: string; timeZone: string };
  week: string;
  weekEndsOn: string;
  asOf: string;
  petitions: PetitionTally[];
  surveys: SurveyTally[];
};

/** A petition as it stands now. */
export type PetitionNow = Standing & {
  slug: string;
  title: Text;
  state: ActionState;
  /** Since the last digest that told of it; null where none did. */
  change: number | null;
};
