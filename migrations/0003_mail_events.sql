-- platform: what the mail service tells of a mail, whom no mail goes to any more, and the switches

ALTER TABLE outbox ADD COLUMN delayed_at INTEGER;

CREATE INDEX outbox_provided ON outbox (provider_id) WHERE provider_id IS NOT NULL;

-- Fingerprints of addresses whose mail came back for good, or who called it spam.
CREATE TABLE suppressions (
  key BLOB PRIMARY KEY CHECK (length(key) = 16),
  reason TEXT NOT NULL CHECK (reason IN ('bounced', 'complained')),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A switch that has a row is on.
CREATE TABLE switches (
  name TEXT PRIMARY KEY CHECK (name IN ('signing-paused', 'reminders-paused', 'read-only')),
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- signatures whose mail came back, until their personal data is erased

CREATE INDEX signatures_bounced ON signatures (due_at) WHERE state = 'invalidated' AND due_at IS NOT NULL;
