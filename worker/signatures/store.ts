import type { Language } from '../../web/language.ts';
import type { SignatureState } from '../actions/account-rules.ts';
import type { Look } from '../moderation/look-rules.ts';
import { fromBlob, hex } from '../platform/crypto/bytes.ts';
import type { Keys } from './keys.ts';
import type { Rival, SignatureReason, Standing } from './rules.ts';

/** One row, with its personal part still sealed. */
export type Signature = {
  id: string;
  actionId: number;
  /** The version of the action's text that was signed. */
  textVersion: number;
  state: SignatureState;
  reason: SignatureReason | null;
  /** Fingerprints are hex, for comparing; null once erased. */
  personKey: string | null;
  inboxKey: string | null;
  inboxSlot: 1 | 2 | null;
  place: string;
  zip: string | null;
  source: string;
  language: Language;
  /** What is public of it. */
  shownName: string | null;
  shownComment: string | null;
  /** Null if the owner does not want to show it. */
  nameLook: Look | null;
  commentLook: Look | null;
  keepInformed: boolean;
  /** The partner to which the source belongs may write. */
  partnerContact: boolean;
  /** For a duplicate that was confirmed: the source under which its person counted at that time. */
  countedBy: string | null;
  sealed: Uint8Array | null;
  receipt: string | null;
  receivedAt: Date;
  confirmedAt: Date | null;
  changedAt: Date;
  reminders: number;
  erasedAt: Date | null;
  /** The mailed links of this generation hold. */
  linkGeneration: number;
};

/** A signature on its way into the database, as plain JSON: blobs are hex, instants milliseconds. */
export type NewSignature = Keys & {
  id: string;
  connectionKey: string | null;
  actionId: number;
  textVersion: number;
  place: string;
  zip: string;
  source: string;
  language: Language;
  shownName: string | null;
  shownComment: string | null;
  nameLook: Look | null;
  commentLook: Look | null;
  keepInformed: 0 | 1;
  partnerContact: 0 | 1;
  /** The address is an alias of its inbox, to which mail may bounce. */
  isAlias?: boolean;
  sealed: string;
  at: number;
  week: string;
  dueAt: number;
};

export type SignatureRow = {
  id: string;
  action_id: number;
  text_version: number;
  state: SignatureState;
  reason: SignatureReason | null;
  person_key: number[] | null;
  inbox_key: number[] | null;
  inbox_slot: 1 | 2 | null;
  place: string;
  zip: string | null;
  source: string;
  language: Language;
  shown_name: string | null;
  shown_comment: string | null;
  name_look: Look | null;
  comment_look: Look | null;
  keep_informed: number;
  partner_contact: number;
  counted_by: string | null;
  sealed: number[] | null;
  receipt: number[] | null;
  received_at: number;
  confirmed_at: number | null;
  changed_at: number;
  reminders: number;
  erased_at: number | null;
  link_generation: number;
};

/** Names the index, because with statistics from a time of few rows SQLite would scan the table. */
export const byId = 'INDEXED BY signatures_by_id';

const versionBytes = 16;

/** Every sealing ends in different random bytes, so its last bytes show whether the content has changed. */
export const contentVersion = contentVersionIn('sealed');

export function contentVersionIn(column: string): string {
  return `lower(hex(substr(${column}, -${versionBytes})))`;
}

export function contentVersionOf(sealed: Uint8Array | null): string {
  return sealed ? hex(sealed.slice(-versionBytes)) : '';
}

/** The same for content that is not stored yet. */
export function versionOfHex(sealed: string): string {
  return sealed.slice(-2 * versionBytes);
}

