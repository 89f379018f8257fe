import type { Language } from '../../web/language.ts';
import type { SignatureState } from '../actions/account-rules.ts';
import { fromBlob, hex } from '../platform/crypto/bytes.ts';
import type { Keys } from './keys.ts';
import type { Rival, SignatureReason } from './rules.ts';

/** One row, its personal part still sealed. Fingerprints are hex, for comparing. */
export type Signature = {
  id: string;
  actionId: number;
  state: SignatureState;
  reason: SignatureReason | null;
  person: string | null;
  inbox: string | null;
  nameStreet: string | null;
  inboxSlot: 1 | 2 | null;
  place: string;
  zip: string | null;
  source: string;
  language: Language;
  shownName: string | null;
  keepInformed: boolean;
  /** The partner that the source belongs to may write. */
  partnerContact: boolean;
  /** Of a duplicate whose button was pressed, the source by which its person counted then. */
  countedBy: string | null;
  sealed: Uint8Array | null;
  receipt: string | null;
  receivedAt: Date;
  confirmedAt: Date | null;
  changedAt: Date;
  reminders: number;
  erasedAt: Date | null;
};

/** A signature on its way into the database, as plain JSON: blobs are hex, instants milliseconds. */
export type NewSignature = Keys & {
  id: string;
  action: number;
  place: string;
  zip: string;
  source: string;
  language: Language;
  shownName: string | null;
  keepInformed: 0 | 1;
  partnerContact: 0 | 1;
  sealed: string;
  at: number;
  week: string;
  dueAt: number;
};

type SignatureRow = {
  id: string;
  action_id: number;
  state: SignatureState;
  reason: SignatureReason | null;
  person_key: number[] | null;
  inbox_key: number[] | null;
  name_street_key: number[] | null;
  inbox_slot: 1 | 2 | null;
  place: string;
  zip: string | null;
  source: string;
  language: Language;
  shown_name: string | null;
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
};

/** Statistics of a time with few rows would have SQLite read the whole table instead: nobody may have to keep them fresh. */
export const byId = 'INDEXED BY sqlite_autoindex_signatures_1';

const stampBytes = 16;

/** No two sealings end in the same bytes: a row's stamp tells whether its content is still the one that was seen. */
export const stamp = `lower(hex(substr(sealed, -${stampBytes})))`;

export function stampOf(sealed: Uint8Array | null): string {
  return sealed ? hex(sealed.slice(-stampBytes)) : '';
}

/** Any number of signatures in one statement; those that are stored already stay as they are. */
export function insertStatement(db: D1Database, signatures: NewSignature[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO signatures (
        id, action_id, state, person_key, inbox_key, name_zip_key, name_street_key, place, zip, source,
        language, shown_name, keep_informed, partner_contact, sealed, received_at, changed_at, changed_week, due_at)
      SELECT value ->> 'id', value ->> 'action', 'unconfirmed', unhex(value ->> 'person'),
        unhex(value ->> 'inbox'), unhex(value ->> 'nameZip'), unhex(value ->> 'nameStreet'), value ->> 'place',
        value ->> 'zip', value ->> 'source', value ->> 'language', value ->> 'shownName',
        value ->> 'keepInformed', value ->> 'partnerContact', unhex(value ->> 'sealed'), value ->> 'at',
        value ->> 'at', value ->> 'week', value ->> 'dueAt'
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

/** What `judge` needs: the counted signatures of the inbox, and whether name and street stand in a counted one. */
export async function findRivals(
  db: D1Database,
  signature: { id: string; actionId: number; inbox: string | null; nameStreet: string | null },
): Promise<{ rivals: Rival[]; streetTaken: boolean }> {
  const [inbox, street] = await db.batch([
    db
      .prepare(
        `SELECT id, person_key, zip, inbox_slot FROM signatures
        WHERE action_id = ? AND inbox_key = unhex(?) AND state = 'confirmed' AND id <> ?
        ORDER BY inbox_slot`,
      )
      .bind(signature.actionId, signature.inbox, signature.id),
    db
      .prepare(
        `SELECT 1 FROM signatures
        WHERE action_id = ? AND name_street_key = unhex(?) AND state = 'confirmed' AND id <> ?`,
      )
      .bind(signature.actionId, signature.nameStreet, signature.id),
  ]);
  const rows = (inbox?.results ?? []) as Pick<SignatureRow, 'id' | 'person_key' | 'zip' | 'inbox_slot'>[];
  return {
    rivals: rows.map(rivalOf),
    streetTaken: (street?.results.length ?? 0) > 0,
  };
}

export type Standing = { signature: Signature; rivals: Rival[]; streetTaken: boolean };

/** A signature together with what it is judged against, from one moment. */
export async function findStanding(db: D1Database, id: string): Promise<Standing | null> {
  const row = await db
    .prepare(
      `SELECT mine.*,
        (SELECT json_group_array(json_object('id', other.id, 'person', lower(hex(other.person_key)),
            'zip', other.zip, 'inboxSlot', other.inbox_slot))
          FROM signatures other WHERE other.action_id = mine.action_id
            AND other.inbox_key = mine.inbox_key AND other.state = 'confirmed' AND other.id <> mine.id) AS rivals,
        EXISTS (SELECT 1 FROM signatures other WHERE other.action_id = mine.action_id
          AND other.name_street_key = mine.name_street_key AND other.state = 'confirmed'
          AND other.id <> mine.id) AS street_taken
      FROM signatures mine WHERE mine.id = ?`,
    )
    .bind(id)
    .first<SignatureRow & { rivals: string; street_taken: number }>();
  if (!row) return null;
  const rivals = (JSON.parse(row.rivals) as Rival[]).sort((a, b) => a.inboxSlot - b.inboxSlot);
  return { signature: signatureOf(row), rivals, streetTaken: row.street_taken === 1 };
}

/** Signatures of an inbox that still wait, the newest first. */
export async function listWaiting(db: D1Database, actionId: number, inbox: string): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM signatures
      WHERE action_id = ? AND inbox_key = unhex(?) AND state = 'unconfirmed'
      ORDER BY received_at DESC LIMIT 2`,
    )
    .bind(actionId, inbox)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
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

function rivalOf(row: Pick<SignatureRow, 'id' | 'person_key' | 'zip' | 'inbox_slot'>): Rival {
  return {
    id: row.id,
    person: keyText(row.person_key) ?? '',
    zip: row.zip ?? '',
    inboxSlot: row.inbox_slot ?? 1,
  };
}

function signatureOf(row: SignatureRow): Signature {
  return {
    id: row.id,
    actionId: row.action_id,
    state: row.state,
    reason: row.reason,
    person: keyText(row.person_key),
    inbox: keyText(row.inbox_key),
    nameStreet: keyText(row.name_street_key),
    inboxSlot: row.inbox_slot,
    place: row.place,
    zip: row.zip,
    source: row.source,
    language: row.language,
    shownName: row.shown_name,
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
  };
}

function keyText(blob: number[] | null): string | null {
  return blob && hex(fromBlob(blob));
}

/** What stands in the rows of signatures after a commit. */
export function readBackStatement(db: D1Database, refs: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id AS ref, state, reason, ${stamp} AS stamp
      FROM signatures ${byId} WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .bind(refs);
}
