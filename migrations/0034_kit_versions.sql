-- kits: every kit that was opened, as it was written

CREATE TABLE kit_versions (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  number INTEGER NOT NULL CHECK (number > 0),
  -- The canonical text: the keys in the order of the schemas. The hash is SHA-256 of its bytes, in hex.
  kit TEXT NOT NULL CHECK (json_valid(kit)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  at INTEGER NOT NULL,
  -- An organizer's id, or 'command'.
  actor TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (campaign_id, number)
) STRICT;

CREATE TRIGGER kit_versions_are_not_changed BEFORE UPDATE ON kit_versions
BEGIN SELECT RAISE(ABORT, 'kit versions are append-only'); END;

-- drafts: what organizers change before it is public

CREATE TABLE drafts (
  id TEXT PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'thrown-away', 'published')),
  -- The number of the kit version that it changes; 0 where none was kept yet.
  based_on INTEGER NOT NULL,
  -- The number of its latest save.
  version INTEGER NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  -- The private link for others to look at it. A new generation ends the links before it.
  link_generation INTEGER NOT NULL DEFAULT 0,
  link_until INTEGER,
  -- When it is published by itself, on whose word and with which options (JSON).
  publish_at INTEGER,
  publish_actor TEXT,
  publish_options TEXT CHECK (publish_options IS NULL OR json_valid(publish_options)),
  -- Why it was not published at its time, and when that was (JSON).
  failed_at INTEGER,
  failure TEXT CHECK (failure IS NULL OR json_valid(failure))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX drafts_open ON drafts (campaign_id) WHERE state = 'open';
CREATE INDEX drafts_due ON drafts (publish_at) WHERE state = 'open' AND publish_at IS NOT NULL;
CREATE INDEX drafts_ended ON drafts (ended_at) WHERE ended_at IS NOT NULL;

-- Each save of a draft. The earlier ones show what two people changed at the same time.
CREATE TABLE draft_saves (
  draft_id TEXT NOT NULL REFERENCES drafts (id),
  version INTEGER NOT NULL CHECK (version > 0),
  kit TEXT NOT NULL CHECK (json_valid(kit)),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  -- Which part of the kit was saved, such as 'petitions'.
  part TEXT NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (draft_id, version)
) STRICT;
