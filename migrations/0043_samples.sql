-- samples: people drawn by chance from the member tree of a petition, and asked by mail whether they signed

CREATE TABLE samples (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  -- announced, drawing, drawn, asking, closed, cancelled
  state TEXT NOT NULL,
  -- How many are to be drawn, and how many days they have to answer.
  size INTEGER NOT NULL,
  days INTEGER NOT NULL,
  -- Where the seed comes from, and the day on which it is known: after the week whose statement has the tree.
  source TEXT NOT NULL,
  seed_on TEXT NOT NULL,
  week TEXT NOT NULL,
  announced_at INTEGER NOT NULL,
  seed TEXT,
  seeded_at INTEGER,
  -- Of the member tree in the statement: its leaves, and how many signatures count.
  tree_size INTEGER,
  counting INTEGER,
  -- While it is drawn: the key of the last signature that was read, and whether all candidates are looked for.
  at_row INTEGER NOT NULL DEFAULT 0,
  is_wide INTEGER NOT NULL DEFAULT 0 CHECK (is_wide IN (0, 1)),
  drawn_at INTEGER,
  -- Numbers of leaves as a JSON array, in the order of the drawing.
  leaves TEXT CHECK (json_valid(leaves)),
  numbers INTEGER,
  passed_over INTEGER,
  asked_at INTEGER,
  closes_at INTEGER,
  closed_at INTEGER,
  cancelled_at INTEGER,
  -- Counted when it is closed: who was reached by the mail, and what they said.
  asked INTEGER,
  yes INTEGER,
  no INTEGER,
  CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((state = 'closed') = (asked IS NOT NULL AND yes IS NOT NULL AND no IS NOT NULL))
) STRICT;

-- One at a time for each petition.
CREATE UNIQUE INDEX samples_at_once ON samples (action_id) WHERE state IN ('announced', 'drawing', 'drawn', 'asking');
CREATE INDEX samples_of ON samples (action_id, id);
CREATE INDEX samples_of_campaign ON samples (campaign_id, id);
CREATE INDEX samples_working ON samples (state) WHERE state IN ('drawing', 'asking');

-- Who is in a sample, in the order of the drawing. The rows go when it is closed: only the counts stay.
CREATE TABLE sample_people (
  sample_id INTEGER NOT NULL REFERENCES samples (id),
  nth INTEGER NOT NULL,
  leaf INTEGER NOT NULL,
  -- NULL once erased.
  signature_id TEXT,
  is_mailed INTEGER NOT NULL DEFAULT 0 CHECK (is_mailed IN (0, 1)),
  answer TEXT,
  PRIMARY KEY (sample_id, nth)
) STRICT, WITHOUT ROWID;

CREATE INDEX sample_people_by_signature ON sample_people (signature_id) WHERE signature_id IS NOT NULL;

-- Signatures whose owners want no such question.
CREATE TABLE sample_refusals (signature_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
