-- On its confirm page the owner of a form may say that nobody brought them: what was received by a source, and what
-- counts by it, goes with the row.
CREATE TRIGGER signature_changes_source AFTER UPDATE OF source ON signatures WHEN OLD.source <> NEW.source
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'received', OLD.source, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'received', NEW.source, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER counted_signature_changes_source AFTER UPDATE OF source ON signatures
  WHEN OLD.source <> NEW.source AND OLD.state = 'confirmed' AND NEW.state = 'confirmed'
BEGIN
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'source', OLD.source, -1)
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO signature_changes VALUES (NEW.action_id, NEW.changed_week, 'source', NEW.source, 1)
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- The fingerprint of an inbox stays at a mail whose person has erased their data until a day after the mail was made:
-- the mails to one inbox are counted by it.
ALTER TABLE outbox ADD COLUMN forget_at INTEGER;
CREATE INDEX outbox_to_forget ON outbox (forget_at) WHERE forget_at IS NOT NULL;
