import { env } from 'cloudflare:workers';
import type { DigestMaking } from '../../worker/digests/make-digests.ts';
import type { DigestHead } from '../../worker/digests/rules.ts';
import type { ActionTally } from '../../worker/digests/tally-rules.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { createKeyring } from '../../worker/platform/crypto/keyring.ts';
import { type Env, readSettings } from '../../worker/platform/settings.ts';
import type { ReadableSurvey, SurveyTally } from '../../worker/surveys/digest/survey-tally-rules.ts';

export const sections = await shippedHouse.digestSections();

/** What a run makes digests with. `closings` is empty where a test stores counts without their signatures. */
export function digestMaking(
  db: D1Database = env.DB,
  closings: DigestMaking['closings'] = shippedHouse.digestClosings,
): DigestMaking {
  const settings = readSettings(env as unknown as Env);
  return { db, settings, keyring: createKeyring(settings.keyring), sections, closings };
}

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
