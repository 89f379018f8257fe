-- Text that people read is JSON by language: {"en": "...", "es": "..."}.
-- Instants are milliseconds since 1970 (..._at), dates are YYYY-MM-DD in the city's time zone (..._on),
-- weeks are ISO weeks there (YYYY-Www, which sorts as text).

-- platform: mail, daily caps and the switches

CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  -- What the mail tells of (a signature's, digest's or petition's id), and which of its mails it is.
  ref TEXT NOT NULL,
  kind TEXT NOT NULL,
  inbox_key BLOB,
  state TEXT NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  batch_id TEXT,
  lease_until INTEGER,
  first_tried_at INTEGER,
  -- The mail as it is sent, sealed and frozen by the claim.
  content BLOB,
  provider_id TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  sent_at INTEGER,
  delayed_at INTEGER,
  UNIQUE (ref, kind)
) STRICT;

CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_claimed ON outbox (lease_until) WHERE state = 'claimed';
CREATE INDEX outbox_batch ON outbox (batch_id) WHERE state = 'claimed';
CREATE INDEX outbox_by_inbox ON outbox (inbox_key) WHERE inbox_key IS NOT NULL;
CREATE INDEX outbox_kept ON outbox (created_at) WHERE content IS NOT NULL;
CREATE INDEX outbox_provided ON outbox (provider_id) WHERE provider_id IS NOT NULL;

CREATE TABLE daily_caps (
  key BLOB NOT NULL,
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (key, day)
) STRICT, WITHOUT ROWID;

-- Fingerprints of addresses whose mail came back for good, or who called it spam.
CREATE TABLE suppressions (
  key BLOB PRIMARY KEY CHECK (length(key) = 16),
  reason TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A switch that has a row is on.
CREATE TABLE switches (
  name TEXT PRIMARY KEY CHECK (name IN ('signing-paused', 'reminders-paused', 'read-only')),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
