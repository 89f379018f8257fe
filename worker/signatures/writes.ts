import type { CountedHooks } from '../actions/counted-hooks.ts';
import type { Commit, Scope, WriteKind, WriteKinds } from '../platform/commit/writes.ts';
import { enqueueStatement, forgetStatement } from '../platform/mail/outbox.ts';
import {
  acknowledgeStatement,
  type Correction,
  correctStatement,
  type Expected,
  eraseStatement,
  outdoneStatement,
  type Settlement,
  settleStatement,
  withdrawStatement,
} from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { mailsAnAddress } from './rules.ts';
import { insertStatement, type NewSignature, readBackStatement } from './store.ts';

/** What a supporter does, ready to be committed together with what others do at the same cityTime. */
export type SignatureWrite =
  | { kind: 'sign'; ref: string; data: NewSignature }
  | { kind: 'confirm'; ref: string; data: Settlement }
  | { kind: 'acknowledge'; ref: string; data: string }
  | {
      kind: 'correct';
      ref: string;
      data: { id: string; correction: Correction; expected: Expected; cityTime: CityTime };
    }
  | { kind: 'withdraw'; ref: string; data: { id: string; actionId: number; cityTime: CityTime } }
  | { kind: 'erase'; ref: string; data: { ids: string[]; actionId: number; cityTime: CityTime } };

type DataOf<Kind extends SignatureWrite['kind']> = Extract<SignatureWrite, { kind: Kind }>['data'];

type Makers = {
  [Kind in SignatureWrite['kind']]: (db: D1Database, data: DataOf<Kind>[]) => D1PreparedStatement[];
};

const makersWith = (hooks: CountedHooks): Makers => ({
  sign: arrivalStatements,
  confirm: (db, settlements) => [
    ...confirmStatements(db, settlements),
    ...startStatements(db, settlements, hooks),
  ],
  acknowledge: (db, ids) => [acknowledgeStatement(db, ids)],
  correct: (db, corrections) =>
    corrections.map(({ id, correction, expected, cityTime }) =>
      correctStatement(db, id, correction, { expected, cityTime }),
    ),
  withdraw: (db, withdrawn) =>
    withdrawn.flatMap(({ id, actionId, cityTime }) => [
      withdrawStatement(db, id, cityTime),
      forgetStatement(db, [id]),
      ...(hooks.stops?.(db, { actionId, ids: [id], now: new Date(cityTime.at) }) ?? []),
    ]),
  erase: (db, erased) =>
    erased.flatMap(({ ids, actionId, cityTime }) => [
      eraseStatement(db, ids, { state: 'withdrawn', reason: null }, cityTime),
      forgetStatement(db, ids),
      ...(hooks.stops?.(db, { actionId, ids, now: new Date(cityTime.at) }) ?? []),
    ]),
});

/** Signatures, and to each the mail that asks to confirm it. */
export function arrivalStatements(db: D1Database, signatures: NewSignature[]): D1PreparedStatement[] {
  return [
    insertStatement(db, signatures),
    enqueueStatement(
      db,
      signatures.map(({ id, inboxKey }) => ({ ref: id, kind: 'confirm', inboxKey })),
      { now: latest(signatures.map(({ at }) => at)), cap: mailsAnAddress },
    ),
  ];
}

function confirmStatements(db: D1Database, settlements: Settlement[]): D1PreparedStatement[] {
  const counted = settlements.filter(({ verdict }) => verdict.state === 'confirmed');
  const outdone = Map.groupBy(counted, ({ cityTime }) => cityTime.week);
  return [
    settleStatement(db, settlements),
    ...[...outdone.values()].map((group) =>
      outdoneStatement(
        db,
        group.map(({ id }) => id),
        group[0]!.cityTime,
      ),
    ),
    acknowledgeStatement(
      db,
      settlements.map(({ id }) => id),
    ),
  ];
}

/** What other features add to the transaction in which signatures start to count. */
function startStatements(
  db: D1Database,
  settlements: Settlement[],
  { starts }: CountedHooks,
): D1PreparedStatement[] {
  const now = latest(settlements.map(({ cityTime }) => cityTime.at));
  const counted = settlements.filter(({ verdict }) => verdict.state === 'confirmed');
  return [...Map.groupBy(counted, ({ actionId }) => actionId)].flatMap(([actionId, group]) => {
    return starts?.(db, { actionId, ids: group.map(({ id }) => id), now }) ?? [];
  });
}

function latest(instants: number[]): Date {
  return new Date(Math.max(...instants));
}

export function signatureWrites(hooks: CountedHooks): WriteKinds {
  return {
    kinds: new Map(Object.entries(makersWith(hooks)).map(([kind, make]) => [kind, make as WriteKind])),
    readBack: readBackStatement,
  };
}

type Whose = { actionId: number; inboxKey: string | null };

/** One inbox always meets one intake. */
export function scopeOf({ actionId, inboxKey }: Whose): Scope {
  return { group: actionId, key: inboxKey ?? '00000000' };
}

/** Commits with what others do on the same petition. */
export function commitSignature(commit: Commit, whose: Whose, write: SignatureWrite): ReturnType<Commit> {
  return commit(scopeOf(whose), write);
}
