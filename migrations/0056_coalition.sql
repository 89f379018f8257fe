-- coalition: what partners agree to, and what they work on together

-- The codes that `partners.sector` may have: a table, so that a new one needs no new table of partners.
CREATE TABLE partner_sectors (
  code TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

INSERT INTO partner_sectors VALUES ('law-enforcement'), ('victim-services'), ('business'), ('healthcare'), ('faith'),
  ('foundation'), ('advocacy'), ('survivor-led'), ('other');

CREATE TRIGGER partners_begin_in_a_sector BEFORE INSERT ON partners
WHEN NOT EXISTS (SELECT 1 FROM partner_sectors WHERE code = NEW.sector)
BEGIN
  SELECT RAISE(ABORT, 'unknown sector');
END;

CREATE TRIGGER partners_stay_in_a_sector BEFORE UPDATE OF sector ON partners
WHEN NOT EXISTS (SELECT 1 FROM partner_sectors WHERE code = NEW.sector)
BEGIN
  SELECT RAISE(ABORT, 'unknown sector');
END;

-- What a partner brings, and what it decides; NULL where nobody said.
ALTER TABLE partners ADD COLUMN brings TEXT CHECK (json_valid(brings));
ALTER TABLE partners ADD COLUMN decides TEXT CHECK (json_valid(decides));
-- The version of the norms about which a mail to it is still to be stored.
ALTER TABLE partners ADD COLUMN norms_ask INTEGER;

CREATE INDEX partners_to_ask ON partners (norms_ask) WHERE norms_ask IS NOT NULL;

-- Each text of the norms. Never changed: partners agree to one of them. An empty list is none.
CREATE TABLE norm_versions (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  version INTEGER NOT NULL CHECK (version > 0),
  text TEXT NOT NULL CHECK (json_valid(text)),
  since INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE norm_agreements (
  id INTEGER PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  version INTEGER NOT NULL,
  -- A day of the city.
  agreed_on TEXT NOT NULL,
  -- kit, link
  by TEXT NOT NULL,
  withdrawn_at INTEGER
) STRICT;

CREATE UNIQUE INDEX norm_agreements_standing ON norm_agreements (partner_id, version) WHERE withdrawn_at IS NULL;
CREATE INDEX norm_agreements_of ON norm_agreements (partner_id);
CREATE INDEX norm_agreements_by_kit ON norm_agreements (partner_id, agreed_on) WHERE by = 'kit';

INSERT INTO norm_versions
SELECT id, 1, content -> 'norms', CAST(strftime('%s', 'now') AS INTEGER) * 1000 FROM campaigns
WHERE json_array_length(content, '$.norms') > 0;

INSERT INTO norm_agreements (partner_id, version, agreed_on, by)
SELECT partners.id, 1, norms_on, 'kit'
FROM partners JOIN norm_versions USING (campaign_id) WHERE norms_on IS NOT NULL;

CREATE TRIGGER norm_versions_are_asked_about AFTER INSERT ON norm_versions WHEN NEW.text <> '[]'
BEGIN
  UPDATE partners SET norms_ask = NEW.version WHERE campaign_id = NEW.campaign_id AND retired = 0;
END;

-- The agenda, the ideas and the notes of meetings.
CREATE TABLE coalition_entries (
  id TEXT PRIMARY KEY CHECK (length(id) = 26),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- agenda, idea, notes
  kind TEXT NOT NULL,
  -- Whose it is; NULL is the campaign's own.
  partner_id INTEGER REFERENCES partners (id),
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  -- Of the agenda: who does it.
  who TEXT NOT NULL DEFAULT '',
  -- The day by which it is done, or on which the meeting was held.
  on_day TEXT,
  added_at INTEGER NOT NULL,
  -- open, done, off
  state TEXT NOT NULL DEFAULT 'open'
) STRICT;

CREATE INDEX coalition_entries_shown ON coalition_entries (campaign_id, kind, id) WHERE state <> 'off';
CREATE INDEX coalition_entries_by_day ON coalition_entries (campaign_id, kind, added_at);
CREATE INDEX coalition_entries_of_partner ON coalition_entries (partner_id);

-- What somebody brought, and that it was them, nobody rewrites later.
CREATE TRIGGER coalition_entries_stay BEFORE UPDATE OF campaign_id, kind, partner_id, text, language, who, on_day, added_at
ON coalition_entries
BEGIN
  SELECT RAISE(ABORT, 'entries are not rewritten');
END;
