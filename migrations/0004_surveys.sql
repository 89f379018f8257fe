-- surveys

-- A survey stands on a row of actions, and a response is a signature there with answers: one account, one judge of
-- who counts once, one own page.

CREATE TABLE surveys (
  action_id INTEGER PRIMARY KEY REFERENCES actions (id),
  -- Sections, questions, suggested answers, and how they are carried to the city's own survey.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- Another one whenever the questions are: a form says which it was made of.
  version TEXT NOT NULL
) STRICT;

CREATE TABLE responses (
  signature_id TEXT PRIMARY KEY REFERENCES signatures (id),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  version TEXT NOT NULL,
  -- Every answer, AES-GCM under the keyring; NULL once erased.
  sealed BLOB,
  -- What is counted of them, never a text: [{"q": question, "k": key, "t": value, "p": key by place or null}, ...].
  measures TEXT NOT NULL CHECK (json_valid(measures)),
  -- A sentence that its owner lets the committee read waits for somebody's eye; NULL where there is none.
  words_state TEXT,
  words_at INTEGER,
  -- HMAC of 16 bytes that its way to the city's own survey is counted by.
  send_key BLOB CHECK (length(send_key) = 16)
) STRICT;

CREATE INDEX responses_words ON responses (action_id, words_state, words_at) WHERE words_state IS NOT NULL;

-- The distribution of the answers that count: n people, and the sum of their values. place '' is everybody.
CREATE TABLE answer_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  question TEXT NOT NULL,
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  total REAL NOT NULL,
  PRIMARY KEY (action_id, question, place, key)
) STRICT, WITHOUT ROWID;

-- What each week changed in it, so that its end can be told later.
CREATE TABLE answer_changes (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  question TEXT NOT NULL,
  place TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  total REAL NOT NULL,
  PRIMARY KEY (action_id, week, question, place, key)
) STRICT, WITHOUT ROWID;

-- Only answer_changes is written; what stands in answer_counts follows.
CREATE TRIGGER answers_change_first AFTER INSERT ON answer_changes
BEGIN
  INSERT INTO answer_counts VALUES (NEW.action_id, NEW.question, NEW.place, NEW.key, 0, 0) ON CONFLICT DO NOTHING;
  UPDATE answer_counts SET n = n + NEW.n, total = total + NEW.total
    WHERE action_id = NEW.action_id AND question = NEW.question AND place = NEW.place AND key = NEW.key;
END;

CREATE TRIGGER answers_change_again AFTER UPDATE OF n, total ON answer_changes
BEGIN
  UPDATE answer_counts SET n = n + NEW.n - OLD.n, total = total + NEW.total - OLD.total
    WHERE action_id = NEW.action_id AND question = NEW.question AND place = NEW.place AND key = NEW.key;
END;

-- Leaves with what it was counted as, then arrives as what it is: one pair for states and places alike.
CREATE TRIGGER response_stops_counting AFTER UPDATE OF state, place ON signatures
  WHEN OLD.state = 'confirmed' AND (NEW.state <> 'confirmed' OR NEW.place <> OLD.place)
BEGIN
  INSERT INTO answer_changes
    SELECT NEW.action_id, NEW.changed_week, value ->> 'q', '', value ->> 'k', -1, -(value ->> 't')
    FROM responses CROSS JOIN json_each(responses.measures) WHERE signature_id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
  INSERT INTO answer_changes
    SELECT NEW.action_id, NEW.changed_week, value ->> 'q', OLD.place, value ->> 'p', -1, -(value ->> 't')
    FROM responses CROSS JOIN json_each(responses.measures) WHERE signature_id = NEW.id AND value ->> 'p' IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
END;

CREATE TRIGGER response_starts_to_count AFTER UPDATE OF state, place ON signatures
  WHEN NEW.state = 'confirmed' AND (OLD.state <> 'confirmed' OR NEW.place <> OLD.place)
