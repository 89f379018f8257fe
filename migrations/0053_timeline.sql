-- timeline: what a campaign plans, for its organizers alone. Phases and junctures are in the campaign's own content.

-- Something that is planned. Nothing is deleted: what was taken away is `gone`.
CREATE TABLE tactics (
  id TEXT PRIMARY KEY CHECK (length(id) = 26),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- stands, gone
  state TEXT NOT NULL,
  -- The change that stands last.
  change_id TEXT NOT NULL,
  -- Of what organizers wrote of it.
  version INTEGER NOT NULL,
  -- When its owner gets the next reminder.
  remind_at INTEGER
) STRICT;

CREATE INDEX tactics_standing ON tactics (campaign_id, id) WHERE state = 'stands';
CREATE INDEX tactics_by_campaign ON tactics (campaign_id);
CREATE INDEX tactics_to_remind ON tactics (remind_at) WHERE remind_at IS NOT NULL;

-- What organizers wrote, one row for each version. Acts name the version and nothing of what is in it: whoever may read
-- the log must not learn here what is planned.
CREATE TABLE tactic_texts (
  tactic_id TEXT NOT NULL REFERENCES tactics (id),
  version INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  PRIMARY KEY (tactic_id, version)
) STRICT, WITHOUT ROWID;
