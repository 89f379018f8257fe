import type { Text } from '../../web/language.ts';
import { day } from '../platform/time/clock.ts';

/** Another deployment that a campaign names. */
export type Neighbor = {
  slug: string;
  name: Text;
  /** Without a slash at its end. */
  address: string;
  /** A verifier key of its log that the kit got by another way. */
  key: string | null;
};

/** The address that stands for this deployment. */
export const here = '';

/** One spelling for each site. An IP address in another notation, and a standard port, are no other site. */
export function addressOf(typed: string): string {
  const { origin, host } = new URL(typed);
  return origin.replace(host, host.replace(/\.(?=:\d+$|$)/, ''));
}

export type Rollup = {
  /** Of the state. */
  name: Text;
  /** `NC` */
  postalCode: string;
  /** The committee of the campaign's council that gets the sum. */
  committee: string | null;
};

export type RollupCity = {
  slug: string;
  name: Text;
  /** Of its deployment, or `here`. */
  address: string;
  /** The slug of the campaign there. */
  campaign: string;
  population: number;
  source: { name: Text; url: string | null; year: number };
  longitude: number;
  latitude: number;
};

/**
 * Why a reading was of no use. Those of the log concern all its cities, and the last two of these end the reading until
 * an organizer begins anew.
 */
export const unreachableReasons = ['no-name', 'no-connection', 'too-slow', 'bad-status'] as const;
export const logReasons = [
  'address-refused',
  'leads-inward',
  'redirects',
  'too-long',
  'wrong-type',
  'unreadable',
  'own-site',
  'other-log',
  'same-log',
  'unsigned',
  'key-changed',
  'unproven',
  'shrank',
  'equivocates',
  'rewritten',
] as const;
export const cityReasons = [
  'no-campaign',
  'too-many-actions',
  'no-statement',
  'not-a-statement',
  'other-campaign',
  'from-the-future',
  'wrong-sums',
  'not-included',
  'contradicts',
  'repeated',
] as const;
export type LogReason = (typeof unreachableReasons)[number] | (typeof logReasons)[number];
export type CityReason = (typeof cityReasons)[number];
export type Reason = LogReason | CityReason;

export function isUnreachable(reason: Reason): boolean {
  return unreachableReasons.some((one) => one === reason);
}

/** A statement that was verified: its signature, its place in the log, its campaign and its sums. */
export type CityStatement = {
  /** The slug of the action there, and `petition` or `survey`. */
  action: string;
  kind: string;
  week: string;
  /** Where the statement can be read. */
  url: string;
  /** Signatures of a petition, answers of a survey. */
  n: number;
  /** Finished trainings of the whole campaign at the end of that week. */
  trained: number;
  index: number;
  /** The hash of its leaf in the log, in hex. */
  leaf: string;
  /** The head under which it was verified. */
  size: number;
  root: string;
  readAt: Date;
};

/**
 * `verified`: read and verified. `late`: no new week for long. `unreachable`: the last attempt got no answer.
 * `refused`: what was answered does not hold. `unread`: not read yet.
 */
export const readingStates = ['verified', 'late', 'unreachable', 'refused', 'unread'] as const;
export type ReadingState = (typeof readingStates)[number];

/** What is known of a city of the roll-up. */
export type CityReading = RollupCity & {
  state: ReadingState;
  /** Why it is `refused` or `unreachable`, or could not be read since it is `late`; null if there is nothing to say. */
  reason: Reason | null;
  /** When the reason first held. */
  reasonAt: Date | null;
  /** The last attempt to read it. */
  readAt: Date | null;
  /** The last time that everything held. */
  verifiedAt: Date | null;
  /** The newest head of its log that was verified. */
  head: { size: number; root: string } | null;
  /** The latest verified week. */
  week: string | null;
  signatures: number;
  answers: number;
  trained: number;
  /** The latest statement of each action. */
  statements: CityStatement[];
  /** Whether its numbers belong into a sum: they were verified, and nothing speaks against them now. */
  counts: boolean;
  /** More signatures, answers or trainings than it has people: shown as such, and in no sum. */
  isAbovePopulation: boolean;
};

/**
 * A week is followed by the next one seven days later, whose statement comes with a digest within a week of its end.
 * Two more days are for the reading.
 */
export const lateAfter = 16 * day;

export type Sum = { cities: number; signatures: number; answers: number; trained: number };

/** People are counted for each city: who signed in two stands in both. */
export function sumOf(readings: readonly CityReading[]): Sum {
  const counted = readings.filter(({ counts }) => counts);
  const add = (key: 'signatures' | 'answers' | 'trained') =>
    counted.reduce((sum, reading) => sum + reading[key], 0);
  return {
    cities: counted.length,
    signatures: add('signatures'),
    answers: add('answers'),
    trained: add('trained'),
  };
}
