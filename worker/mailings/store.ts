import { knownQuery, type Query, rowsQuery } from '../platform/query.ts';
import type { Figures, Mailing, MailingKind, MailingState, PausedBy } from './rules.ts';

type MailingRow = {
  id: number;
  campaign_id: number;
  kind: MailingKind;
  action_id: number | null;
  place: string | null;
  content: string;
  version: number;
  state: MailingState;
  paused_by: PausedBy | null;
  made_by: string;
  changed_at: number;
  sends_at: number | null;
  begun_at: number | null;
  ended_at: number | null;
  round: number;
  at_action: number;
  at_row: number;
  people: number;
  left_out: number;
  passed: number;
  queued: number;
  unsubscribed: number;
  bounced_before: number;
  complained_before: number;
  has_list: 0 | 1;
  /** An object in JSON: how many mails are in each state of the outbox. */
  counts: string;
};

const selectMailings = `
  SELECT mailings.*, (SELECT json_group_object(state, n) FROM mailing_counts WHERE mailing_id = mailings.id) AS counts
  FROM mailings`;

function mailingOf(row: MailingRow): Mailing {
  const at = (time: number | null) => (time === null ? null : new Date(time));
  return {
    id: row.id,
    campaignId: row.campaign_id,
    kind: row.kind,
    actionId: row.action_id,
    place: row.place,
    content: JSON.parse(row.content),
    version: row.version,
    state: row.state,
    pausedBy: row.paused_by,
    madeBy: row.made_by,
    changedAt: new Date(row.changed_at),
    sendsAt: at(row.sends_at),
    begunAt: at(row.begun_at),
    endedAt: at(row.ended_at),
    round: row.round,
    atAction: row.at_action,
    atRow: row.at_row,
    people: row.people,
    leftOut: row.left_out,
    passed: row.passed,
    queued: row.queued,
    unsubscribed: row.unsubscribed,
    bouncedBefore: row.bounced_before,
    complainedBefore: row.complained_before,
    hasList: row.has_list === 1,
    figures: figuresOf(JSON.parse(row.counts), row.queued),
  };
}

/** From the counts by the outbox's states. Who complains has got the mail. */
function figuresOf(counts: Readonly<Record<string, number>>, queued: number): Figures {
  const of = (state: string) => Math.max(0, counts[state] ?? 0);
  const [delivered, complained] = [of('delivered') + of('complained'), of('complained')];
  const settled = Object.entries(counts).reduce(
    (sum, [state, n]) => (state === 'claimed' ? sum : sum + n),
    0,
  );
  return {
    sent: of('sent') + delivered + of('bounced'),
    delivered,
    bounced: of('bounced'),
    complained,
    failed: of('failed'),
    uncertain: of('uncertain'),
    cancelled: of('cancelled'),
    waiting: Math.max(0, queued - settled),
  };
}

export async function findMailing(db: D1Database, id: number): Promise<Mailing | null> {
  const row = await db.prepare(`${selectMailings} WHERE id = ?`).bind(id).first<MailingRow>();
  return row && mailingOf(row);
}

/** Of a campaign, the newest first. `before`: the id that a page begins after. */
export async function listMailings(
  db: D1Database,
  { campaignId, kind }: { campaignId: number; kind: MailingKind },
  { before, most }: { before: number | null; most: number },
): Promise<Mailing[]> {
  const { results } = await db
    .prepare(
      `${selectMailings} INDEXED BY mailings_of
       WHERE campaign_id = ?1 AND kind = ?2 AND id < coalesce(?3, 9e15) AND state <> 'dropped'
       ORDER BY id DESC LIMIT ?4`,
    )
    .bind(campaignId, kind, before, most)
    .all<MailingRow>();
  return results.map(mailingOf);
}

/** About one petition, the newest first. */
export async function listMailingsAbout(
  db: D1Database,
  { actionId, kind }: { actionId: number; kind: MailingKind },
): Promise<Mailing[]> {
  const { results } = await db
    .prepare(
      `${selectMailings} INDEXED BY mailings_about WHERE action_id = ? AND kind = ? ORDER BY id DESC LIMIT 20`,
    )
    .bind(actionId, kind)
    .all<MailingRow>();
  return results.map(mailingOf);
}

/** Those that are listed or sent, or that are to begin by now. */
export async function listWorking(db: D1Database, now: Date): Promise<number[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM mailings INDEXED BY mailings_working
       WHERE state IN ('counting', 'ready', 'sending') AND (state <> 'ready' OR sends_at <= ?)
       ORDER BY id LIMIT 20`,
    )
    .bind(now.getTime())
    .all<{ id: number }>();
  return results.map(({ id }) => id);
}

type NewMailing = Pick<Mailing, 'campaignId' | 'kind' | 'actionId' | 'content' | 'madeBy'>;

/** Of word of answers, there is one at a time for each petition: a second one changes nothing. */
export function insertMailingStatement(
  db: D1Database,
  { campaignId, kind, actionId, content, madeBy }: NewMailing,
  { state, now }: { state: 'draft' | 'counting'; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mailings (campaign_id, kind, action_id, content, state, made_by, made_at, changed_at, round)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, 1) ON CONFLICT DO NOTHING`,
    )
    .bind(campaignId, kind, actionId, JSON.stringify(content), state, madeBy, now.getTime());
}

