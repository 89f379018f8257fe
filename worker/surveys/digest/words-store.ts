import { fromBlob } from '../../platform/crypto/bytes.ts';
import { type Query, rowsQuery, type Subquery } from '../../platform/query.ts';
import type { Survey } from '../rules.ts';

export type SealedWords = { id: string; sharedAt: number; sealed: Uint8Array; survey: Survey };

type SealedRow = { id: string; sharedAt: number; sealed: number[]; content: string };

/** The sentences of frozen tallies that are still shown. */
export function sealedWordsQuery(db: D1Database, told: Subquery): Query<SealedWords[]> {
  const statement = db
    .prepare(
      `SELECT DISTINCT signature_id AS id, words_at AS sharedAt, responses.sealed, surveys.content
      FROM (${told.sql}) AS told CROSS JOIN json_each(told.tallies) AS tally
        CROSS JOIN json_each(tally.value, '$.words') AS word
        CROSS JOIN responses ON signature_id = word.value ->> 'id'
        CROSS JOIN signatures ON signatures.id = signature_id
        CROSS JOIN surveys ON surveys.action_id = responses.action_id
      WHERE words_state = 'shown' AND signatures.state = 'confirmed' AND responses.sealed IS NOT NULL`,
    )
    .bind(told.value);
  return rowsQuery(statement, (rows: SealedRow[]) =>
    rows.map(({ id, sharedAt, sealed, content }) => {
      return { id, sharedAt, sealed: fromBlob(sealed), survey: JSON.parse(content) };
    }),
  );
}
