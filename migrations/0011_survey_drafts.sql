-- What somebody has entered into a survey, between two of its pages. The key is an HMAC of the id in the address, the
-- content is sealed, and both go after a short time.
CREATE TABLE survey_drafts (
  draft_key BLOB PRIMARY KEY CHECK (length(draft_key) = 16),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  sealed BLOB NOT NULL,
  kept_until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_drafts_by_end ON survey_drafts (kept_until);
