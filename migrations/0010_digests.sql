-- surveys

-- Anybody can press "I sent it", so a step towards the city's own survey is told only of those whose answers count
-- here, once for each key: from the later of the step and the confirmation on. `n` of a week may be below zero.
DROP TRIGGER send_begins;
DROP TRIGGER send_goes_on;
DROP TABLE send_counts;

CREATE TABLE send_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  what TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (action_id, what)
) STRICT, WITHOUT ROWID;

CREATE TABLE send_changes (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, week, what)
) STRICT, WITHOUT ROWID;

-- Only send_changes is written; what stands in send_counts follows.
CREATE TRIGGER sends_change_first AFTER INSERT ON send_changes
BEGIN
  INSERT INTO send_counts VALUES (NEW.action_id, NEW.what, 0) ON CONFLICT DO NOTHING;
  UPDATE send_counts SET n = n + NEW.n WHERE action_id = NEW.action_id AND what = NEW.what;
END;

CREATE TRIGGER sends_change_again AFTER UPDATE OF n ON send_changes
BEGIN
  UPDATE send_counts SET n = n + NEW.n - OLD.n WHERE action_id = NEW.action_id AND what = NEW.what;
END;

CREATE TRIGGER send_begins AFTER INSERT ON survey_sends
  WHEN EXISTS (
    SELECT 1 FROM responses CROSS JOIN signatures ON signatures.id = signature_id
    WHERE send_key = NEW.send_key AND state = 'confirmed')
BEGIN
  INSERT INTO send_changes SELECT NEW.action_id, NEW.opened_week, 'opened', 1 WHERE NEW.opened_week IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO send_changes SELECT NEW.action_id, NEW.reported_week, 'reported', 1 WHERE NEW.reported_week IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER send_goes_on AFTER UPDATE OF opened_week, reported_week ON survey_sends
  WHEN EXISTS (
    SELECT 1 FROM responses CROSS JOIN signatures ON signatures.id = signature_id
    WHERE send_key = NEW.send_key AND state = 'confirmed')
BEGIN
  INSERT INTO send_changes
    SELECT NEW.action_id, NEW.opened_week, 'opened', 1
    WHERE NEW.opened_week IS NOT NULL AND OLD.opened_week IS NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO send_changes
    SELECT NEW.action_id, NEW.reported_week, 'reported', 1
    WHERE NEW.reported_week IS NOT NULL AND OLD.reported_week IS NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- Of several responses of one form the first to count brings its steps, and the last to leave takes them.
CREATE TRIGGER sender_starts_to_count AFTER UPDATE OF state ON signatures
  WHEN NEW.state = 'confirmed' AND OLD.state <> 'confirmed'
BEGIN
  INSERT INTO send_changes
    SELECT NEW.action_id, NEW.changed_week, step.value, 1
    FROM responses CROSS JOIN survey_sends ON survey_sends.send_key = responses.send_key
      CROSS JOIN json_each('["opened","reported"]') AS step
    WHERE signature_id = NEW.id AND iif(step.value = 'opened', opened_week, reported_week) IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM responses AS other CROSS JOIN signatures AS theirs ON theirs.id = other.signature_id
        WHERE other.send_key = responses.send_key AND theirs.id <> NEW.id AND theirs.state = 'confirmed')
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER sender_stops_counting AFTER UPDATE OF state ON signatures
  WHEN OLD.state = 'confirmed' AND NEW.state <> 'confirmed'
BEGIN
  INSERT INTO send_changes
    SELECT NEW.action_id, NEW.changed_week, step.value, -1
    FROM responses CROSS JOIN survey_sends ON survey_sends.send_key = responses.send_key
      CROSS JOIN json_each('["opened","reported"]') AS step
    WHERE signature_id = NEW.id AND iif(step.value = 'opened', opened_week, reported_week) IS NOT NULL
      AND NOT EXISTS (
        SELECT 1 FROM responses AS other CROSS JOIN signatures AS theirs ON theirs.id = other.signature_id
        WHERE other.send_key = responses.send_key AND theirs.id <> NEW.id AND theirs.state = 'confirmed')
    ON CONFLICT DO UPDATE SET n = n - 1;
END;

-- What was pressed before: of each key whose answers count, in the week of the step.
INSERT INTO send_changes
  SELECT survey_sends.action_id, iif(step.value = 'opened', opened_week, reported_week), step.value, count(*)
  FROM survey_sends CROSS JOIN json_each('["opened","reported"]') AS step
  WHERE iif(step.value = 'opened', opened_week, reported_week) IS NOT NULL AND EXISTS (
    SELECT 1 FROM responses CROSS JOIN signatures ON signatures.id = signature_id
    WHERE responses.send_key = survey_sends.send_key AND state = 'confirmed')
  GROUP BY 1, 2, 3;

-- councils

-- The language of a committee's mail, where its kit says one; and how often it was chosen how often mail comes, so that
-- each choice is told once.
ALTER TABLE committees ADD COLUMN language TEXT;
ALTER TABLE committees ADD COLUMN frequency_changes INTEGER NOT NULL DEFAULT 0;
