-- When its last time had ended. Lists of what is coming leave it out.
ALTER TABLE events ADD COLUMN over_at INTEGER;
CREATE INDEX events_coming ON events (action_id) WHERE over_at IS NULL;
