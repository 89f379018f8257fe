import type { Commit, WriteKind, WriteKinds } from '../platform/commit/writes.ts';
import { belongingsChangeStatement, type Expected, readBackStatement } from '../signatures/change-store.ts';
import type { CityTime } from '../signatures/city-time.ts';
import { type NewSignature, versionOfHex } from '../signatures/store.ts';
import { arrivalStatements, scopeOf } from '../signatures/writes.ts';
import { type ClosedDraft, closeDraftsStatement } from './draft-store.ts';
import { type Amendment, amendStatement, insertResponsesStatement, type NewResponse } from './store.ts';

/** Writes to a response. All other writes are to its signature. */
export type SurveyWrite =
  | {
      kind: 'respond';
      ref: string;
      data: {
        signature: NewSignature;
        response: NewResponse;
        /** The draft that was sent. */
        closed: ClosedDraft | null;
      };
    }
  | {
      kind: 'amend';
      ref: string;
      data: {
        id: string;
        amendment: Amendment;
        /** Hex: the person of the signature, sealed anew. */
        person: string;
        /** Of the signature, and of its answers. */
        expected: Expected & { answersVersion: string };
        cityTime: CityTime;
      };
    };

type DataOf<Kind extends SurveyWrite['kind']> = Extract<SurveyWrite, { kind: Kind }>['data'];

const statements: {
  [Kind in SurveyWrite['kind']]: (db: D1Database, data: DataOf<Kind>[]) => D1PreparedStatement[];
} = {
  respond: (db, sent) => [
    ...arrivalStatements(
      db,
      sent.map(({ signature }) => signature),
    ),
    insertResponsesStatement(
      db,
      sent.map(({ response }) => response),
    ),
    ...closeStatements(
      db,
      sent.flatMap(({ closed }) => closed ?? []),
    ),
  ],
  // The trigger that updates the counts reads the week of the change, so it comes first.
  amend: (db, amended) =>
    amended.flatMap(({ id, amendment, person, expected, cityTime }) => [
      belongingsChangeStatement(db, id, { expected, sealed: person, cityTime }),
      amendStatement(db, id, {
        amendment,
        expected: { answersVersion: expected.answersVersion, signatureVersion: versionOfHex(person) },
      }),
    ]),
};

function closeStatements(db: D1Database, drafts: ClosedDraft[]): D1PreparedStatement[] {
  return drafts.length === 0 ? [] : [closeDraftsStatement(db, drafts)];
}

export const surveyWrites: WriteKinds = {
  kinds: new Map(Object.entries(statements).map(([kind, make]) => [kind, make as WriteKind])),
  readBack: readBackStatement,
};

export function commitResponse(
  commit: Commit,
  whose: Parameters<typeof scopeOf>[0],
  write: SurveyWrite,
): ReturnType<Commit> {
  return commit(scopeOf(whose), write);
}
