-- organizers

CREATE TABLE organizers (
  id TEXT PRIMARY KEY,
  -- A fingerprint of the canonical address, for comparing only. The address itself is sealed.
  email_key BLOB NOT NULL UNIQUE,
  sealed BLOB NOT NULL,
  language TEXT NOT NULL DEFAULT 'en',
  -- Wants a mail once a day while something waits for more than a day.
  daily_mail INTEGER NOT NULL DEFAULT 1 CHECK (daily_mail IN (0, 1)),
  mailed_on TEXT,
  created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE organizer_roles (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  organizer_id TEXT NOT NULL REFERENCES organizers (id),
  role TEXT NOT NULL,
  since INTEGER NOT NULL,
  last_used_at INTEGER,
  ended_at INTEGER,
  PRIMARY KEY (campaign_id, organizer_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX organizer_roles_of ON organizer_roles (organizer_id);

CREATE TABLE organizer_sessions (
  -- SHA-256 of the cookie.
  id_hash TEXT PRIMARY KEY,
  organizer_id TEXT NOT NULL REFERENCES organizers (id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- When the passkey was last shown in this session.
  passkey_at INTEGER,
  -- What a ceremony that goes on now has to sign.
  challenge TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX organizer_sessions_of ON organizer_sessions (organizer_id);
CREATE INDEX organizer_sessions_end ON organizer_sessions (expires_at);

CREATE TABLE organizer_links (
  token_hash TEXT PRIMARY KEY,
  organizer_id TEXT NOT NULL REFERENCES organizers (id),
  -- SHA-256 of the cookie of the browser that asked. Null: an invitation, which any browser may open.
  browser_hash TEXT,
  -- The outbox row that carries it knows it by this; the link itself is derived from the keyring.
  ref TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX organizer_links_of ON organizer_links (organizer_id, created_at);
CREATE INDEX organizer_links_end ON organizer_links (expires_at);

CREATE TABLE organizer_passkeys (
  id TEXT PRIMARY KEY,
  organizer_id TEXT NOT NULL REFERENCES organizers (id),
  public_key TEXT NOT NULL,
  algorithm TEXT NOT NULL,
  counter INTEGER NOT NULL,
  label TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX organizer_passkeys_of ON organizer_passkeys (organizer_id);

-- Who looks after what waits, so that two people do not do the same.
CREATE TABLE organizer_claims (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  what TEXT NOT NULL,
  organizer_id TEXT NOT NULL REFERENCES organizers (id),
  claimed_at INTEGER NOT NULL,
  until INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, what)
) STRICT, WITHOUT ROWID;

-- acts

CREATE TABLE acts (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- Null: of the whole site. Each campaign has a chain of its own.
  campaign_id INTEGER REFERENCES campaigns (id),
  at INTEGER NOT NULL,
  -- An organizer's id, or 'command'.
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  reason TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  -- How many rows it changed.
  n INTEGER NOT NULL,
  batch TEXT,
  undoes TEXT UNIQUE REFERENCES acts (id),
  -- The hash of the act before it. Unique, so that of two acts at once one fails and is tried again.
  prev TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX acts_of ON acts (campaign_id, seq);
CREATE INDEX acts_of_kind ON acts (campaign_id, kind, seq);
CREATE INDEX acts_of_actor ON acts (campaign_id, actor, seq);
CREATE INDEX acts_about ON acts (campaign_id, subject, seq);

CREATE TRIGGER acts_are_not_changed BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;

CREATE TRIGGER acts_are_not_deleted BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are append-only'); END;

-- A row that does not hold fails, and with it the batch that asked. Empty between batches.
CREATE TABLE act_checks (holds INTEGER NOT NULL CONSTRAINT changed_meanwhile CHECK (holds = 1)) STRICT;
