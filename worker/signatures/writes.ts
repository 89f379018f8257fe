import { reachedThresholds, reachThresholdsStatement } from '../actions/store.ts';
import type { Commit, Scope, WriteKind } from '../platform/commit/writes.ts';
import { enqueueFoundStatement } from '../platform/mail/enqueue-found.ts';
import { enqueueStatement, forgetStatement } from '../platform/mail/outbox.ts';
import { tellWebhooksStatement } from '../webhooks/store.ts';
import {
  acknowledgeStatement,
  type Correction,
  correctStatement,
  eraseStatement,
  type Moment,
  outdoneStatement,
  type Seen,
  type Settlement,
  settleStatement,
  withdrawStatement,
} from './change-store.ts';
import { mailsAnAddress } from './rules.ts';
import { insertStatement, type NewSignature } from './store.ts';

/** What a supporter does, ready to be committed together with what others do at the same moment. */
export type SignatureWrite =
  | { kind: 'sign'; ref: string; data: NewSignature }
  | { kind: 'confirm'; ref: string; data: Settlement }
  | { kind: 'acknowledge'; ref: string; data: string }
  | { kind: 'correct'; ref: string; data: { id: string; correction: Correction; seen: Seen; moment: Moment } }
  | { kind: 'withdraw'; ref: string; data: { id: string; moment: Moment } }
  | { kind: 'erase'; ref: string; data: { ids: string[]; moment: Moment } };

type DataOf<Kind extends SignatureWrite['kind']> = Extract<SignatureWrite, { kind: Kind }>['data'];

const statements: {
  [Kind in SignatureWrite['kind']]: (db: D1Database, data: DataOf<Kind>[]) => D1PreparedStatement[];
} = {
  sign: arrivalStatements,
  confirm: confirmStatements,
  acknowledge: (db, ids) => [acknowledgeStatement(db, ids)],
  correct: (db, corrections) =>
    corrections.map(({ id, correction, seen, moment }) =>
      correctStatement(db, id, correction, { seen, moment }),
    ),
  withdraw: (db, withdrawn) =>
    withdrawn.flatMap(({ id, moment }) => [withdrawStatement(db, id, moment), forgetStatement(db, [id])]),
  erase: (db, erased) =>
    erased.flatMap(({ ids, moment }) => [
      eraseStatement(db, ids, { state: 'withdrawn', reason: null }, moment),
      forgetStatement(db, ids),
    ]),
};

/** Signatures, and to each the mail that asks to confirm it. */
export function arrivalStatements(db: D1Database, signatures: NewSignature[]): D1PreparedStatement[] {
  return [
    insertStatement(db, signatures),
    enqueueStatement(
      db,
      signatures.map(({ id, inbox }) => ({ ref: id, kind: 'confirm', inboxKey: inbox })),
      { now: latest(signatures.map(({ at }) => at)), cap: mailsAnAddress },
    ),
  ];
}

function confirmStatements(db: D1Database, settlements: Settlement[]): D1PreparedStatement[] {
  const actions = [...new Set(settlements.map(({ actionId }) => actionId))];
  const counted = settlements.filter(({ verdict }) => verdict.state === 'confirmed');
  const now = latest(settlements.map(({ moment }) => moment.at));
  const outdone = Map.groupBy(counted, ({ moment }) => moment.week);
  return [
    settleStatement(db, settlements),
    ...[...outdone.values()].map((group) =>
      outdoneStatement(
        db,
        group.map(({ id }) => id),
        group[0]!.moment,
      ),
    ),
    acknowledgeStatement(
      db,
      settlements.map(({ id }) => id),
    ),
    ...actions.flatMap((action) => [
      reachThresholdsStatement(db, action, now),
      enqueueFoundStatement(db, reachedThresholds, action, now),
      tellWebhooksStatement(db, {
        actionId: action,
        counted: counted.filter(({ actionId }) => actionId === action).map(({ id }) => id),
        now,
      }),
    ]),
  ];
}

function latest(instants: number[]): Date {
  return new Date(Math.max(...instants));
}

export const signatureWrites = new Map<string, WriteKind>(
  Object.entries(statements).map(([kind, make]) => [kind, make as WriteKind]),
);

type Whose = { actionId: number; inbox: string | null };

/** One inbox always meets one intake. */
export function scopeOf({ actionId, inbox }: Whose): Scope {
  return { group: actionId, key: inbox ?? '00000000' };
}

/** Commits with what others do on the same petition. */
export function commitSignature(commit: Commit, whose: Whose, write: SignatureWrite): ReturnType<Commit> {
  return commit(scopeOf(whose), write);
}
