-- responses: what each petition asks, of whom, and what was answered

CREATE TABLE asks (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL CHECK (json_valid(text)),
  PRIMARY KEY (action_id, slug)
) STRICT, WITHOUT ROWID;

-- At so many signatures this is asked of that committee. asked_at: when the threshold was reached and the mail went out.
CREATE TABLE answer_requests (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  committee_id INTEGER NOT NULL REFERENCES committees (id),
  ask TEXT NOT NULL,
  signatures INTEGER NOT NULL CHECK (signatures > 0),
  -- After so many days without an answer it waits on the organizers' desk.
  within_days INTEGER NOT NULL CHECK (within_days > 0),
  asked_at INTEGER,
  PRIMARY KEY (action_id, committee_id, ask),
  FOREIGN KEY (action_id, ask) REFERENCES asks (action_id, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_requests_of_committee ON answer_requests (committee_id);
CREATE INDEX answer_requests_not_asked ON answer_requests (action_id, signatures) WHERE asked_at IS NULL;

-- Every version of every answer. A version is never changed; a recording by an organizer can be undone.
CREATE TABLE answers (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL,
  committee_id INTEGER NOT NULL,
  ask TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  answer TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  document TEXT,
  -- Days on the city's calendar: of the answer, and by which something is to be done.
  answered_on TEXT NOT NULL,
  due_on TEXT,
  -- 'link': by the committee itself. Otherwise an organizer recorded it, and `place` says where it was given.
  given_by TEXT NOT NULL,
  place TEXT,
  recorded_at INTEGER NOT NULL,
  undone_at INTEGER,
  -- Whether a commitment was kept, as an organizer marked it, with the source.
  outcome TEXT,
  outcome_on TEXT,
  outcome_source TEXT,
  -- The mail in which supporters were told.
  told_in INTEGER,
  CHECK ((outcome IS NULL) = (outcome_on IS NULL)),
  UNIQUE (action_id, committee_id, ask, version),
  FOREIGN KEY (action_id, committee_id, ask) REFERENCES answer_requests (action_id, committee_id, ask)
) STRICT;

-- A mail to supporters who want news, about answers. They are counted and then mailed in steps, by key.
CREATE TABLE answer_mailings (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  -- The ids of the answers that it tells, as a JSON array.
  answers TEXT NOT NULL CHECK (json_valid(answers)),
  -- counting, ready, sending, done, stopped
  state TEXT NOT NULL,
  at_row INTEGER NOT NULL DEFAULT 0,
  people INTEGER NOT NULL DEFAULT 0,
  mailed INTEGER NOT NULL DEFAULT 0,
  begun_at INTEGER NOT NULL,
  sent_at INTEGER
) STRICT;

-- One at a time for each petition.
CREATE UNIQUE INDEX answer_mailings_open ON answer_mailings (action_id)
  WHERE state IN ('counting', 'ready', 'sending');
CREATE INDEX answer_mailings_working ON answer_mailings (id) WHERE state IN ('counting', 'sending');
CREATE INDEX answer_mailings_of ON answer_mailings (action_id, id);
