import { fromBlob } from '../../platform/crypto/bytes.ts';
import type { Survey } from '../rules.ts';

export type SealedWords = { id: string; sharedAt: number; sealed: Uint8Array; survey: Survey };

type SealedRow = { id: string; sharedAt: number; sealed: number[]; content: string };

/** The ids of these responses that are still shown. */
export async function listSealedWords(db: D1Database, ids: string[]): Promise<SealedWords[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, words_at AS sharedAt, responses.sealed, content
      FROM json_each(?) CROSS JOIN responses ON signature_id = value
        CROSS JOIN signatures ON signatures.id = signature_id
        CROSS JOIN surveys ON surveys.action_id = responses.action_id
      WHERE words_state = 'shown' AND state = 'confirmed' AND responses.sealed IS NOT NULL`,
    )
    .bind(JSON.stringify(ids))
    .all<SealedRow>();
  return results.map(({ id, sharedAt, sealed, content }) => {
    return { id, sharedAt, sealed: fromBlob(sealed), survey: JSON.parse(content) };
  });
}
