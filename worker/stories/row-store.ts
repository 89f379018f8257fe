import type { Language } from '../../web/language.ts';
import { fromBlob } from '../platform/crypto/bytes.ts';
import type { CampaignTerm, Consent, Naming, Pay, StopReason, Story, StoryState, Use } from './rules.ts';

export type StoryRow = {
  id: string;
  campaign_id: number;
  partner_id: number;
  number: number;
  state: StoryState;
  invited_at: number;
  begun_by: string | null;
  language: Language;
  sealed: number[] | null;
  version: number;
  looked_version: number;
  agreed_at: number | null;
  paused_at: number | null;
  stopped_at: number | null;
  stop_reason: StopReason | null;
  is_example: 0 | 1;
  pay: Pay;
  pay_cents: number;
  kept_until: number | null;
};

const dateOf = (at: number | null) => (at === null ? null : new Date(at));

export function storyOf(row: StoryRow): Story {
  return {
    ...{ id: row.id, campaignId: row.campaign_id, partnerId: row.partner_id, number: row.number },
    ...{ state: row.state, invitedAt: new Date(row.invited_at), begunBy: row.begun_by },
    ...{ language: row.language, sealed: row.sealed && fromBlob(row.sealed) },
    ...{ version: row.version, lookedVersion: row.looked_version },
    agreedAt: dateOf(row.agreed_at),
    pausedAt: dateOf(row.paused_at),
    stoppedAt: dateOf(row.stopped_at),
    stopReason: row.stop_reason,
    isExample: row.is_example === 1,
    ...{ pay: row.pay, payCents: row.pay_cents },
    keptUntil: dateOf(row.kept_until),
  };
}

export type ConsentRow = {
  use: Use;
  consent_version: number;
  named: Naming;
  consent_language: Language;
  may_translate: 0 | 1;
  from_at: number;
  until_at: number;
  consent_agreed_at: number;
  ended_at: number | null;
};

/** The columns of a consent, beside those of its story. */
export const consentColumns = `use, story_consents.version AS consent_version, named,
  story_consents.language AS consent_language, may_translate, from_at, until_at,
  story_consents.agreed_at AS consent_agreed_at, ended_at`;

export function consentOf(row: ConsentRow): Consent {
  return {
    ...{ use: row.use, version: row.consent_version, named: row.named, language: row.consent_language },
    mayTranslate: row.may_translate === 1,
    ...{ from: new Date(row.from_at), until: new Date(row.until_at) },
    agreedAt: new Date(row.consent_agreed_at),
    endedAt: dateOf(row.ended_at),
  };
}

/** What `goesOn` needs of the campaign whose id is in `column`, as JSON. */
export function termSql(column: string): string {
  const { isPublic, openUntil, hasClosed } = termOf(column);
  return `json_object('isPublic', ${isPublic}, 'openUntil', ${openUntil}, 'hasClosed', ${hasClosed})`;
}

/** `goesOn` itself, at `now` in milliseconds. Both are SQL. */
export function goesOnSql(column: string, now: string): string {
  const { isPublic, openUntil, hasClosed } = termOf(column);
  return `(${isPublic} AND coalesce(${openUntil} > ${now}, NOT ${hasClosed}))`;
}

function termOf(column: string) {
  const ofActions = `FROM actions WHERE actions.campaign_id = ${column} AND actions.state`;
  return {
    isPublic: `(SELECT is_public = 1 AND json_type(content, '$.stories') = 'object' FROM campaigns
      WHERE campaigns.id = ${column})`,
    openUntil: `(SELECT max(coalesce(closes_at, ${never})) ${ofActions} = 'open')`,
    hasClosed: `EXISTS (SELECT 1 ${ofActions} = 'closed')`,
  };
}

const never = 9_000_000_000_000_000;

type TermJson = { isPublic: 0 | 1 | null; openUntil: number | null; hasClosed: 0 | 1 };

export function campaignTermOf(json: string): CampaignTerm {
  const { isPublic, openUntil, hasClosed }: TermJson = JSON.parse(json);
  return { isPublic: isPublic === 1, openUntil, hasClosed: hasClosed === 1 };
}