/** Any number of signatures in one statement. Those that are stored already are not changed. */
export function insertStatement(db: D1Database, signatures: NewSignature[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO signatures (
        id, action_id, text_version, state, person_key, inbox_key, name_zip_key, name_street_key, place, zip, source,
        language, shown_name, shown_comment, name_look, comment_look, keep_informed, partner_contact, sealed,
        received_at, changed_at, changed_week, due_at, connection_key, domain_key, name_key)
      SELECT value ->> 'id', value ->> 'actionId', value ->> 'textVersion', 'unconfirmed', unhex(value ->> 'personKey'),
        unhex(value ->> 'inboxKey'), unhex(value ->> 'nameZipKey'), unhex(value ->> 'nameStreetKey'), value ->> 'place',
        value ->> 'zip', value ->> 'source', value ->> 'language', value ->> 'shownName', value ->> 'shownComment',
        value ->> 'nameLook', value ->> 'commentLook',
        value ->> 'keepInformed', value ->> 'partnerContact', unhex(value ->> 'sealed'), value ->> 'at',
        value ->> 'at', value ->> 'week', value ->> 'dueAt',
        unhex(value ->> 'connectionKey'), unhex(value ->> 'domainKey'), unhex(value ->> 'nameKey')
      FROM json_each(?) WHERE true ON CONFLICT (id) DO NOTHING`,
    )
    .bind(JSON.stringify(signatures));
}

export async function findSignature(db: D1Database, id: string): Promise<Signature | null> {
  const row = await db.prepare('SELECT * FROM signatures WHERE id = ?').bind(id).first<SignatureRow>();
  return row && signatureOf(row);
}

export async function listSignatures(db: D1Database, ids: string[]): Promise<Signature[]> {
  const { results } = await db
    .prepare(`SELECT * FROM signatures ${byId} WHERE id IN (SELECT value FROM json_each(?))`)
    .bind(JSON.stringify(ids))
    .all<SignatureRow>();
  return results.map(signatureOf);
}

/** A subquery for the row `mine`, which has the keys to compare. */
const rivalry = `
  (SELECT json_group_array(json_object('id', other.id, 'personKey', lower(hex(other.person_key)),
      'zip', other.zip, 'inboxSlot', other.inbox_slot))
    FROM signatures other WHERE other.action_id = mine.action_id
      AND other.inbox_key = mine.inbox_key AND other.state = 'confirmed' AND other.id <> mine.id) AS rivals`;

type RivalryRow = { rivals: string };

/**
 * For the row `mine`: what stands about an earlier signature of the same person, or for a strike, of the same inbox,
 * because one more letter makes another name. What nobody had confirmed before says nothing: anybody could have made it.
 */
const standing = `
  (SELECT min(iif(kind = 'same-person', 'same', 'out'))
    FROM signatures other CROSS JOIN signature_decisions INDEXED BY signature_decisions_standing
      ON signature_id = other.id AND ended_at IS NULL AND state_before <> 'unconfirmed'
    WHERE other.action_id = mine.action_id AND other.inbox_key = mine.inbox_key
      AND (other.person_key = mine.person_key OR kind = 'struck-off') AND other.id <> mine.id) AS standing`;

/** What is needed to judge a signature. Nothing of it is sealed. */
export type Judgeable = Pick<
  Signature,
  'id' | 'actionId' | 'state' | 'reason' | 'zip' | 'place' | 'countedBy' | 'linkGeneration'
> & {
  personKey: string;
  /** The counted signatures of its inbox. */
  rivals: Rival[];
  standing: Standing | null;
  contentVersion: string;
  /** Another form waits for the same inbox. Only read for presses that do not say what they saw. */
  othersWait: boolean;
};

type JudgeableRow = RivalryRow &
  Pick<
    SignatureRow,
    'id' | 'action_id' | 'state' | 'reason' | 'zip' | 'place' | 'counted_by' | 'link_generation'
  > & {
    person: string;
    standing: Standing | null;
    version: string | null;
    others_wait: number;
  };

/**
 * Any number of signatures, each with what it is judged against, from one moment. `unseen` are those whose presses do
 * not say what they saw.
 */
export async function listJudgeable(
  db: D1Database,
  { ids, unseen }: { ids: string[]; unseen: string[] },
): Promise<Map<string, Judgeable>> {
  const { results } = await db
    .prepare(
      `SELECT id, action_id, state, reason, zip, place, counted_by, link_generation, lower(hex(person_key)) AS person,
        ${contentVersion} AS version, ${rivalry}, ${standing},
        id IN (SELECT value FROM json_each(?2)) AND EXISTS (SELECT 1 FROM signatures other
          WHERE other.action_id = mine.action_id AND other.inbox_key = mine.inbox_key
            AND +other.state = 'unconfirmed' AND other.id <> mine.id) AS others_wait
      FROM signatures mine ${byId} WHERE id IN (SELECT value FROM json_each(?1))`,
    )
    .bind(JSON.stringify(ids), JSON.stringify(unseen))
    .all<JudgeableRow>();
  return new Map(results.map((row) => [row.id, judgeableOf(row)]));
}

function judgeableOf(row: JudgeableRow): Judgeable {
  const { id, state, reason, zip, place } = row;
  return {
    ...{ id, state, reason, zip, place, actionId: row.action_id, countedBy: row.counted_by },
    linkGeneration: row.link_generation,
    personKey: row.person,
    contentVersion: row.version ?? '',
    othersWait: row.others_wait === 1,
    standing: row.standing,
    rivals: rivalsOf(row),
  };
}

/** What a stored signature would be judged against if it had this inbox. */
export async function listRivals(
  db: D1Database,
  { id, actionId }: { id: string; actionId: number },
  inboxKey: string,
): Promise<Rival[]> {
  const row = await db
    .prepare(`SELECT ${rivalry} FROM (SELECT ? AS id, ? AS action_id, unhex(?) AS inbox_key) mine`)
    .bind(id, actionId, inboxKey)
    .first<RivalryRow>();
  return row ? rivalsOf(row) : [];
}

function rivalsOf({ rivals }: RivalryRow): Rival[] {
  return (JSON.parse(rivals) as Rival[]).sort((a, b) => a.inboxSlot - b.inboxSlot);
}

/** For each signature, the one of the same person that counts, if there is one. */
export async function findCountedTwins(db: D1Database, ids: string[]): Promise<Map<string, string>> {
  const { results } = await db
    .prepare(
      `SELECT mine.id, twin.id AS twin
      FROM (SELECT id, action_id, person_key FROM signatures ${byId}
        WHERE id IN (SELECT value FROM json_each(?))) mine
      CROSS JOIN signatures twin ON twin.action_id = mine.action_id AND twin.person_key = mine.person_key
        AND twin.state = 'confirmed' AND twin.id <> mine.id`,
    )
    .bind(JSON.stringify(ids))
    .all<{ id: string; twin: string }>();
  return new Map(results.map(({ id, twin }) => [id, twin]));
}

export function signatureOf(row: SignatureRow): Signature {
  return {
    id: row.id,
    actionId: row.action_id,
    textVersion: row.text_version,
    state: row.state,
    reason: row.reason,
    personKey: keyText(row.person_key),
    inboxKey: keyText(row.inbox_key),
    inboxSlot: row.inbox_slot,
    place: row.place,
    zip: row.zip,
    source: row.source,
    language: row.language,
    shownName: row.shown_name,
    shownComment: row.shown_comment,
    nameLook: row.name_look,
    commentLook: row.comment_look,
    keepInformed: row.keep_informed === 1,
    partnerContact: row.partner_contact === 1,
    countedBy: row.counted_by,
    sealed: row.sealed && fromBlob(row.sealed),
    receipt: keyText(row.receipt),
    receivedAt: new Date(row.received_at),
    confirmedAt: row.confirmed_at === null ? null : new Date(row.confirmed_at),
    changedAt: new Date(row.changed_at),
    reminders: row.reminders,
    erasedAt: row.erased_at === null ? null : new Date(row.erased_at),
    linkGeneration: row.link_generation,
  };
}

const keyText = (blob: number[] | null) => blob && hex(fromBlob(blob));
