-- statements

-- Signatures that have started (1) or stopped (-1) to count and are in no statement yet. In the order of the key it
-- grows at its end. Rows go when a week is being closed.
CREATE TABLE member_changes (
  action_id INTEGER NOT NULL,
  week TEXT NOT NULL,
  at INTEGER NOT NULL,
  signature_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, week, at, signature_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER member_starts AFTER UPDATE OF state ON signatures
  WHEN OLD.state <> 'confirmed' AND NEW.state = 'confirmed'
BEGIN
  INSERT INTO member_changes VALUES (NEW.action_id, NEW.changed_week, NEW.changed_at, NEW.id, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER member_stops AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state <> 'confirmed'
BEGIN
  INSERT INTO member_changes VALUES (NEW.action_id, NEW.changed_week, NEW.changed_at, NEW.id, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

-- The leaves of the week that is being closed, of all its changes of one signature together. `n` is 1, -1, or 0 where
-- it ended as it was before. The entry and, for a start, its salt are made in a second step.
CREATE TABLE member_leaves (
  action_id INTEGER NOT NULL,
  signature_id TEXT NOT NULL,
  n INTEGER NOT NULL,
  entry BLOB,
  salt BLOB,
  PRIMARY KEY (action_id, signature_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX member_leaves_to_make ON member_leaves (action_id) WHERE entry IS NULL AND n <> 0;
CREATE INDEX member_leaves_in_order ON member_leaves (action_id, entry) WHERE entry IS NOT NULL AND n <> 0;

-- `size`, `added` and `removed` are what the last statement says; `built` and the two after it what is ready for the
-- next one, up to the entry `built_to`. `step` rises with each step, so that of two runs at once one stops.
CREATE TABLE member_trees (
  action_id INTEGER PRIMARY KEY REFERENCES actions (id),
  size INTEGER NOT NULL DEFAULT 0,
  added INTEGER NOT NULL DEFAULT 0,
  removed INTEGER NOT NULL DEFAULT 0,
  built INTEGER NOT NULL DEFAULT 0,
  built_added INTEGER NOT NULL DEFAULT 0,
  built_removed INTEGER NOT NULL DEFAULT 0,
  built_to BLOB,
  step INTEGER NOT NULL DEFAULT 0,
  -- The leaves in member_leaves are those of a week that has been closed.
  is_closed INTEGER NOT NULL DEFAULT 0 CHECK (is_closed IN (0, 1)),
  CHECK (size = added + removed AND built = built_added + built_removed AND built >= size)
) STRICT;

CREATE INDEX member_trees_closed ON member_trees (action_id) WHERE is_closed = 1;

INSERT INTO member_trees (action_id) SELECT id FROM actions;

CREATE TRIGGER member_tree_of_new_action AFTER INSERT ON actions
BEGIN
  INSERT INTO member_trees (action_id) VALUES (NEW.id);
END;

-- Where each signature stands in the member tree of its action. Its salt is NULL once the signature is erased.
CREATE TABLE members (
  signature_id TEXT NOT NULL,
  leaf INTEGER NOT NULL,
  salt BLOB CHECK (length(salt) = 32),
  removed_leaf INTEGER,
  PRIMARY KEY (signature_id, leaf)
) STRICT, WITHOUT ROWID;

-- C2SP tlog-tiles of the log (tree 0) and of the member trees (the action's id). Level -1 holds the entries of a member
-- tree; those of the log are in `statements`.
CREATE TABLE tree_tiles (
  tree INTEGER NOT NULL,
  level INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (tree, level, idx)
) STRICT;

-- The entries of the log: canonical JSON.
CREATE TABLE statements (
  log_index INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  entry TEXT NOT NULL CHECK (json_valid(entry)),
  made_at INTEGER NOT NULL,
  UNIQUE (action_id, week)
) STRICT;

CREATE TRIGGER statements_are_not_changed BEFORE UPDATE ON statements
BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

CREATE TRIGGER statements_are_not_deleted BEFORE DELETE ON statements
BEGIN SELECT RAISE(ABORT, 'statements are append-only'); END;

-- The head of the log after each closing, signed with the keys of that time. `cosignatures` are lines by witnesses.
CREATE TABLE log_heads (
  size INTEGER PRIMARY KEY,
  note TEXT NOT NULL,
  cosignatures TEXT NOT NULL DEFAULT '',
  made_at INTEGER NOT NULL
) STRICT;

-- Every key that has signed a head, oldest first.
CREATE TABLE log_keys (
  vkey TEXT PRIMARY KEY,
  since INTEGER NOT NULL
) STRICT;

-- How far each witness has cosigned.
CREATE TABLE log_witnesses (
  vkey TEXT PRIMARY KEY,
  size INTEGER NOT NULL
) STRICT;

-- A row that does not hold fails, and with it the batch that asked. Empty between batches.
CREATE TABLE closing_checks (holds INTEGER NOT NULL CONSTRAINT closed_meanwhile CHECK (holds = 1)) STRICT;

-- Weeks that had ended at this instant have no statements: the account of a past week is kept, but not who was in it.
CREATE TABLE log_start (at INTEGER NOT NULL) STRICT;
INSERT INTO log_start SELECT iif(EXISTS (SELECT 1 FROM signatures), unixepoch() * 1000, 0);

-- Who counts already goes into the first statement.
INSERT INTO member_changes SELECT action_id, '0000-W01', 0, id, 1 FROM signatures WHERE state = 'confirmed';
