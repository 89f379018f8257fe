import { fromBlob } from '../platform/crypto/bytes.ts';
import { contentVersion } from '../signatures/store.ts';
import type { Survey } from './rules.ts';
import type { WordsState } from './store.ts';

/** Words, still sealed, that a person who counts shares with the committee. */
export type SharedWords = {
  id: string;
  /** Hex. It changes whenever the answers change. */
  contentVersion: string;
  slug: string;
  survey: Survey;
  sealed: Uint8Array;
  state: WordsState;
  at: Date;
};

type Row = {
  id: string;
  contentVersion: string;
  slug: string;
  content: string;
  sealed: number[];
  words_state: WordsState;
  words_at: number;
};

/** From all surveys, those that have waited longest first. */
export async function listSharedWords(db: D1Database, states: WordsState[]): Promise<SharedWords[]> {
  const { results } = await db
    .prepare(
      `SELECT signature_id AS id, ${contentVersion.replaceAll('sealed', 'responses.sealed')} AS contentVersion, slug, content,
        responses.sealed, words_state, words_at
      FROM responses JOIN signatures ON signatures.id = signature_id
        JOIN actions ON actions.id = responses.action_id
        JOIN surveys ON surveys.action_id = responses.action_id
      WHERE words_state IN (SELECT value FROM json_each(?)) AND signatures.state = 'confirmed'
        AND responses.sealed IS NOT NULL
      ORDER BY words_at`,
    )
    .bind(JSON.stringify(states))
    .all<Row>();
  return results.map(({ content, sealed, words_state, words_at, ...row }) => ({
    ...row,
    survey: JSON.parse(content),
    sealed: fromBlob(sealed),
    state: words_state,
    at: new Date(words_at),
  }));
}

/** Applies only if the words are still those that were read; else false. */
export async function decideWords(
  db: D1Database,
  { id, contentVersion: expected }: Pick<SharedWords, 'id' | 'contentVersion'>,
  to: 'shown' | 'hidden',
): Promise<boolean> {
  const { meta } = await db
    .prepare(
      `UPDATE responses SET words_state = ?3
      WHERE signature_id = ?1 AND words_state IS NOT NULL AND ${contentVersion} = ?2`,
    )
    .bind(id, expected, to)
    .run();
  return meta.changes > 0;
}
