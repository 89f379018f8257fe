-- The change to an entry that stands: only the last one can be undone, which makes the one before it the last again.
ALTER TABLE question_entries ADD COLUMN change_id TEXT NOT NULL DEFAULT '';
