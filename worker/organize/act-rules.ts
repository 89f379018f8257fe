/** Of a row before or after an act. Codes, states, counts and ids: never what a person typed, never an opened name. */
export type ActFacts = Record<string, string | number | boolean | null>;

/** Whether what an organizer wrote may not stand in an act: it has an address, a phone number, a ZIP code. */
export function namesSomebody(text: string): boolean {
  return /@|\p{Nd}{5}|\p{Nd}{3}[ .()-]+\p{Nd}{4}/u.test(text.normalize('NFKC'));
}

/** Who did it: an organizer's id, or 'command' for a script. */
export type Actor = string;
export const byCommand: Actor = 'command';

/** What is about to be written into the log. */
export type NewAct = {
  /** Null: of the whole site. */
  campaign: { id: number; slug: string } | null;
  actor: Actor;
  /** One of the `acts` of a section. */
  kind: string;
  /** The id or the slug of what it is about; of a bulk change, what the change is called. */
  subject: string;
  /** What the organizer gave as the reason; a code where there is a list. Empty where none is asked for. */
  reason?: string;
  before?: ActFacts;
  after?: ActFacts;
  /** How many rows it changes: 1 where it is not said. */
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
  /** The id of the act that undid it. */
  undoneBy: string | null;
  prev: string;
  hash: string;
};

/** What the first act of a chain has in the place of a hash before it. */
export function chainStart(campaign: { slug: string } | null): string {
  return `acts of ${campaign === null ? 'the site' : `campaign ${campaign.slug}`}`;
}

type Hashed = Omit<Act, 'seq' | 'campaignId' | 'undoneBy' | 'hash'>;

/** The text whose SHA-256 is the act's hash: JSON of an array, so that nobody can argue about the order of keys. */
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
