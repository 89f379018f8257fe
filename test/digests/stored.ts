import { env } from 'cloudflare:workers';
import type { DigestHead } from '../../worker/digests/rules.ts';
import type { ActionTally } from '../../worker/digests/tally-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import type { ReadableSurvey, SurveyTally } from '../../worker/surveys/digest/survey-tally-rules.ts';

export const sections = shippedHouse.digestSections;

/** A digest's content as it is stored, with the sections that exist now. */
export type StoredContent = DigestHead & { petitions: ActionTally[]; surveys?: SurveyTally[] };
/** The same content as it is read back. */
export type ReadableContent = DigestHead & { petitions: ActionTally[]; surveys?: ReadableSurvey[] };

/** All digests of a committee, oldest first. */
export async function storedDigests(committeeId: number) {
  const { results } = await env.DB.prepare(
    'SELECT id, mailed, content FROM digests WHERE committee_id = ? ORDER BY week',
  )
    .bind(committeeId)
    .all<{ id: string; mailed: number; content: string }>();
  return results.map(({ id, mailed, content }) => {
    return { id, isMailed: mailed === 1, content: JSON.parse(content) as StoredContent };
  });
}
