-- digests

CREATE TABLE digests (
  id TEXT PRIMARY KEY,
  committee_id INTEGER NOT NULL REFERENCES committees (id),
  week TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  made_at INTEGER NOT NULL,
  mailed INTEGER NOT NULL CHECK (mailed IN (0, 1)),
  UNIQUE (committee_id, week)
) STRICT;
