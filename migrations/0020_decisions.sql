-- What organizers decided about signatures: 'struck-off' (with a public code), 'set-aside', 'same-person' as another
-- one. A decision stands until it is taken back, which gives the signature the state that it had.
CREATE TABLE signature_decisions (
  id INTEGER PRIMARY KEY,
  signature_id TEXT NOT NULL REFERENCES signatures (id),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  -- What decisions of one act have in common.
  batch TEXT NOT NULL,
  state_before TEXT NOT NULL,
  reason_before TEXT,
  due_before INTEGER,
  made_at INTEGER NOT NULL,
  made_week TEXT NOT NULL,
  ended_at INTEGER,
  ended_week TEXT,
  -- The batch that took it back.
  ended_by TEXT
) STRICT;

CREATE UNIQUE INDEX signature_decisions_standing ON signature_decisions (signature_id, kind) WHERE ended_at IS NULL;
CREATE INDEX signature_decisions_about ON signature_decisions (signature_id, id);
CREATE INDEX signature_decisions_struck ON signature_decisions (action_id, code)
  WHERE kind = 'struck-off' AND ended_at IS NULL;
CREATE INDEX signature_decisions_of_batch ON signature_decisions (batch, id);

-- 'struck': how many are struck off, by the public code. They are among the invalidated.
CREATE TRIGGER strike_counts AFTER INSERT ON signature_decisions WHEN NEW.kind = 'struck-off'
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.made_week, 'struck', NEW.code, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER strike_ends AFTER UPDATE OF ended_at ON signature_decisions
  WHEN NEW.kind = 'struck-off' AND OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.ended_week, 'struck', NEW.code, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

-- A signature of an earlier week counts again. Where this week told that it stopped, that is told no more; otherwise
-- it is a correction of its own.
CREATE TRIGGER signature_of_past_week_counts_again AFTER UPDATE OF state ON signatures
  WHEN NEW.state = 'confirmed' AND OLD.state IN ('invalidated', 'flagged', 'duplicate')
    AND NEW.confirmed_week < NEW.changed_week
BEGIN
  INSERT INTO signature_changes
    SELECT NEW.action_id, NEW.changed_week, 'correction', NEW.confirmed_week || ' restored', 1
    WHERE NOT EXISTS (
      SELECT 1 FROM signature_changes WHERE action_id = NEW.action_id AND week = NEW.changed_week
        AND kind = 'correction' AND key = NEW.confirmed_week || ' ' || OLD.state AND n > 0)
    ON CONFLICT DO UPDATE SET n = n + 1;
  UPDATE signature_changes SET n = n - 1
    WHERE action_id = NEW.action_id AND week = NEW.changed_week
      AND kind = 'correction' AND key = NEW.confirmed_week || ' ' || OLD.state AND n > 0;
END;
