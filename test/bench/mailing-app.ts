import { timingSafeEqual } from 'node:crypto';
import { goOnAtOnce } from '../../worker/mailings/go-on.ts';
import { insertMailingStatement, listMailings, moveStatement } from '../../worker/mailings/store.ts';
import { shippedHouse } from '../../worker/main/features.ts';
import { createKeyring, parseKeyring } from '../../worker/platform/crypto/keyring.ts';
import type { Deps } from '../../worker/platform/deps.ts';
import { drainOutbox } from '../../worker/platform/mail/drain.ts';
import { readSettings } from '../../worker/platform/settings.ts';

// The runtime has it, and Node has it elsewhere.
Object.assign(crypto.subtle, { timingSafeEqual });

const text = 'Come to the **hearing**: [the agenda](https://example.org/agenda).\n\n'.repeat(10);
const content = { subject: { en: 'The vote', es: 'La votación' }, text: { en: text, es: text } };

/**
 * Lists and sends one mailing of a campaign in this process. Bundled, because Node knows no JSX. `db` is the database
 * whose reads are counted; what only the measurement needs goes to `uncounted`.
 */
export async function mailingApp(
  { db, uncounted }: { db: D1Database; uncounted: D1Database },
  vars: Record<string, string>,
  campaignId: number,
) {
  const settings = readSettings(vars as never);
  const deps = {
    db,
    keyring: createKeyring(parseKeyring(vars.KEYRING ?? '') ?? []),
    settings: { ...settings, resend: null },
    clock: () => new Date(),
    wakeOutbox: async () => {},
  } as unknown as Deps;
  const news = { campaignId, kind: 'news' as const, actionId: null, content, madeBy: 'command' };
  await insertMailingStatement(db, news, { state: 'counting', now: new Date() }).run();
  const now = async () => {
    const [mailing] = await listMailings(db, { campaignId, kind: 'news' }, { before: null, most: 1 });
    if (!mailing) throw new Error('no mailing');
    return mailing;
  };
  /** The mails of the signing beside it are not sent, so that only the mailing's are. */
  const leaveOutOthers = async () => {
    await uncounted
      .prepare("UPDATE outbox SET state = 'cancelled' WHERE state = 'waiting' AND mailing_id IS NULL")
      .run();
  };
  return {
    now,
    /** Some steps of the list. */
    async list() {
      await goOnAtOnce(deps, (await now()).id, new Date());
    },
    /** Moves on to the last people of the list. */
    async passOver(left: number) {
      await uncounted
        .prepare(
          `UPDATE mailings SET passed = people - ?2, at_key = (
             SELECT key FROM mailing_people WHERE mailing_id = mailings.id AND round = mailings.round
             ORDER BY key DESC LIMIT 1 OFFSET ?2)
           WHERE id = ?1`,
        )
        .bind((await now()).id, left)
        .run();
    },
    async begin() {
      await moveStatement(db, await now(), { to: 'sending', now: new Date() }).run();
    },
    leaveOutOthers,
    /** One step of the sending: a hundred mails are put into the outbox, written and settled. */
    async send() {
      await leaveOutOthers();
      await goOnAtOnce(deps, (await now()).id, new Date());
      await drainOutbox(deps, new Date(), shippedHouse.renderMails(deps, new Date()));
    },
  };
}
