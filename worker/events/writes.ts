import type { Commit, WriteKind, WriteKinds } from '../platform/commit/writes.ts';
import { belongingsChangeStatement, type Expected, readBackStatement } from '../signatures/change-store.ts';
import type { CityTime } from '../signatures/city-time.ts';
import { type NewSignature, versionOfHex } from '../signatures/store.ts';
import { arrivalStatements, scopeOf } from '../signatures/writes.ts';
import {
  type Change,
  changeSignUpStatement,
  insertSignUpsStatement,
  meetStatement,
  type NewSignUp,
} from './store.ts';

/** Writes to a sign-up. All other writes are to its signature. */
export type SignUpWrite =
  | { kind: 'sign-up'; ref: string; data: { signature: NewSignature; signUp: NewSignUp } }
  | {
      kind: 'change-sign-up';
      ref: string;
      data: {
        id: string;
        change: Change;
        /** Hex: the person of the signature, sealed anew. */
        person: string;
        expected: Expected;
        cityTime: CityTime;
      };
    };

type DataOf<Kind extends SignUpWrite['kind']> = Extract<SignUpWrite, { kind: Kind }>['data'];

const statements: {
  [Kind in SignUpWrite['kind']]: (db: D1Database, data: DataOf<Kind>[]) => D1PreparedStatement[];
} = {
  'sign-up': (db, sent) => [
    ...arrivalStatements(
      db,
      sent.map(({ signature }) => signature),
    ),
    insertSignUpsStatement(
      db,
      sent.map(({ signUp }) => signUp),
    ),
  ],
  'change-sign-up': (db, changed) =>
    changed.flatMap(({ id, change, person, expected, cityTime }) => {
      const changing = { change, signatureVersion: versionOfHex(person), at: cityTime.at };
      return [
        belongingsChangeStatement(db, id, { expected, sealed: person, cityTime }),
        meetStatement(db, id, changing),
        changeSignUpStatement(db, id, changing),
      ];
    }),
};

export const signUpWrites: WriteKinds = {
  kinds: new Map(Object.entries(statements).map(([kind, make]) => [kind, make as WriteKind])),
  readBack: readBackStatement,
};

export function commitSignUp(
  commit: Commit,
  whose: Parameters<typeof scopeOf>[0],
  write: SignUpWrite,
): ReturnType<Commit> {
  return commit(scopeOf(whose), write);
}
