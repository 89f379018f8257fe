import type { SendKind } from '../surveys/digest/rules.ts';
import { countsOf, type Standing, standingOf } from './counts-rules.ts';
import { type ActionSnapshot, type DigestSnapshot, stateAt } from './rules.ts';
import { loadLiveSnapshot } from './snapshot-store.ts';

/** A petition as it stands, which no digest has told yet. */
export type PetitionNow = Standing &
  Pick<ActionSnapshot, 'slug' | 'title' | 'state'> & {
    /** Since the last digest that told of it; null where none did. */
    change: number | null;
    /** Days of confirmation, in their order. */
    byDay: { day: string; confirmed: number }[];
  };

/** How many people answered and how far answers went; what they answered is told once a week. */
export type SurveyNow = PetitionNow & { sends: Record<SendKind, number> };

export type CommitteeNow = { snapshot: DigestSnapshot; petitions: PetitionNow[]; surveys: SurveyNow[] };

export async function readNow(db: D1Database, committeeId: number, now: Date): Promise<CommitteeNow | null> {
  const snapshot = await loadLiveSnapshot(db, committeeId);
  if (!snapshot) return null;
  const isShown = ({ state, opensAt, told }: ActionSnapshot) =>
    told !== null || (opensAt <= now && (state === 'open' || state === 'closed'));
  return {
    snapshot,
    petitions: snapshot.petitions.filter(isShown).map((petition) => standingNow(petition, snapshot, now)),
    surveys: snapshot.surveys.filter(isShown).map((survey) => {
      return { ...standingNow(survey, snapshot, now), sends: survey.sends };
    }),
  };
}

function standingNow(petition: ActionSnapshot, { districts }: DigestSnapshot, now: Date): PetitionNow {
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
