import { loadLiveBasis } from './basis-store.ts';
import { type PetitionBasis, stateAt, type TallyBasis } from './rules.ts';
import { countsOf, type Standing, standingOf } from './standing-rules.ts';

/** A petition as it stands, which no digest has told yet. */
export type PetitionNow = Standing &
  Pick<PetitionBasis, 'slug' | 'title' | 'state'> & {
    /** Since the last digest that told of it; null where none did. */
    change: number | null;
    /** Days of confirmation, in their order. */
    byDay: { day: string; confirmed: number }[];
  };

export type CommitteeNow = { basis: TallyBasis; petitions: PetitionNow[] };

export async function readNow(db: D1Database, committeeId: number, now: Date): Promise<CommitteeNow | null> {
  const basis = await loadLiveBasis(db, committeeId);
  if (!basis) return null;
  const shown = basis.petitions.filter(
    ({ state, opensAt, told }) =>
      told !== null || (opensAt <= now && (state === 'open' || state === 'closed')),
  );
  return { basis, petitions: shown.map((petition) => standingNow(petition, basis, now)) };
}

function standingNow(petition: PetitionBasis, { districts }: TallyBasis, now: Date): PetitionNow {
  const counts = countsOf(petition.counts);
  const standing = standingOf(counts, districts, petition.sources);
  return {
    slug: petition.slug,
    title: petition.title,
    state: stateAt(petition, now),
    ...standing,
    change: petition.told && standing.confirmed - petition.told.confirmed,
    byDay: Object.entries(counts.day)
      .filter(([, confirmed]) => confirmed > 0)
      .map(([day, confirmed]) => ({ day, confirmed }))
      .sort((a, b) => a.day.localeCompare(b.day)),
  };
}
