-- coalition: the organizations that bring people in, and what each source brought

-- Never deleted: links and keys name a partner by its id. A retired one stands behind nothing new; what came by it stays its own.
CREATE TABLE partners (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  sector TEXT NOT NULL,
  site_url TEXT,
  contact_email TEXT NOT NULL,
  role TEXT NOT NULL CHECK (json_valid(role)),
  -- When it agreed to the campaign's norms; NULL where it has not yet.
  norms_on TEXT,
  may_ask_contact INTEGER NOT NULL DEFAULT 0 CHECK (may_ask_contact IN (0, 1)),
  -- Its page and its key hold while they are of these versions.
  link INTEGER NOT NULL DEFAULT 1,
  key_version INTEGER NOT NULL DEFAULT 1,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  UNIQUE (campaign_id, slug)
) STRICT;

CREATE TABLE sources (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  -- NULL is the campaign's own.
  partner_id INTEGER REFERENCES partners (id),
  kind TEXT NOT NULL,
  PRIMARY KEY (campaign_id, slug)
) STRICT, WITHOUT ROWID;

-- Short ways to a page of a campaign, for a share or a QR code

CREATE TABLE short_links (
  code TEXT PRIMARY KEY CHECK (code NOT GLOB '*[^a-z0-9-]*'),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- A path with its query; nothing personal.
  target TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- How often a page or widget was opened by a source. A statistic of openings, not of people, and no part of the
-- account; the day is UTC's.
CREATE TABLE source_views (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  source TEXT NOT NULL,
  day TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, source, day)
) STRICT, WITHOUT ROWID;

-- All days together.
CREATE TABLE source_view_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  source TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, source)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER views_of_a_day_begin AFTER INSERT ON source_views
BEGIN
  INSERT INTO source_view_counts VALUES (NEW.action_id, NEW.source, NEW.n) ON CONFLICT DO UPDATE SET n = n + NEW.n;
END;

CREATE TRIGGER views_of_a_day_rise AFTER UPDATE OF n ON source_views
BEGIN
  UPDATE source_view_counts SET n = n + NEW.n - OLD.n WHERE action_id = NEW.action_id AND source = NEW.source;
END;

-- webhooks: what a partner's own programs are told

CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  -- The partner's, so that a commit finds with one look whether anybody wants to hear of it.
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  url TEXT NOT NULL,
  -- What deliveries are signed with, AES-GCM under the keyring.
  secret BLOB NOT NULL,
  events TEXT NOT NULL CHECK (json_valid(events)),
  created_at INTEGER NOT NULL,
  -- Told nothing any more since then.
  off_at INTEGER,
  -- Rounds that failed one after another, and until when the next one waits.
  failures INTEGER NOT NULL DEFAULT 0,
  rest_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX webhooks_on ON webhooks (campaign_id) WHERE off_at IS NULL;
CREATE INDEX webhooks_of_partner ON webhooks (partner_id);

-- One thing to tell one webhook. Its content is made when it is sent: nothing personal lies here.
CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  event TEXT NOT NULL,
  -- A signature's id; a petition's and its threshold with a colon between them.
  ref TEXT NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When it is tried next. Whoever tries it holds it by its lease, and it is due again when that has ended.
  due_at INTEGER NOT NULL,
  lease_until INTEGER,
  -- Of the last attempt: the HTTP status (NULL where none came back), and how the answer began.
  last_status INTEGER,
  last_answer TEXT CHECK (length(last_answer) <= 200),
  last_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (webhook_id, event, ref)
) STRICT;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_kept ON webhook_deliveries (created_at);
CREATE INDEX webhook_deliveries_latest ON webhook_deliveries (webhook_id, last_at) WHERE last_at IS NOT NULL;

-- embeds: the sites on which a campaign's forms were shown, as browsers told. A statistic of openings, by UTC days; no
-- address of a page and nothing of a person.
CREATE TABLE embed_hosts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  host TEXT NOT NULL,
  first_on TEXT NOT NULL,
  last_on TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (campaign_id, host)
) STRICT, WITHOUT ROWID;
