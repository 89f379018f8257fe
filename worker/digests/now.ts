import { loadLiveBasis } from './basis-store.ts';
import { type PetitionBasis, stateAt, type TallyBasis } from './rules.ts';
import { countsOf, type Standing, standingOf } from './standing-rules.ts';
import type { SendKind } from './survey-rules.ts';

/** A petition as it stands, which no digest has told yet. */
export type PetitionNow = Standing &
  Pick<PetitionBasis, 'slug' | 'title' | 'state'> & {
    /** Since the last digest that told of it; null where none did. */
    change: number | null;
    /** Days of confirmation, in their order. */
    byDay: { day: string; confirmed: number }[];
  };

/** How many people answered and how far answers went; what they answered is told once a week. */
export type SurveyNow = PetitionNow & { sends: Record<SendKind, number> };

export type CommitteeNow = { basis: TallyBasis; petitions: PetitionNow[]; surveys: SurveyNow[] };

export async function readNow(db: D1Database, committeeId: number, now: Date): Promise<CommitteeNow | null> {
  const basis = await loadLiveBasis(db, committeeId);
  if (!basis) return null;
  const isShown = ({ state, opensAt, told }: PetitionBasis) =>
    told !== null || (opensAt <= now && (state === 'open' || state === 'closed'));
  return {
    basis,
    petitions: basis.petitions.filter(isShown).map((petition) => standingNow(petition, basis, now)),
    surveys: basis.surveys.filter(isShown).map((survey) => {
      return { ...standingNow(survey, basis, now), sends: survey.sends };
    }),
  };
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
