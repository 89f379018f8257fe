-- Signatures on paper, entered by organizers. They count beside the confirmed ones, never among them.

-- One printed page: the code and the page that it is printed with.
CREATE TABLE paper_sheets (
  id TEXT PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  code TEXT NOT NULL,
  page INTEGER NOT NULL CHECK (page > 0),
  first_line INTEGER NOT NULL,
  last_line INTEGER NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  -- 'entering', 'done', or 'discarded' (then it has no lines).
  state TEXT NOT NULL,
  -- How many lines it has.
  lines INTEGER NOT NULL DEFAULT 0,
  -- Rises with every change of its lines.
  version INTEGER NOT NULL DEFAULT 1,
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  done_at INTEGER
) STRICT;

CREATE UNIQUE INDEX paper_sheets_once ON paper_sheets (action_id, code, page) WHERE state <> 'discarded';
CREATE INDEX paper_sheets_of ON paper_sheets (action_id, id);
CREATE INDEX paper_sheets_entering ON paper_sheets (action_id, started_at) WHERE state = 'entering';

CREATE TABLE paper_lines (
  sheet_id TEXT NOT NULL REFERENCES paper_sheets (id),
  line INTEGER NOT NULL,
  action_id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  -- 'signed', 'illegible' or 'crossed-out'.
  mark TEXT NOT NULL,
  -- The same HMAC that signatures have, for comparing with them and among themselves. NULL once erased.
  name_zip_key BLOB CHECK (length(name_zip_key) = 16),
  -- Names, ZIP code and email address, AES-GCM under the keyring. NULL once erased, and where nothing can be read.
  sealed BLOB,
  entered_by TEXT NOT NULL,
  entered_at INTEGER NOT NULL,
  -- NULL while its sheet is being entered.
  counted_at INTEGER,
  -- Of a line with an address: the signature whose mail asks to confirm it. It counts there.
  signature_id TEXT,
  -- The same name and ZIP code counted online when this was counted.
  is_online INTEGER NOT NULL DEFAULT 0 CHECK (is_online IN (0, 1)),
  -- 'without-address', 'with-address', 'duplicate-paper', 'duplicate-online', 'illegible' or 'crossed-out'.
  counts_as TEXT,
  changed_week TEXT NOT NULL,
  PRIMARY KEY (sheet_id, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_lines_alike ON paper_lines (action_id, name_zip_key) WHERE name_zip_key IS NOT NULL;
CREATE INDEX paper_lines_signed ON paper_lines (signature_id) WHERE signature_id IS NOT NULL;
CREATE INDEX paper_lines_kept ON paper_lines (action_id) WHERE sealed IS NOT NULL;

-- A line as it was before a correction, for undoing it.
CREATE TABLE paper_corrections (
  id TEXT PRIMARY KEY,
  sheet_id TEXT NOT NULL,
  line INTEGER NOT NULL,
  action_id INTEGER NOT NULL,
  -- The version of the line that the correction made.
  made INTEGER NOT NULL,
  mark TEXT NOT NULL,
  name_zip_key BLOB,
  sealed BLOB,
  entered_by TEXT NOT NULL
) STRICT;

CREATE INDEX paper_corrections_of ON paper_corrections (sheet_id, line);
CREATE INDEX paper_corrections_kept ON paper_corrections (action_id) WHERE sealed IS NOT NULL;

-- A random tenth of the lines, to be entered again by somebody else.
CREATE TABLE paper_seconds (
  sheet_id TEXT NOT NULL REFERENCES paper_sheets (id),
  line INTEGER NOT NULL,
  action_id INTEGER NOT NULL,
  drawn_at INTEGER NOT NULL,
  -- 'waiting', 'different' (to be decided), or how it counts: 'right' or 'wrong'.
  state TEXT NOT NULL,
  mark TEXT,
  sealed BLOB,
  entered_by TEXT,
  changed_week TEXT NOT NULL,
  PRIMARY KEY (sheet_id, line)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_seconds_open ON paper_seconds (action_id, state, drawn_at) WHERE state IN ('waiting', 'different');
CREATE INDEX paper_seconds_kept ON paper_seconds (action_id) WHERE sealed IS NOT NULL;

-- The account of paper, as rows of changes and their sum, like those of signatures. kind is always 'paper'.
CREATE TABLE paper_changes (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, week, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (action_id, kind, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER paper_counts_begin AFTER INSERT ON paper_changes
BEGIN
  INSERT INTO paper_counts VALUES (NEW.action_id, NEW.kind, NEW.key, 0) ON CONFLICT DO NOTHING;
  UPDATE paper_counts SET n = n + NEW.n
    WHERE action_id = NEW.action_id AND kind = NEW.kind AND key = NEW.key;
END;

CREATE TRIGGER paper_counts_follow AFTER UPDATE OF n ON paper_changes
BEGIN
  UPDATE paper_counts SET n = n + NEW.n - OLD.n
    WHERE action_id = NEW.action_id AND kind = NEW.kind AND key = NEW.key;
END;

CREATE TRIGGER paper_line_stops AFTER UPDATE OF counts_as ON paper_lines
  WHEN OLD.counts_as IS NOT NULL AND NEW.counts_as IS NOT OLD.counts_as
BEGIN
  INSERT INTO paper_changes VALUES (NEW.action_id, NEW.changed_week, 'paper', OLD.counts_as, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER paper_line_starts AFTER UPDATE OF counts_as ON paper_lines
  WHEN NEW.counts_as IS NOT NULL AND NEW.counts_as IS NOT OLD.counts_as
BEGIN
  INSERT INTO paper_changes VALUES (NEW.action_id, NEW.changed_week, 'paper', NEW.counts_as, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER paper_line_that_counts_stays BEFORE DELETE ON paper_lines WHEN OLD.counts_as IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'a line that counts is taken back, never deleted');
END;

-- How a line that was entered twice turned out: 'twice-right' or 'twice-wrong'.
CREATE TRIGGER paper_second_stops AFTER UPDATE OF state ON paper_seconds
  WHEN OLD.state IN ('right', 'wrong') AND NEW.state <> OLD.state
BEGIN
  INSERT INTO paper_changes VALUES (NEW.action_id, NEW.changed_week, 'paper', 'twice-' || OLD.state, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

CREATE TRIGGER paper_second_starts AFTER UPDATE OF state ON paper_seconds
  WHEN NEW.state IN ('right', 'wrong') AND NEW.state <> OLD.state
BEGIN
  INSERT INTO paper_changes VALUES (NEW.action_id, NEW.changed_week, 'paper', 'twice-' || NEW.state, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER paper_second_that_counts_stays BEFORE DELETE ON paper_seconds WHEN OLD.state IN ('right', 'wrong')
BEGIN
  SELECT RAISE(ABORT, 'set the state back first');
END;

-- Signatures collected on another platform. Each is invited once by mail, and counts when its owner confirms.
CREATE TABLE paper_imports (
  id TEXT PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  platform TEXT NOT NULL,
  source TEXT NOT NULL,
  language TEXT NOT NULL,
  -- 'inviting', 'done' or 'ended'.
  state TEXT NOT NULL,
  n INTEGER NOT NULL,
  started_by TEXT NOT NULL,
  started_at INTEGER NOT NULL
) STRICT;

CREATE INDEX paper_imports_of ON paper_imports (action_id, id);
CREATE INDEX paper_imports_inviting ON paper_imports (id) WHERE state = 'inviting';

CREATE TABLE paper_import_rows (
  import_id TEXT NOT NULL REFERENCES paper_imports (id),
  row INTEGER NOT NULL,
  action_id INTEGER NOT NULL,
  -- The inbox, as signatures know it, so that none is invited twice. NULL once erased.
  inbox_key BLOB CHECK (length(inbox_key) = 16),
  -- 'waiting', 'invited', 'skipped' (the inbox is here already) or 'ended'.
  state TEXT NOT NULL,
  -- Names, ZIP code and email address, until the invitation is sent.
  sealed BLOB,
  signature_id TEXT,
  PRIMARY KEY (import_id, row)
) STRICT, WITHOUT ROWID;

CREATE INDEX paper_import_rows_waiting ON paper_import_rows (import_id, row) WHERE state = 'waiting';
CREATE INDEX paper_import_rows_inbox ON paper_import_rows (action_id, inbox_key) WHERE inbox_key IS NOT NULL;
