-- questions: what people ask a campaign, and what it answers in public

-- Sealed: a name, an address, and the question as it was typed.
CREATE TABLE asked_questions (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- unconfirmed, waiting, answered, hidden, withdrawn, lapsed
  state TEXT NOT NULL,
  language TEXT NOT NULL,
  sealed BLOB,
  -- Why it is hidden, a code; or the public answer to it.
  reason TEXT,
  entry_id TEXT REFERENCES question_entries (id),
  -- Counts the decisions and their undoing. What was decided before the last one is told to nobody.
  decisions INTEGER NOT NULL DEFAULT 0,
  received_at INTEGER NOT NULL,
  confirmed_at INTEGER,
  -- Then what is sealed is erased.
  kept_until INTEGER
) STRICT;

CREATE INDEX asked_questions_waiting ON asked_questions (campaign_id, confirmed_at) WHERE state = 'waiting';
CREATE INDEX asked_questions_to_erase ON asked_questions (kept_until) WHERE sealed IS NOT NULL;
CREATE INDEX asked_questions_answered ON asked_questions (entry_id) WHERE entry_id IS NOT NULL;

-- A public question with its answer, or a myth with the fact. `version` is the one that is shown.
CREATE TABLE question_entries (
  id TEXT PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  version INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE INDEX question_entries_of_campaign ON question_entries (campaign_id, id);

-- Every version is kept.
CREATE TABLE question_entry_versions (
  entry_id TEXT NOT NULL REFERENCES question_entries (id),
  version INTEGER NOT NULL CHECK (version > 0),
  -- The question, or the myth.
  asked TEXT NOT NULL CHECK (json_valid(asked)),
  -- Only of a myth.
  fact TEXT CHECK (json_valid(fact)),
  answer TEXT NOT NULL CHECK (json_valid(answer)),
  source TEXT NOT NULL,
  source_url TEXT,
  -- A day on the city's calendar.
  answered_on TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (entry_id, version)
) STRICT, WITHOUT ROWID;
