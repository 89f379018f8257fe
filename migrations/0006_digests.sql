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

-- What each digest told of each action, in one line: for lists of weeks, and for what was told last. The digests
-- themselves are long, and there is one more of them every week.
CREATE TABLE digest_lines (
  committee_id INTEGER NOT NULL REFERENCES committees (id),
  week TEXT NOT NULL,
  -- The section of the digest, such as 'petitions'.
  section TEXT NOT NULL,
  slug TEXT NOT NULL,
  state TEXT NOT NULL,
  confirmed INTEGER NOT NULL,
  change INTEGER NOT NULL,
  -- How many of earlier weeks this week corrected.
  corrected INTEGER NOT NULL,
  mailed INTEGER NOT NULL CHECK (mailed IN (0, 1)),
  PRIMARY KEY (committee_id, week, section, slug)
) STRICT, WITHOUT ROWID;
CREATE INDEX digest_lines_told ON digest_lines (committee_id, section, slug, week);
CREATE INDEX digest_lines_mailed ON digest_lines (committee_id, section, slug, week) WHERE mailed = 1;
