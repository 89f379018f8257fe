-- What organizers decided about texts that people want to show: names, comments, sentences. The text itself and
-- whether it is shown now stay with the feature it belongs to.
CREATE TABLE word_decisions (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL,
  -- The id that the text's own feature knows it by.
  item TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  -- A code of why it was hidden; empty where nobody said.
  reason TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
  -- What the rows of one act have in common.
  batch TEXT NOT NULL,
  -- 'replaced' by a later decision about the same text; 'current' again when that one is undone.
  state TEXT NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'replaced', 'undone'))
) STRICT;

CREATE UNIQUE INDEX word_decisions_current ON word_decisions (item, kind) WHERE state = 'current';
CREATE INDEX word_decisions_of_item ON word_decisions (item, kind, id);
CREATE INDEX word_decisions_of_batch ON word_decisions (batch);
CREATE INDEX word_decisions_hidden ON word_decisions (action_id, kind, id) WHERE state = 'current' AND after = 'hidden';

INSERT INTO word_decisions (action_id, kind, item, before, after, decided_by, decided_at, batch)
  SELECT action_id, 'name', id, 'waiting', 'hidden', 'command', changed_at, 'by-command' FROM signatures
    WHERE name_look = 'hidden';
INSERT INTO word_decisions (action_id, kind, item, before, after, decided_by, decided_at, batch)
  SELECT action_id, 'comment', id, 'waiting', 'hidden', 'command', changed_at, 'by-command' FROM signatures
    WHERE comment_look = 'hidden';
INSERT INTO word_decisions (action_id, kind, item, before, after, decided_by, decided_at, batch)
  SELECT action_id, 'answer', signature_id, 'waiting', 'hidden', 'command', coalesce(words_at, 0), 'by-command'
    FROM responses WHERE words_state = 'hidden';

-- Names and comments are listed apart. Each index holds only what it lists, in the order of the list.
DROP INDEX signatures_to_look_at;
DROP INDEX signatures_shown;
CREATE INDEX signatures_names_waiting ON signatures (action_id, confirmed_at)
  WHERE state = 'confirmed' AND name_look = 'waiting';
CREATE INDEX signatures_comments_waiting ON signatures (action_id, confirmed_at)
  WHERE state = 'confirmed' AND comment_look = 'waiting';
CREATE INDEX signatures_names_shown ON signatures (action_id, confirmed_at)
  WHERE state = 'confirmed' AND shown_name IS NOT NULL;
CREATE INDEX signatures_comments_shown ON signatures (action_id, confirmed_at)
  WHERE state = 'confirmed' AND shown_comment IS NOT NULL;

-- Whether the person whose sentence it is counts. Without it, the list of what waits would read the sentences of all
-- who never confirmed.
ALTER TABLE responses ADD COLUMN words_counted INTEGER NOT NULL DEFAULT 0;
UPDATE responses SET words_counted = 1 WHERE words_state IS NOT NULL
  AND EXISTS (SELECT 1 FROM signatures WHERE id = signature_id AND state = 'confirmed');
CREATE INDEX responses_words_waiting ON responses (action_id, words_at)
  WHERE words_state = 'waiting' AND words_counted = 1;

CREATE TRIGGER shared_words_count_with_their_owner AFTER UPDATE OF state ON signatures
  WHEN (OLD.state = 'confirmed') <> (NEW.state = 'confirmed')
BEGIN
  UPDATE responses SET words_counted = NEW.state = 'confirmed'
    WHERE signature_id = NEW.id AND words_state IS NOT NULL;
END;
