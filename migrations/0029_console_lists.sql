-- Lists and counts of the console that would grow with what is stored.

-- The sites on which a form is shown most often, for the list of them.
CREATE INDEX embed_hosts_most ON embed_hosts (campaign_id, n DESC, host);

-- Acts of one kind by one organizer.
CREATE INDEX acts_of_kind_by ON acts (campaign_id, kind, actor, seq);

-- How many addresses are suppressed, by the reason.
CREATE TABLE suppression_counts (
  reason TEXT PRIMARY KEY,
  n INTEGER NOT NULL CHECK (n >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO suppression_counts SELECT reason, count(*) FROM suppressions GROUP BY reason;

CREATE TRIGGER suppression_begins AFTER INSERT ON suppressions
BEGIN
  INSERT INTO suppression_counts VALUES (NEW.reason, 1) ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER suppression_ends AFTER DELETE ON suppressions
BEGIN
  UPDATE suppression_counts SET n = n - 1 WHERE reason = OLD.reason;
END;

-- How many signatures an invalidation has found, for the list of them.
ALTER TABLE invalidations ADD COLUMN found INTEGER NOT NULL DEFAULT 0;
UPDATE invalidations SET found = coalesce((
  SELECT sum(n) FROM invalidation_counts WHERE invalidation_id = invalidations.id AND kind = 'state'), 0);

CREATE TRIGGER invalidation_finds AFTER INSERT ON invalidation_counts WHEN NEW.kind = 'state'
BEGIN
  UPDATE invalidations SET found = found + NEW.n WHERE id = NEW.invalidation_id;
END;

CREATE TRIGGER invalidation_finds_more AFTER UPDATE OF n ON invalidation_counts WHEN NEW.kind = 'state'
BEGIN
  UPDATE invalidations SET found = found + NEW.n - OLD.n WHERE id = NEW.invalidation_id;
END;

CREATE TRIGGER invalidation_forgets AFTER DELETE ON invalidation_counts WHEN OLD.kind = 'state'
BEGIN
  UPDATE invalidations SET found = found - OLD.n WHERE id = OLD.invalidation_id;
END;
