import type { SourcedFact } from '../../../web/components/fact.tsx';

export type PetitionThreshold = {
  signatures: number;
  name: string;
  /** YYYY-MM-DD */
  reachedOn: string | null;
};

export type PetitionStep = {
  name: string;
  text: string | null;
  /** YYYY-MM-DD, or null where no date is known. */
  on: string | null;
  when: 'past' | 'now' | 'next' | 'later';
};

/** What a petition is known by, and where it stands; a survey too. */
export type Standing = {
  slug: string;
  title: string;
  ask: string;
  /** Safe HTML, rendered from Markdown by the worker. */
  bodyHtml: string;
  addressedTo: { committee: string; council: string };
  /** 'upcoming' is an open petition whose opening date lies ahead. */
  state: 'upcoming' | 'open' | 'closed' | 'rejected' | 'removed';
  opensOn: string;
  /** While open, the day it will close if one is set; once closed, the day it did. */
  closesOn: string | null;
  /** Why it was rejected. */
  rejection: string | null;
  counts: { confirmed: number; unconfirmed: number };
  asOf: Date;
  timeZone: string;
};

export type Petition = Standing & {
  /** Rising. */
  thresholds: PetitionThreshold[];
  /** The first that the count has not reached, or null. */
  nextThreshold: { signatures: number; name: string } | null;
  facts: SourcedFact[];
  recentNames: { name: string; place: string | null; on: string }[];
  /** Opened, thresholds, committee, response; made from the rest where empty. */
  timeline: PetitionStep[];
};
