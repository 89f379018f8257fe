import type { Language } from '../../web/language.ts';
import { base64url, hex } from '../platform/crypto/bytes.ts';
import type { Keyring } from '../platform/crypto/keyring.ts';
import type { Deps } from '../platform/deps.ts';
import { enqueueStatement, forgetStatement } from '../platform/mail/outbox.ts';
import { canonicalEmail } from '../platform/text/identity.ts';
import {
  type AskedQuestion,
  confirmAsked,
  endKeptStatements,
  eraseAskedStatement,
  insertAskedStatement,
  listToErase,
} from './asked-store.ts';
import { type Asker, mailsAnInbox, unconfirmedKept, waitingKept } from './rules.ts';

export const confirmKind = 'question-confirm';

/**
 * Stores a question, unconfirmed, with the mail that asks its owner to confirm it. It does the same whoever asks: only
 * the mail goes to the address.
 */
export async function askQuestion(
  deps: Deps,
  asker: Asker,
  {
    campaignId,
    formToken,
    language,
    now,
  }: { campaignId: number; formToken: string; language: Language; now: Date },
): Promise<void> {
  const { db, keyring } = deps;
  const sent = JSON.stringify([campaignId, formToken, asker]);
  const id = base64url(await keyring.fingerprint('question id', sent));
  const inboxKey = hex(await keyring.fingerprint('question mails', canonicalEmail(asker.email)));
  const keptUntil = new Date(now.getTime() + unconfirmedKept);
  await db.batch([
    insertAskedStatement(db, {
      id,
      campaignId,
      language,
      sealed: await sealAsker(keyring, id, asker),
      now,
      keptUntil,
    }),
    enqueueStatement(db, [{ ref: id, kind: confirmKind, inboxKey }], { now, cap: mailsAnInbox }),
  ]);
  await deps.wakeOutbox();
}

function sealAsker(keyring: Keyring, id: string, asker: Asker): Promise<Uint8Array> {
  return keyring.seal(`question ${id}`, asker);
}

/** Null once it is erased. */
export async function openAsker(
  keyring: Keyring,
  { id, sealed }: Pick<AskedQuestion, 'id' | 'sealed'>,
): Promise<Asker | null> {
  return sealed && keyring.open<Asker>(`question ${id}`, sealed);
}

/** A second press changes nothing. */
export async function confirmQuestion({ db }: Pick<Deps, 'db'>, id: string, now: Date): Promise<void> {
  await confirmAsked(db, { id, now, keptUntil: new Date(now.getTime() + waitingKept) });
}

/** Its owner takes it back. A public answer stays, because nothing of its owner is in it. */
export async function eraseQuestion({ db }: Pick<Deps, 'db'>, id: string): Promise<void> {
  await db.batch([eraseAskedStatement(db, id), forgetStatement(db, [id])]);
}

const erasedAtOnce = 100;

/** Erases what people typed once its time is over. */
export async function endKept({ db }: Pick<Deps, 'db'>, now: Date): Promise<void> {
  const ids = await listToErase(db, now, erasedAtOnce);
  if (ids.length > 0) await db.batch([...endKeptStatements(db, ids, now), forgetStatement(db, ids)]);
}
