-- replication: what tells one log from another, and a shorter log that has to be explained

-- The public keys that have signed the newest head that was verified, a JSON list in base64. Two addresses with one of
-- them are one log.
ALTER TABLE neighbor_logs ADD COLUMN signed_by TEXT NOT NULL DEFAULT '[]';

-- A signed head that is shorter than the one that was known, and that the site has not proven to be its beginning.
ALTER TABLE neighbor_logs ADD COLUMN doubt TEXT;

-- Whether the statement names the log in which it was read.
ALTER TABLE city_statements ADD COLUMN names_log INTEGER NOT NULL DEFAULT 0;
