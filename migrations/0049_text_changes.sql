-- Whether only the spelling or the meaning was changed, in the word of the campaign's organizers. Null: not said.
ALTER TABLE action_texts ADD COLUMN change TEXT CHECK (change IN ('spelling', 'meaning'));
