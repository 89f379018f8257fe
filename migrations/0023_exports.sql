-- exports: lists of people who checked a box that lets the campaign or a partner write to them

CREATE TABLE exports (
  id TEXT PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- NULL: all petitions and surveys of the campaign.
  action_id INTEGER REFERENCES actions (id),
  -- NULL: who wants the campaign's news. Otherwise who lets this partner write.
  partner_id INTEGER REFERENCES partners (id),
  preset TEXT NOT NULL,
  organizer_id TEXT NOT NULL REFERENCES organizers (id),
  asked_at INTEGER NOT NULL,
  -- How far it has come: it is made in steps, by key.
  at_action INTEGER NOT NULL DEFAULT 0,
  at_row INTEGER NOT NULL DEFAULT 0,
  parts INTEGER NOT NULL DEFAULT 0,
  people INTEGER NOT NULL DEFAULT 0,
  -- Suppressed addresses, which are left out.
  left_out INTEGER NOT NULL DEFAULT 0,
  -- Of the bytes of the whole file.
  bytes INTEGER,
  hash TEXT CHECK (length(hash) = 64),
  ready_at INTEGER,
  -- When the file was deleted, and why. The row stays.
  gone_at INTEGER,
  gone_why TEXT,
  CHECK (ready_at IS NULL OR hash IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX exports_of ON exports (campaign_id, id);
CREATE INDEX exports_held ON exports (campaign_id) WHERE gone_at IS NULL;
CREATE INDEX exports_making ON exports (asked_at) WHERE gone_at IS NULL AND ready_at IS NULL;

-- The file, for an hour: text under AES-GCM by the keyring, in base64url.
CREATE TABLE export_parts (
  export_id TEXT NOT NULL REFERENCES exports (id),
  nth INTEGER NOT NULL,
  sealed TEXT NOT NULL,
  PRIMARY KEY (export_id, nth)
) STRICT;

CREATE TRIGGER export_goes AFTER UPDATE OF gone_at ON exports WHEN NEW.gone_at IS NOT NULL
BEGIN
  DELETE FROM export_parts WHERE export_id = NEW.id;
END;