/** Changes nothing if somebody has saved another version meanwhile. */
export function saveDraftStatement(
  db: D1Database,
  { id, version }: Pick<Mailing, 'id' | 'version'>,
  {
    content,
    actionId,
    place,
    savedBy,
    now,
  }: Pick<Mailing, 'content' | 'actionId' | 'place'> & { savedBy: string; now: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mailings SET content = ?3, action_id = ?4, place = ?5, changed_at = ?6, made_by = ?7,
         version = version + 1
       WHERE id = ?1 AND version = ?2 AND state = 'draft'`,
    )
    .bind(id, version, JSON.stringify(content), actionId, place, now.getTime(), savedBy);
}

type Seen = Pick<Mailing, 'id' | 'state' | 'version'>;

/** From one state to another. `sendsAt` is kept unless it is given. */
export function moveStatement(
  db: D1Database,
  { id, state, version }: Seen,
  { to, now, sendsAt }: { to: MailingState; now: Date; sendsAt?: Date | null },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mailings SET state = ?4, changed_at = ?5, paused_by = NULL,
         sends_at = iif(?6, ?7, sends_at),
         begun_at = iif(?4 = 'sending', coalesce(begun_at, ?5), begun_at),
         ended_at = iif(?4 IN ('stopped', 'done'), ?5, NULL)
       WHERE id = ?1 AND state = ?2 AND version = ?3`,
    )
    .bind(
      id,
      state,
      version,
      to,
      now.getTime(),
      sendsAt === undefined ? 0 : 1,
      sendsAt ? sendsAt.getTime() : null,
    );
}

/** Begins to list who gets it, from the first signature on. */
export function beginListingStatement(db: D1Database, { id, state, version }: Seen, now: Date) {
  return db
    .prepare(
      `UPDATE mailings SET state = 'counting', changed_at = ?4, sends_at = NULL, round = round + 1, at_action = 0,
         at_row = 0, people = 0, left_out = 0
       WHERE id = ?1 AND state = ?2 AND version = ?3`,
    )
    .bind(id, state, version, now.getTime());
}

/** Back to sending. What has come back so far does not pause it again. */
export function resumeStatement(db: D1Database, { id, version }: Seen, now: Date): D1PreparedStatement {
  const counted = (state: string) =>
    `coalesce((SELECT n FROM mailing_counts WHERE mailing_id = ?1 AND mailing_counts.state = '${state}'), 0)`;
  return db
    .prepare(
      `UPDATE mailings SET state = 'sending', changed_at = ?3, paused_by = NULL,
         bounced_before = ${counted('bounced')}, complained_before = ${counted('complained')}
       WHERE id = ?1 AND version = ?2 AND state = 'paused'`,
    )
    .bind(id, version, now.getTime());
}

/** Somebody stops the news by the link of a mail. Put it before the statements that uncheck the box. */
export function countStopStatement(
  db: D1Database,
  { id, campaignId, signatureId }: { id: number; campaignId: number; signatureId: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mailings SET unsubscribed = unsubscribed + 1 WHERE id = ?1 AND campaign_id = ?2
         AND EXISTS (SELECT 1 FROM signatures INDEXED BY signatures_by_id
           WHERE signatures.id = ?3 AND keep_informed = 1)`,
    )
    .bind(id, campaignId, signatureId);
}

/** Those of a campaign that were paused by themselves, and since when. */
export function pausedQuery(db: D1Database, campaignId: number): Query<{ n: number; oldest: Date }> {
  return rowsQuery(
    db
      .prepare(
        `SELECT count(*) AS n, min(changed_at) AS oldest FROM mailings INDEXED BY mailings_paused
         WHERE campaign_id = ? AND paused_by IS NOT NULL`,
      )
      .bind(campaignId),
    ([row]: { n: number; oldest: number | null }[]) => ({
      n: row?.n ?? 0,
      oldest: new Date(row?.oldest ?? 0),
    }),
  );
}

/** A draft that nobody has written in yet: pressing "Write" twice leads to the same one. */
export async function findUntouched(
  db: D1Database,
  { campaignId, madeBy }: { campaignId: number; madeBy: string },
): Promise<number | null> {
  return db
    .prepare(
      `SELECT id FROM mailings INDEXED BY mailings_of
       WHERE campaign_id = ?1 AND kind = 'news' AND state = 'draft' AND version = 1 AND made_by = ?2 AND id > (
         SELECT coalesce(max(id), 0) - 20 FROM mailings INDEXED BY mailings_of WHERE campaign_id = ?1 AND kind = 'news')
       LIMIT 1`,
    )
    .bind(campaignId, madeBy)
    .first<number>('id');
}

/** The subject lines of mails of news, for the log. Those without one are left out. */
export function subjectsQuery(
  db: D1Database,
  campaignId: number,
  ids: readonly number[],
): Query<{ id: number; subject: { en: string; es: string } }[]> {
  if (ids.length === 0) return knownQuery([]);
  return rowsQuery(
    db
      .prepare(
        `SELECT id, content ->> '$.subject.en' AS en, content ->> '$.subject.es' AS es FROM mailings
         WHERE id IN (SELECT value FROM json_each(?1)) AND campaign_id = ?2 AND kind = 'news'`,
      )
      .bind(JSON.stringify(ids), campaignId),
    (rows: { id: number; en: string | null; es: string | null }[]) =>
      rows.flatMap(({ id, en, es }) => (en || es ? [{ id, subject: { en: en ?? '', es: es ?? '' } }] : [])),
  );
}
