import { findContextById } from '../actions/context.ts';
import { isOpen } from '../actions/rules.ts';
import type { Act } from '../organize/act-rules.ts';
import { type ActRefusal, commitWithAct } from '../organize/commit-with-act.ts';
import type { ConsoleCampaign, Inverse } from '../organize/console-section.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { newId } from '../platform/crypto/ids.ts';
import { orNull } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import type { Result } from '../platform/result.ts';
import { cityTimeOf } from '../signatures/city-time.ts';
import type { ErasedHook } from '../signatures/erased-hook.ts';
import { makeInboxKey, makeSignatureId } from '../signatures/keys.ts';
import { lookedAtStatement } from '../signatures/reminder-store.ts';
import { erasedUnconfirmedAfter } from '../signatures/rules.ts';
import { prepareSignature } from '../signatures/sign.ts';
import type { NewSignature } from '../signatures/store.ts';
import { arrivalStatements } from '../signatures/writes.ts';
import type { ReadRow } from './import-rules.ts';
import {
  doneStatement,
  endImportStatement,
  endRowsStatement,
  findImport,
  findInvited,
  type Import,
  insertImportStatement,
  insertRowsStatement,
  invitedStatement,
  listInviting,
  listWaitingRows,
} from './import-store.ts';
import { type LineContent, submissionOfLine } from './rules.ts';
import { takeBackSteps } from './take-back-sheet.ts';

/** D1 takes at most 2 MB per value. */
const rowsAStatement = 500;
/** Per run, every quarter of an hour. Slow enough to stop a mistake, and to protect the sender's reputation. */
const invitedAtOnce = 100;

const sealContext = (importId: string, row: number) => `import ${importId} ${row}`;

type ToImport = Pick<Import, 'actionId' | 'platform' | 'source' | 'language'>;

/** Stores signatures from another platform, each to be invited once. They count only once their owners confirm. */
export async function importSignatures(
  { db, keyring }: Deps,
  given: ToImport,
  rows: readonly ReadRow[],
  { campaign, actor, now }: { campaign: ConsoleCampaign; actor: string; now: Date },
): Promise<Result<{ id: string }, ActRefusal>> {
  const id = newId(now);
  const sealed = await Promise.all(
    rows.map(async ({ row, content }) => ({
      row,
      inboxKey: await makeInboxKey(keyring, given.actionId, content.email),
      sealed: hex(await keyring.seal(sealContext(id, row), content)),
    })),
  );
  const parts = Array.from({ length: Math.ceil(sealed.length / rowsAStatement) }, (_, n) =>
    sealed.slice(n * rowsAStatement, (n + 1) * rowsAStatement),
  );
  const one = { ...given, id, n: rows.length, startedBy: actor, at: now.getTime() };
  return commitWithAct(
    { db },
    {
      act: {
        campaign,
        actor,
        kind: 'import-signatures',
        subject: id,
        after: { platform: given.platform, source: given.source, rows: rows.length },
        count: rows.length,
      },
      steps: [insertImportStatement(db, one), ...parts.map((part) => insertRowsStatement(db, one, part))],
      now,
    },
  );
}

/** Invites the next rows of each import. Failed rows can be tried again: a row always makes the same signature. */
export async function inviteImported(deps: Deps, now: Date): Promise<void> {
  for (const one of await listInviting(deps.db)) await inviteNext(deps, one, now);
}

async function inviteNext(deps: Deps, one: Import, now: Date): Promise<void> {
  const { db, keyring } = deps;
  const context = await findContextById(db, one.actionId);
  if (!context || !isOpen(context.action, now)) return;
  const rows = await listWaitingRows(db, one.id, invitedAtOnce);
  const made = await Promise.all(
    rows.map(async ({ row, sealed, isKnown }) => {
      if (isKnown) return { row, signature: null };
      const content = await orNull(keyring.open<LineContent>(sealContext(one.id, row), sealed));
      // It can be invited no more, and does not hold up the others.
      if (!content) return { row, signature: null };
      const submission = submissionOfLine(content, one.source);
      const id = await makeSignatureId(keyring, one.actionId, `import ${one.id} ${row}`, submission);
      const sending = { id, shownAt: now, language: one.language, connection: null, now };
      const prepared = await prepareSignature(deps, context, submission, sending);
      return { row, signature: prepared.ok ? prepared.value : null };
    }),
  );
  const signatures = made.flatMap(({ signature }) => signature ?? []);
  const invited = made.map(({ row, signature }) => ({ row, id: signature?.id ?? null }));
  await db.batch([
    ...(signatures.length > 0 ? invitationStatements(db, signatures, now) : []),
    invitedStatement(db, one.id, invited),
    doneStatement(db, one.id),
  ]);
  await deps.wakeOutbox();
}

/** They get only this mail: both reminders count as sent. */
function invitationStatements(db: D1Database, signatures: NewSignature[], now: Date): D1PreparedStatement[] {
  const dueAt = new Date(now.getTime() + erasedUnconfirmedAfter);
  const looks = (reminders: number) => signatures.map(({ id }) => ({ id, reminders, dueAt }));
  return [
    ...arrivalStatements(db, signatures, 'invite'),
    lookedAtStatement(db, looks(0)),
    lookedAtStatement(db, looks(1)),
  ];
}

/** Ends the unconfirmed ones. What an owner has confirmed stays. */
export const undoImport =
  (whenErased: ErasedHook) =>
  async (
    { db }: Deps,
    { subject }: Act,
    { campaign, now }: { campaign: ConsoleCampaign; now: Date },
  ): Promise<Inverse | null> => {
    const one = await findImport(db, subject);
    if (!one || one.state === 'ended') return null;
    const { pending, confirmed } = await findInvited(db, one.id);
    const cityTime = cityTimeOf(campaign.timeZone, now);
    return {
      steps: [
        { statement: endImportStatement(db, one.id), changes: 1 },
        endRowsStatement(db, one.id),
        ...takeBackSteps(db, pending, { cityTime, whenErased }),
      ],
      count: one.n - confirmed,
      left: confirmed,
    };
  };
