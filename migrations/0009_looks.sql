-- A name or a comment stands in public only after an organizer's look: 'waiting', 'shown' or 'hidden'; NULL where its
-- owner asks for none to be shown. Only what is shown is stored in the open; everything else stays sealed.
ALTER TABLE signatures ADD COLUMN name_look TEXT;
ALTER TABLE signatures ADD COLUMN comment_look TEXT;
ALTER TABLE signatures ADD COLUMN shown_comment TEXT CHECK (erased_at IS NULL OR shown_comment IS NULL);

-- Names that were shown without a look wait for one. They are among what is sealed.
UPDATE signatures SET name_look = 'waiting', shown_name = NULL WHERE shown_name IS NOT NULL;

DROP INDEX signatures_shown;
CREATE INDEX signatures_shown ON signatures (action_id, confirmed_at)
  WHERE state = 'confirmed' AND (shown_name IS NOT NULL OR shown_comment IS NOT NULL);
CREATE INDEX signatures_to_look_at ON signatures (confirmed_at)
  WHERE state = 'confirmed' AND (name_look = 'waiting' OR comment_look = 'waiting');
