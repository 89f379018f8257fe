import type { Language } from '../../web/language.ts';
import { hex } from '../platform/crypto/bytes.ts';
import { joinQueries, mapQuery, type Query, rowsQuery } from '../platform/query.ts';
import {
  type ConsentRow,
  campaignTermOf,
  consentColumns,
  consentOf,
  type StoryRow,
  storyOf,
  termSql,
} from './row-store.ts';
import type { CampaignTerm, Consent, Naming, SheetUse, Story, Use } from './rules.ts';

export async function findStory(db: D1Database, id: string): Promise<Story | null> {
  const row = await db.prepare('SELECT * FROM stories WHERE id = ?').bind(id).first<StoryRow>();
  return row && storyOf(row);
}

export type Sheet = { id: number; use: SheetUse; takenAt: Date; returnedAt: Date | null };

/** A story with all that its own page shows. */
export type WholeStory = { story: Story; campaign: CampaignTerm; consents: Consent[]; sheets: Sheet[] };

const mostSheets = 50;

export function wholeStoryQuery(db: D1Database, id: string): Query<WholeStory | null> {
  const story = rowsQuery(
    db.prepare(`SELECT *, ${termSql('stories.campaign_id')} AS term FROM stories WHERE id = ?`).bind(id),
    ([row]: (StoryRow & { term: string })[]) => row ?? null,
  );
  const consents = rowsQuery(
    db
      .prepare(
        `SELECT ${consentColumns} FROM story_consents WHERE story_id = ? AND ended_at IS NULL ORDER BY id`,
      )
      .bind(id),
    (rows: ConsentRow[]) => rows.map(consentOf),
  );
  type SheetRow = { id: number; use: SheetUse; taken_at: number; returned_at: number | null };
  const sheets = rowsQuery(
    db
      .prepare('SELECT * FROM story_sheets WHERE story_id = ?1 ORDER BY taken_at DESC LIMIT ?2')
      .bind(id, mostSheets),
    (rows: SheetRow[]) =>
      rows.map(({ id, use, taken_at, returned_at }) => {
        return {
          ...{ id, use, takenAt: new Date(taken_at) },
          returnedAt: returned_at === null ? null : new Date(returned_at),
        };
      }),
  );
  return mapQuery(joinQueries({ story, consents, sheets }), ({ story: row, ...others }) =>
    row ? { story: storyOf(row), campaign: campaignTermOf(row.term), ...others } : null,
  );
}

type Invitation = {
  id: string;
  campaignId: number;
  partnerId: number;
  /** The number of the newest one that the page showed: the same press twice is one invitation. */
  seen: number;
  isExample?: boolean;
  most: number;
  now: Date;
  keptUntil: Date;
};

/** Changes no row where another one was made meanwhile, or where the campaign has `most` already. */
export function insertStoryStatement(db: D1Database, invitation: Invitation): D1PreparedStatement {
  const { id, campaignId, partnerId, seen, most, now, keptUntil, isExample = false } = invitation;
  return db
    .prepare(
      `INSERT INTO stories (id, campaign_id, partner_id, number, state, invited_at, kept_until, is_example)
      SELECT ?1, ?2, ?3, ?4 + 1, 'invited', ?5, ?6, ?7
      WHERE coalesce((SELECT max(number) FROM stories WHERE campaign_id = ?2), 0) = ?4
        AND (SELECT count(*) FROM stories WHERE campaign_id = ?2) < ?8`,
    )
    .bind(id, campaignId, partnerId, seen, now.getTime(), keptUntil.getTime(), isExample ? 1 : 0, most);
}

/** The highest number that a campaign has given. */
export async function newestNumber(db: D1Database, campaignId: number): Promise<number> {
  const newest = await db
    .prepare('SELECT max(number) AS n FROM stories WHERE campaign_id = ?')
    .bind(campaignId)
    .first<number>('n');
  return newest ?? 0;
}

/** The newest first; what an invitation was for, and nothing of what was told. */
export async function listOfPartner(db: D1Database, partnerId: number, most: number): Promise<Story[]> {
  const { results } = await db
    .prepare('SELECT * FROM stories WHERE partner_id = ?1 ORDER BY number DESC LIMIT ?2')
    .bind(partnerId, most)
    .all<StoryRow>();
  return results.map(storyOf);
}

/** Uses an invitation. Changes no row if it was used or has ended. */
export function beginStatement(
  db: D1Database,
  {
    id,
    by,
    language,
    now,
    keptUntil,
  }: { id: string; by: string; language: Language; now: Date; keptUntil: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET state = 'begun', begun_by = ?2, language = ?3, kept_until = ?5
      WHERE id = ?1 AND state = 'invited' AND kept_until > ?4`,
    )
    .bind(id, by, language, now.getTime(), keptUntil.getTime());
}

/** Ends an invitation that nobody has used yet. Its number is not given again. */
export function cancelStatement(
  db: D1Database,
  { id, partnerId }: { id: string; partnerId: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET state = 'ended', kept_until = NULL WHERE id = ?1 AND partner_id = ?2 AND state = 'invited'`,
    )
    .bind(id, partnerId);
}

