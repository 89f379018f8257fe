import type { Text } from '../../../web/language.ts';
import type { NamedPartner } from '../../coalition/credit-rules.ts';
import type { SourceKind } from '../../coalition/rules.ts';
import type { ActionKind, ActionState } from '../rules.ts';

/**
 * What came through a source or a partner. Openings count pages and widgets, the other numbers count signatures and
 * responses.
 */
export type Brought = {
  opened: number;
  received: number;
  /** Those that count, each credited to one source. */
  credited: number;
  /** Duplicates of people who count by another partner, or by the campaign itself. */
  elsewhere: number;
  /** The rest of what was received: waiting, sent twice by one partner, taken back, not valid. */
  uncounted: number;
};

export type SourceBrought = Brought & { source: string; name: Text; kind: SourceKind };
/** Null for the campaign itself. */
export type PartnerCredit = { partner: NamedPartner | null; credited: number };

/** An action as one partner sees it. */
export type ActionBrought = {
  kind: ActionKind;
  slug: string;
  title: Text;
  state: ActionState;
  /** The total, which is the same for every partner. */
  confirmed: number;
  /** Adds up to `confirmed`; the largest first, the campaign itself last. */
  credits: PartnerCredit[];
  /** The partner's own sources, and their sum. */
  sources: SourceBrought[];
  own: Brought;
};

/** The counts of one action, all from the same moment. */
export type ActionBroughtSnapshot = Pick<ActionBrought, 'kind' | 'slug' | 'title' | 'state' | 'confirmed'> & {
  credited: { source: string; n: number }[];
  received: { source: string; n: number }[];
  /** `countedBy` is the source that is credited instead. */
  overlaps: { source: string; countedBy: string; n: number }[];
  opened: { source: string; n: number }[];
};

export type BroughtSnapshot = {
  partners: (NamedPartner & { retired: boolean })[];
  sources: { slug: string; name: Text; kind: SourceKind; partner: string | null }[];
  actions: ActionBroughtSnapshot[];
};

/** What each action got through one partner, and what everybody brought. */
export function broughtBy(partner: string, snapshot: BroughtSnapshot): ActionBrought[] {
  const owners = new Map(snapshot.sources.map(({ slug, partner }) => [slug, partner]));
  const ownerOf = (source: string) => owners.get(source) ?? null;
  const ownSources = snapshot.sources.filter((source) => source.partner === partner);
  return snapshot.actions.map((action) => {
    const { kind, slug, title, state, confirmed } = action;
    const sources = ownSources.map(({ slug, name, kind }) => {
      return { source: slug, name, kind, ...broughtByOne(slug, action, ownerOf) };
    });
    return {
      kind,
      slug,
      title,
      state,
      confirmed,
      credits: creditsOf(action, snapshot.partners, ownerOf),
      sources,
      own: sumOf(sources),
    };
  });
}

type OwnerOf = (source: string) => string | null;

function broughtByOne(slug: string, action: ActionBroughtSnapshot, ownerOf: OwnerOf): Brought {
  const ofThis = (lines: { source: string; n: number }[]) =>
    total(lines.filter(({ source }) => source === slug));
  const received = ofThis(action.received);
  const credited = ofThis(action.credited);
  const elsewhere = ofThis(
    action.overlaps.filter(({ source, countedBy }) => ownerOf(countedBy) !== ownerOf(source)),
  );
  return {
    opened: ofThis(action.opened),
    received,
    credited,
    elsewhere,
    uncounted: received - credited - elsewhere,
  };
}

function sumOf(sources: Brought[]): Brought {
  const sum = (key: keyof Brought) => sources.reduce((so, source) => so + source[key], 0);
  return {
    opened: sum('opened'),
    received: sum('received'),
    credited: sum('credited'),
    elsewhere: sum('elsewhere'),
    uncounted: sum('uncounted'),
  };
}

/** A partner that has left is still named while something counts that came through it. */
function creditsOf(
  { credited }: ActionBroughtSnapshot,
  partners: BroughtSnapshot['partners'],
  ownerOf: OwnerOf,
): PartnerCredit[] {
  const of = (slug: string | null) => total(credited.filter(({ source }) => ownerOf(source) === slug));
  const named = partners
    .map(({ slug, name, retired }) => ({ partner: { slug, name }, retired, credited: of(slug) }))
    .filter(({ retired, credited }) => !retired || credited > 0)
    .map(({ partner, credited }) => ({ partner, credited }))
    .sort((a, b) => b.credited - a.credited);
  return [...named, { partner: null, credited: of(null) }];
}

function total(lines: { n: number }[]): number {
  return lines.reduce((sum, { n }) => sum + n, 0);
}

/** Messages for the log about numbers that do not add up; empty if every action balances. */
export function imbalancesOfActions(actions: ActionBrought[]): string[] {
  return actions.flatMap(({ slug, confirmed, credits, sources }) => {
    const sum = credits.reduce((so, { credited }) => so + credited, 0);
    const wrong = sources.filter(
      (source) => Math.min(source.credited, source.elsewhere, source.uncounted) < 0,
    );
    return [
      ...(sum === confirmed ? [] : [`${slug}: sources add up to ${sum} of ${confirmed}`]),
      ...wrong.map(
        ({ source, received }) => `${slug}: ${source} brought more than the ${received} it received`,
      ),
    ];
  });
}
