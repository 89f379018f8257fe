-- Retention counts from `closed_at`, when an action was really closed, and not from a date that somebody typed. What
-- is to be erased is announced before, and can be put off.
ALTER TABLE actions ADD COLUMN kept_until INTEGER;
ALTER TABLE actions ADD COLUMN erasing_told_at INTEGER;

-- What was closed and opened again, for the digest.
CREATE TABLE reopenings (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  reopened_at INTEGER NOT NULL,
  closed_at INTEGER NOT NULL,
  PRIMARY KEY (action_id, reopened_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX thresholds_ahead ON thresholds (action_id) WHERE reached_at IS NULL;
