import { fromBlob } from '../platform/crypto/bytes.ts';
import { contentVersion } from '../signatures/store.ts';
import type { Survey } from './rules.ts';

export type WordsState = 'waiting' | 'shown' | 'hidden';

/** The response of a signature, with its answers still sealed. */
export type Response = {
  id: string;
  actionId: number;
  /** The version of the questions that were answered. */
  version: string;
  /** Null once erased. */
  sealed: Uint8Array | null;
  wordsState: WordsState | null;
  wordsAt: Date | null;
};

/** A response on its way into the database, as plain JSON: blobs are hex, instants milliseconds. */
export type NewResponse = {
  id: string;
  action: number;
  version: string;
  sealed: string;
  /** JSON, as `storedMeasures` writes it. */
  measures: string;
  wordsState: WordsState | null;
  wordsAt: number | null;
  sendKey: string;
};

type ResponseRow = {
  signature_id: string;
  action_id: number;
  version: string;
  sealed: number[] | null;
  words_state: WordsState | null;
  words_at: number | null;
};

export async function findSurvey(db: D1Database, actionId: number): Promise<Survey | null> {
  const content = await db
    .prepare('SELECT content FROM surveys WHERE action_id = ?')
    .bind(actionId)
    .first<string>('content');
  return content === null ? null : JSON.parse(content);
}

/** The signatures must exist. Responses that are stored already stay as they are. */
export function insertResponsesStatement(db: D1Database, responses: NewResponse[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO responses
        (signature_id, action_id, version, sealed, measures, words_state, words_at, send_key)
      SELECT value ->> 'id', value ->> 'action', value ->> 'version', unhex(value ->> 'sealed'),
        value ->> 'measures', value ->> 'wordsState', value ->> 'wordsAt', unhex(value ->> 'sendKey')
      FROM json_each(?) WHERE true ON CONFLICT (signature_id) DO NOTHING`,
    )
    .bind(JSON.stringify(responses));
}

export async function findResponse(db: D1Database, id: string): Promise<Response | null> {
  const row = await db
    .prepare('SELECT * FROM responses WHERE signature_id = ?')
    .bind(id)
    .first<ResponseRow>();
  return row && responseOf(row);
}

export type Amendment = Pick<NewResponse, 'version' | 'sealed' | 'measures' | 'wordsState' | 'wordsAt'>;

/** Applies only if signature and answers have the `expected` versions. A trigger updates the counts. */
export function amendStatement(
  db: D1Database,
  id: string,
  {
    amendment,
    expected,
  }: { amendment: Amendment; expected: { answersVersion: string; signatureVersion: string } },
): D1PreparedStatement {
  const { version, sealed, measures, wordsState, wordsAt } = amendment;
  return db
    .prepare(
      `UPDATE responses SET version = ?4, sealed = unhex(?5), measures = ?6, words_state = ?7, words_at = ?8,
        words_counted = EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND state = 'confirmed')
      WHERE signature_id = ?1 AND ${contentVersion} = ?3
        AND EXISTS (SELECT 1 FROM signatures WHERE id = ?1 AND ${contentVersion} = ?2)`,
    )
    .bind(
      id,
      expected.signatureVersion,
      expected.answersVersion,
      version,
      sealed,
      measures,
      wordsState,
      wordsAt,
    );
}

/** Deletes the answers of erased signatures. Their counts stay. */
export function eraseResponsesStatement(db: D1Database, signatureIds: string[]): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE responses SET sealed = NULL, words_state = NULL, words_at = NULL
      WHERE signature_id IN (SELECT value FROM json_each(?)) AND responses.sealed IS NOT NULL
        AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND erased_at IS NOT NULL)`,
    )
    .bind(JSON.stringify(signatureIds));
}

function responseOf(row: ResponseRow): Response {
  return {
    id: row.signature_id,
    actionId: row.action_id,
    version: row.version,
    sealed: row.sealed && fromBlob(row.sealed),
    wordsState: row.words_state,
    wordsAt: row.words_at === null ? null : new Date(row.words_at),
  };
}
