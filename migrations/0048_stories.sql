-- stories: what survivors tell, and for what each of them allows it

-- One row from the invitation on. What was told is sealed and is only opened to be shown.
CREATE TABLE stories (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  -- How people name it, within its campaign.
  number INTEGER NOT NULL,
  -- invited, begun, ended
  state TEXT NOT NULL,
  invited_at INTEGER NOT NULL,
  -- The press that used the invitation, so that a double click is one press.
  begun_by TEXT,
  language TEXT NOT NULL DEFAULT 'en',
  sealed BLOB,
  -- Of the text. A consent is to one version.
  version INTEGER NOT NULL DEFAULT 0,
  -- The version that a guide has read.
  looked_version INTEGER NOT NULL DEFAULT 0,
  agreed_at INTEGER,
  paused_at INTEGER,
  -- By a guide, with the code of the reason.
  stopped_at INTEGER,
  stop_reason TEXT,
  is_example INTEGER NOT NULL DEFAULT 0 CHECK (is_example IN (0, 1)),
  -- none, offered, declined, paid
  pay TEXT NOT NULL DEFAULT 'none',
  pay_cents INTEGER NOT NULL DEFAULT 0 CHECK (pay_cents >= 0),
  -- Then an invitation is deleted, and a text is erased.
  kept_until INTEGER,
  UNIQUE (campaign_id, number),
  CHECK (state = 'begun' OR sealed IS NULL)
) STRICT;

CREATE INDEX stories_to_look ON stories (campaign_id, agreed_at)
  WHERE agreed_at IS NOT NULL AND looked_version < version AND stopped_at IS NULL AND sealed IS NOT NULL;
CREATE INDEX stories_of_partner ON stories (partner_id, number);
CREATE INDEX stories_kept ON stories (kept_until) WHERE kept_until IS NOT NULL;
CREATE INDEX stories_paid ON stories (campaign_id, pay_cents) WHERE pay = 'paid';

-- For one use of one version. Without a row that holds now, nothing is shown for that use.
CREATE TABLE story_consents (
  id INTEGER PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id),
  -- The story's, for lists of a campaign.
  campaign_id INTEGER NOT NULL,
  -- page, digest, hearing, press, training, other-city
  use TEXT NOT NULL,
  version INTEGER NOT NULL,
  -- none, initial, name
  named TEXT NOT NULL,
  language TEXT NOT NULL,
  may_translate INTEGER NOT NULL CHECK (may_translate IN (0, 1)),
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL,
  agreed_at INTEGER NOT NULL,
  -- teller, text, renewed, expired, erased
  ended_at INTEGER,
  ended_by TEXT,
  CHECK (until_at > from_at)
) STRICT;

CREATE UNIQUE INDEX story_consents_standing ON story_consents (story_id, use) WHERE ended_at IS NULL;
CREATE INDEX story_consents_of_use ON story_consents (campaign_id, use, from_at, story_id) WHERE ended_at IS NULL;
CREATE INDEX story_consents_to_renew ON story_consents (campaign_id, until_at) WHERE ended_at IS NULL;
CREATE INDEX story_consents_to_end ON story_consents (until_at) WHERE ended_at IS NULL;

-- A sheet that an organizer took out of the console for a use outside of these pages.
CREATE TABLE story_sheets (
  id INTEGER PRIMARY KEY,
  story_id TEXT NOT NULL REFERENCES stories (id),
  -- The story's, for lists of a campaign.
  campaign_id INTEGER NOT NULL,
  use TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  -- An organizer said that it is used no more.
  returned_at INTEGER
) STRICT;

CREATE INDEX story_sheets_out ON story_sheets (campaign_id, taken_at) WHERE returned_at IS NULL;
CREATE INDEX story_sheets_of_story ON story_sheets (story_id, taken_at);
