import type { Text } from '../../web/language.ts';

export const stakeholderKinds = ['decides', 'police', 'survivors', 'shares'] as const;
export type StakeholderKind = (typeof stakeholderKinds)[number];

/** In the order of a scale; `absent` stands outside of it: an empty seat, or one that will not vote. */
export const positions = ['for', 'leans-for', 'unknown', 'leans-against', 'against', 'absent'] as const;
export type Position = (typeof positions)[number];

/** From none to what decides. */
export const influences = [0, 1, 2, 3] as const;
export type Influence = (typeof influences)[number];

export const evidenceKinds = ['statement', 'vote', 'meeting', 'document'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

export const tieKinds = ['reports-to', 'sits-with', 'advises', 'funds', 'trusts', 'has-access'] as const;
export type TieKind = (typeof tieKinds)[number];

/** An office or an organization. There is no place for a person's name, family, health or home. */
export type Stakeholder = {
  id: string;
  name: Text;
  /** What it is there for; may be empty. */
  about: Text;
  state: 'stands' | 'gone';
  version: number;
  changeId: string;
  kind: StakeholderKind;
  seat: string | null;
  isTarget: boolean;
  isAgent: boolean;
  /** From the newest evidence; it fades. Without a day where it says nothing. */
  support: Position;
  supportOn: string | null;
  influence: Influence | null;
  influenceOn: string | null;
};

export type Evidence = {
  id: string;
  kind: EvidenceKind;
  on: string;
  support: Position | null;
  influence: Influence | null;
  /** An office or an organization, such as "Minutes of the committee". */
  saidBy: string;
  link: string | null;
  what: string;
};

export type Tie = { id: string; fromId: string; toId: string; kind: TieKind };

/** So many days a position holds after its evidence. */
export const positionLasts = 90;

/** The oldest day whose evidence still holds. */
export function fadesBefore(today: string): string {
  return addDays(today, -positionLasts);
}

export function addDays(isoDate: string, days: number): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Where somebody stands today: unknown without evidence, and once the newest is older than 90 days. */
export function positionOf(
  { support, supportOn }: Pick<Stakeholder, 'support' | 'supportOn'>,
  today: string,
): Position {
  return supportOn === null || supportOn < fadesBefore(today) ? 'unknown' : support;
}

/** Something was known, and it is too old. */
export function hasFaded({ supportOn }: Pick<Stakeholder, 'supportOn'>, today: string): boolean {
  return supportOn !== null && supportOn < fadesBefore(today);
}

export type RoadCount = Record<Exclude<Position, 'unknown'>, number>;

/** What is still needed: votes that nobody has promised yet, and how many of them lean. */
export function roadOf(known: readonly Position[], { seats, majority }: { seats: number; majority: number }) {
  const of = (position: Position) => known.filter((one) => one === position).length;
  const count: RoadCount = {
    for: of('for'),
    'leans-for': of('leans-for'),
    'leans-against': of('leans-against'),
    against: of('against'),
    absent: of('absent'),
  };
  const stated = Object.values(count).reduce((sum, n) => sum + n, 0);
  const missing = Math.max(0, majority - count.for);
  return {
    count,
    unknown: Math.max(0, seats - stated),
    missing,
    /** Those that could still be won: neither for it, nor against it, nor absent. */
    open: seats - count.for - count.against - count.absent,
    majority,
  };
}

/**
 * Who could move whom, by a tie: whom somebody trusts, reports to, or is advised or funded by; and who has access.
 * Sitting together works both ways.
 */
export function movesTo({ fromId, toId, kind }: Tie): { by: string; whom: string }[] {
  if (kind === 'trusts' || kind === 'reports-to') return [{ by: toId, whom: fromId }];
  const there = { by: fromId, whom: toId };
  return kind === 'sits-with' ? [there, { by: toId, whom: fromId }] : [there];
}

/** Ways to look at the list. Each is read from an index of its own. */
export const looks = [
  'all',
  'influence',
  'evidence',
  'target',
  'agent',
  ...stakeholderKinds,
  ...positions,
] as const;
export type Look = (typeof looks)[number];

export function asLook(given: string | undefined): Look {
  return looks.find((look) => look === given) ?? 'all';
}

/** What a look keeps, and in which order. */
export type Keep = {
  by: 'name' | 'influence' | 'evidence';
  mark?: 'is_target' | 'is_agent';
  kind?: StakeholderKind;
  position?: Position;
};

export function keepOf(look: Look): Keep {
  if (look === 'all') return { by: 'name' };
  if (look === 'influence' || look === 'evidence') return { by: look };
  if (look === 'target') return { by: 'name', mark: 'is_target' };
  if (look === 'agent') return { by: 'name', mark: 'is_agent' };
  const kind = stakeholderKinds.find((one) => one === look);
  if (kind) return { by: 'name', kind };
  const position = positions.find((one) => one === look);
  return position ? { by: 'evidence', position } : { by: 'name' };
}

/** The value after which the next page begins. */
export function keyOf(one: Stakeholder, { by }: Keep): string | number {
  return { name: sortName(one.name), influence: one.influence ?? -1, evidence: one.supportOn ?? '' }[by];
}

/** The English name as lists sort it. */
export function sortName(name: Text): string {
  return asSorted(name.en);
}

export function asSorted(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().slice(0, 80);
}

export const mostStakeholders = 5000;
export const mostTies = 15_000;
/** Evidence of one stakeholder. */
export const mostEvidence = 500;
/** The map and the grid draw so many, those with the most influence first. */
export const drawn = { stakeholders: 200, ties: 600 };
