-- signatures: the nightly recount, and one more judge of who counts

-- What the last recount of a petition's signatures found: '[]' where the kept counts were right.
CREATE TABLE recounts (
  action_id INTEGER PRIMARY KEY REFERENCES actions (id),
  recounted_at INTEGER NOT NULL,
  -- The city's day that the night belongs to.
  recounted_on TEXT NOT NULL,
  differences TEXT NOT NULL CHECK (json_valid(differences))
) STRICT;

CREATE INDEX recounts_different ON recounts (action_id) WHERE differences <> '[]';

-- Two who share an inbox live at one ZIP. Like a unique index under OR IGNORE, it leaves the row as it was.
CREATE TRIGGER signature_of_another_household BEFORE UPDATE OF state, zip ON signatures
  WHEN NEW.state = 'confirmed' AND EXISTS (
    SELECT 1 FROM signatures WHERE action_id = NEW.action_id AND inbox_key = NEW.inbox_key
      AND state = 'confirmed' AND id <> NEW.id AND zip <> NEW.zip)
BEGIN
  SELECT RAISE(IGNORE);
END;