type Written = {
  id: string;
  /** The version that the teller saw. */
  seen: number;
  language: Language;
  sealed: Uint8Array;
  keptUntil: Date;
};

/** Another text. Changes no row if the teller has written another one meanwhile. */
export function writeStatement(
  db: D1Database,
  { id, seen, language, sealed, keptUntil }: Written,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET sealed = unhex(?3), language = ?4, version = version + 1, agreed_at = NULL, kept_until = ?5
      WHERE id = ?1 AND state = 'begun' AND version = ?2`,
    )
    .bind(id, seen, hex(sealed), language, keptUntil.getTime());
}

export type EndedBy = 'teller' | 'text' | 'renewed' | 'erased';

type Ending = {
  id: string;
  /** Null for all of them. */
  uses: readonly Use[] | null;
  by: EndedBy;
  now: Date;
  /** Only consents to a text that is not the one that stands. */
  isOtherText?: boolean;
};

export function endConsentsStatement(
  db: D1Database,
  { id, uses, by, now, isOtherText = false }: Ending,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE story_consents SET ended_at = ?2, ended_by = ?3
      WHERE story_id = ?1 AND ended_at IS NULL AND (?4 IS NULL OR use IN (SELECT value FROM json_each(?4)))
        AND (?5 = 0 OR version <> (SELECT version FROM stories WHERE stories.id = ?1))`,
    )
    .bind(id, now.getTime(), by, uses && JSON.stringify(uses), isOtherText ? 1 : 0);
}

type NewConsent = {
  use: Use;
  named: Naming;
  mayTranslate: boolean;
  from: Date;
  until: Date;
};

type Consenting = {
  id: string;
  version: number;
  consent: NewConsent;
  /** Without seven days before it is shown: only where the statement before it has ended another one. */
  goesOn?: boolean;
  now: Date;
};

/** Changes no row if the story has another version now. */
export function insertConsentStatement(
  db: D1Database,
  { id, version, consent, goesOn = false, now }: Consenting,
): D1PreparedStatement {
  const { use, named, mayTranslate, from, until } = consent;
  return db
    .prepare(
      `INSERT INTO story_consents
        (story_id, campaign_id, use, version, named, language, may_translate, from_at, until_at, agreed_at)
      SELECT id, campaign_id, ?3, version, ?4, language, ?5, ?6, ?7, ?8 FROM stories
      WHERE id = ?1 AND version = ?2 AND sealed IS NOT NULL AND (?9 = 0 OR changes() = 1)
      ON CONFLICT DO NOTHING`,
    )
    .bind(
      ...[id, version, use, named, mayTranslate ? 1 : 0],
      ...[from.getTime(), until.getTime(), now.getTime(), goesOn ? 1 : 0],
    );
}

export function noteAgreedStatement(
  db: D1Database,
  { id, version, now, keptUntil }: { id: string; version: number; now: Date; keptUntil: Date },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET agreed_at = ?3, kept_until = ?4 WHERE id = ?1 AND version = ?2 AND sealed IS NOT NULL`,
    )
    .bind(id, version, now.getTime(), keptUntil.getTime());
}

/** Pauses all uses, or goes on with them. */
export function pauseStatement(db: D1Database, id: string, at: Date | null): D1PreparedStatement {
  return db
    .prepare('UPDATE stories SET paused_at = ?2 WHERE id = ?1 AND (paused_at IS NULL) = (?2 IS NOT NULL)')
    .bind(id, at?.getTime() ?? null);
}

/** Where nothing is allowed any more there is nothing to pause, and the next yes means what it says. */
export function endPauseStatement(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET paused_at = NULL WHERE id = ?1 AND paused_at IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM story_consents WHERE story_id = ?1 AND ended_at IS NULL)`,
    )
    .bind(id);
}

export function keepUntilStatement(db: D1Database, id: string, until: Date): D1PreparedStatement {
  return db
    .prepare('UPDATE stories SET kept_until = ?2 WHERE id = ?1 AND sealed IS NOT NULL')
    .bind(id, until.getTime());
}

/** What is left is that there was one, and what was paid for it. */
export function eraseStatement(db: D1Database, id: string): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE stories SET state = 'ended', sealed = NULL, kept_until = NULL, begun_by = NULL WHERE id = ?`,
    )
    .bind(id);
}
