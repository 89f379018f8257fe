import type { CountedHooks } from '../actions/counted-hooks.ts';
import type { Commit, Scope, WriteKind, WriteKinds } from '../platform/commit/writes.ts';
import { cancelStatement, enqueueStatement } from '../platform/mail/outbox.ts';
import {
  acknowledgeStatement,
  type CorrectionWrite,
  correctStatement,
  eraseStatement,
  type Replacement,
  readBackStatement,
  replaceStatement,
  type Settlement,
  settleStatement,
  withdrawStatement,
} from './change-store.ts';
import type { CityTime } from './city-time.ts';
import { countedIds, replacedIds, startedIds } from './counted-store.ts';
import { asideStatement } from './decision-store.ts';
import type { ErasedHook } from './erased-hook.ts';
import { type Judged, judgeRound, type Press } from './judge-round.ts';
import { mailsAnAddress, mailsAnAlias } from './rules.ts';
import { insertStatement, type NewSignature } from './store.ts';

/** A supporter's write, which is committed together with what others do at the same moment. */
export type SignatureWrite =
  | { kind: 'sign'; ref: string; data: NewSignature }
  | { kind: 'confirm'; ref: string; data: Press }
  | { kind: 'correct'; ref: string; data: CorrectionWrite }
  | { kind: 'withdraw'; ref: string; data: { id: string; actionId: number; cityTime: CityTime } }
  | { kind: 'erase'; ref: string; data: { ids: string[]; actionId: number; cityTime: CityTime } };

type DataOf<Kind extends SignatureWrite['kind']> = Extract<SignatureWrite, { kind: Kind }>['data'];

/** The result of judging a press, by the time its statements are made. */
type Complete<Kind extends SignatureWrite['kind']> = Kind extends 'confirm' ? Judged : DataOf<Kind>;

type Makers = {
  [Kind in SignatureWrite['kind']]: (db: D1Database, data: Complete<Kind>[]) => D1PreparedStatement[];
};

/** What other features add to the transactions of signatures. */
export type SignatureHooks = { whenCounted: CountedHooks; whenErased: ErasedHook };

const makersWith = ({ whenCounted, whenErased }: SignatureHooks): Makers => ({
  sign: arrivalStatements,
  confirm: (db, judged) => {
    const settlements = judged.flatMap(({ settlement }) => settlement ?? []);
    return [
      ...replaceStatements(db, settlements, whenCounted),
      ...confirmStatements(db, judged),
      ...(settlements.length > 0 ? startStatements(db, settlements, whenCounted) : []),
    ];
  },
  correct: (db, corrections) => corrections.map((corrected) => correctStatement(db, corrected)),
  withdraw: (db, withdrawn) =>
    withdrawn.flatMap(({ id, actionId, cityTime }) => [
      ...stopStatements(db, { ids: [id], actionId, cityTime }, whenCounted),
      withdrawStatement(db, id, cityTime),
      cancelStatement(db, [id]),
    ]),
  erase: (db, erased) =>
    erased.flatMap(({ ids, actionId, cityTime }) => [
      ...stopStatements(db, { ids, actionId, cityTime }, whenCounted),
      eraseStatement(db, ids, cityTime),
      ...whenErased(db, { ids }),
    ]),
});

/** Signatures, each with the mail that asks to confirm it. */
export function arrivalStatements(
  db: D1Database,
  signatures: NewSignature[],
  kind: 'confirm' | 'invite' = 'confirm',
): D1PreparedStatement[] {
  return [
    insertStatement(db, signatures),
    enqueueStatement(
      db,
      signatures.map(({ id, inboxKey, isAlias }) => {
        return { ref: id, kind, inboxKey, ...(isAlias ? { cap: mailsAnAlias } : {}) };
      }),
      { now: latest(signatures.map(({ at }) => at)), cap: mailsAnAddress },
    ),
  ];
}

function confirmStatements(db: D1Database, judged: Judged[]): D1PreparedStatement[] {
  const settlements = judged.flatMap(({ settlement }) => settlement ?? []);
  // Replacements go first, while the conditions that they were judged by still hold.
  const ordered = settlements.toSorted((a, b) => Number(b.replaces !== null) - Number(a.replaces !== null));
  const pressed = [
    ...settlements.map(({ id }) => id),
    ...judged.flatMap(({ acknowledged }) => acknowledged ?? []),
  ];
  const aside = settlements.filter(({ verdict }) => verdict.state === 'flagged');
  return [
    ...(settlements.length > 0 ? [settleStatement(db, ordered)] : []),
    ...(aside.length > 0 ? [asideStatement(db, aside)] : []),
    ...(pressed.length > 0 ? [acknowledgeStatement(db, pressed)] : []),
  ];
}

/** The replaced signature stops counting in the same transaction in which its correction starts to count. */
function replaceStatements(
  db: D1Database,
  settlements: Settlement[],
  { stops }: CountedHooks,
): D1PreparedStatement[] {
  const replacements = settlements.filter((one): one is Settlement & Replacement => one.replaces !== null);
  if (replacements.length === 0) return [];
  const stopping = [...Map.groupBy(replacements, ({ actionId }) => actionId)].flatMap(([actionId, group]) => {
    const ids = group.map(({ replaces }) => replaces);
    const value = JSON.stringify(
      group.map(({ id, expectedVersion, replaces }) => ({ id, expectedVersion, replaces })),
    );
    const now = latest(group.map(({ cityTime }) => cityTime.at));
    return stops?.(db, { actionId, ids, changed: { ids: replacedIds, value }, now }) ?? [];
  });
  return [...stopping, replaceStatement(db, replacements)];
}

function startStatements(
  db: D1Database,
  settlements: Settlement[],
  { starts }: CountedHooks,
): D1PreparedStatement[] {
  const now = latest(settlements.map(({ cityTime }) => cityTime.at));
  const counted = settlements.filter(({ verdict }) => verdict.state === 'confirmed');
  return [...Map.groupBy(counted, ({ actionId }) => actionId)].flatMap(([actionId, group]) => {
    const ids = group.map(({ id }) => id);
    const value = JSON.stringify(group.map(({ id, receipt }) => ({ id, receipt })));
    return starts?.(db, { actionId, ids, changed: { ids: startedIds, value }, now }) ?? [];
  });
}

/** Run it before the change: reports what counts now and will stop. */
function stopStatements(
  db: D1Database,
  { ids, actionId, cityTime }: { ids: string[]; actionId: number; cityTime: CityTime },
  { stops }: CountedHooks,
): D1PreparedStatement[] {
  const changed = { ids: countedIds, value: JSON.stringify(ids) };
  return stops?.(db, { actionId, ids, changed, now: new Date(cityTime.at) }) ?? [];
}

function latest(instants: number[]): Date {
  return new Date(Math.max(...instants));
}

export function signatureWrites(hooks: SignatureHooks): WriteKinds {
  return {
    kinds: new Map(Object.entries(makersWith(hooks)).map(([kind, make]) => [kind, make as WriteKind])),
    readers: new Map([['confirm', (db, presses) => judgeRound(db, presses as Press[])]]),
    readBack: readBackStatement,
  };
}

type Whose = { actionId: number; inboxKey: string | null };

/** Writes for one inbox always meet in the same intake. */
export function scopeOf({ actionId, inboxKey }: Whose): Scope {
  return { group: actionId, key: inboxKey ?? '00000000' };
}

/** Commits it together with what others do on the same petition. */
export function commitSignature(commit: Commit, whose: Whose, write: SignatureWrite): ReturnType<Commit> {
  return commit(scopeOf(whose), write);
}