BEGIN
  INSERT INTO answer_changes
    SELECT NEW.action_id, NEW.changed_week, value ->> 'q', '', value ->> 'k', 1, value ->> 't'
    FROM responses CROSS JOIN json_each(responses.measures) WHERE signature_id = NEW.id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
  INSERT INTO answer_changes
    SELECT NEW.action_id, NEW.changed_week, value ->> 'q', NEW.place, value ->> 'p', 1, value ->> 't'
    FROM responses CROSS JOIN json_each(responses.measures) WHERE signature_id = NEW.id AND value ->> 'p' IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
END;

-- Answers that their owner put right. Erasing (sealed to NULL) leaves what was counted.
CREATE TRIGGER counted_response_corrected AFTER UPDATE OF measures ON responses
  WHEN NEW.sealed IS NOT NULL AND EXISTS (
    SELECT 1 FROM signatures WHERE id = NEW.signature_id AND state = 'confirmed')
BEGIN
  INSERT INTO answer_changes
    SELECT NEW.action_id, changed_week, value ->> 'q', '', value ->> 'k', -1, -(value ->> 't')
    FROM signatures CROSS JOIN json_each(OLD.measures) WHERE signatures.id = NEW.signature_id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
  INSERT INTO answer_changes
    SELECT NEW.action_id, changed_week, value ->> 'q', place, value ->> 'p', -1, -(value ->> 't')
    FROM signatures CROSS JOIN json_each(OLD.measures)
    WHERE signatures.id = NEW.signature_id AND value ->> 'p' IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
  INSERT INTO answer_changes
    SELECT NEW.action_id, changed_week, value ->> 'q', '', value ->> 'k', 1, value ->> 't'
    FROM signatures CROSS JOIN json_each(NEW.measures) WHERE signatures.id = NEW.signature_id
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
  INSERT INTO answer_changes
    SELECT NEW.action_id, changed_week, value ->> 'q', place, value ->> 'p', 1, value ->> 't'
    FROM signatures CROSS JOIN json_each(NEW.measures)
    WHERE signatures.id = NEW.signature_id AND value ->> 'p' IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + excluded.n, total = total + excluded.total;
END;

-- How far a pre-filled answer went towards the city's own survey; never added up with what was answered here.
CREATE TABLE survey_sends (
  send_key BLOB PRIMARY KEY CHECK (length(send_key) = 16),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  opened_at INTEGER,
  opened_week TEXT,
  reported_at INTEGER,
  reported_week TEXT,
  -- When the mail that asks was enqueued, or decided against.
  asked_at INTEGER,
  CHECK (opened_at IS NOT NULL OR reported_at IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX survey_sends_to_ask ON survey_sends (opened_at) WHERE reported_at IS NULL AND asked_at IS NULL;
CREATE INDEX responses_by_send ON responses (send_key) WHERE send_key IS NOT NULL;

CREATE TABLE send_counts (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  what TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n >= 0),
  PRIMARY KEY (action_id, week, what)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER send_begins AFTER INSERT ON survey_sends
BEGIN
  INSERT INTO send_counts SELECT NEW.action_id, NEW.opened_week, 'opened', 1 WHERE NEW.opened_week IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO send_counts SELECT NEW.action_id, NEW.reported_week, 'reported', 1 WHERE NEW.reported_week IS NOT NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER send_goes_on AFTER UPDATE OF opened_week, reported_week ON survey_sends
BEGIN
  INSERT INTO send_counts
    SELECT NEW.action_id, NEW.opened_week, 'opened', 1
    WHERE NEW.opened_week IS NOT NULL AND OLD.opened_week IS NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
  INSERT INTO send_counts
    SELECT NEW.action_id, NEW.reported_week, 'reported', 1
    WHERE NEW.reported_week IS NOT NULL AND OLD.reported_week IS NULL
    ON CONFLICT DO UPDATE SET n = n + 1;
END;
