/** Facts about a row before or after an act: codes, states, counts and ids, never what a person typed or a name. */
export type ActFacts = Record<string, string | number | boolean | null>;

/** Whether an organizer's text must stay out of an act, because it has an address, a phone number or a ZIP code. */
export function namesSomebody(text: string): boolean {
  return /@|\p{Nd}{5}|\p{Nd}{3}[ .()-]+\p{Nd}{4}/u.test(text.normalize('NFKC'));
}

/** An organizer's id, or 'command' for a script. */
export type Actor = string;
export const byCommand: Actor = 'command';

/** An act to be written to the log. */
export type NewAct = {
  /** Null for an act of the whole site. */
  campaign: { id: number; slug: string } | null;
  actor: Actor;
  /** One of the `acts` of a section. */
  kind: string;
  /** The id or slug of what it is about; for a bulk change, the name of the change. */
  subject: string;
  /** The organizer's reason, as a code where there is a list of reasons. Empty if none is asked for. */
  reason?: string;
  before?: ActFacts;
  after?: ActFacts;
  /** How many rows it changes; 1 by default. */
  count?: number;
  /** What the rows of a bulk change have in common. */
  batch?: string;
  /** The id of the act that it undoes. */
  undoes?: string;
};

export type Act = {
  seq: number;
  id: string;
  campaignId: number | null;
  at: Date;
  actor: Actor;
  kind: string;
  subject: string;
  reason: string;
  before: ActFacts;
  after: ActFacts;
  count: number;
  batch: string | null;
  undoes: string | null;
  /** The kind of the act that it undoes. */
  undoneKind: string | null;
  /** The id of the act that undid it. */
  undoneBy: string | null;
  prev: string;
  hash: string;
};

/** Stands for the previous hash in the first act of a chain. */
export function chainStart(campaign: { slug: string } | null): string {
  return `acts of ${campaign === null ? 'the site' : `campaign ${campaign.slug}`}`;
}

type Hashed = Omit<Act, 'seq' | 'campaignId' | 'undoneKind' | 'undoneBy' | 'hash'>;

/** The text whose SHA-256 is the act's hash. It is a JSON array, so that the order of keys cannot matter. */
export function hashedText(act: Hashed): string {
  return JSON.stringify([
    act.prev,
    act.id,
    act.at.getTime(),
    act.actor,
    act.kind,
    act.subject,
    act.reason,
    sorted(act.before),
    sorted(act.after),
    act.count,
    act.batch,
    act.undoes,
  ]);
}

function sorted(facts: ActFacts): [string, ActFacts[string]][] {
  return Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
