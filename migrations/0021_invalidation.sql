-- Many signatures that have something in common, counted, looked at, struck off together and taken back together, in
-- steps. Which signatures it struck off is in signature_decisions, whose batch is the id.
CREATE TABLE invalidations (
  id TEXT PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  action_id INTEGER NOT NULL REFERENCES actions (id),
  -- What the signatures have in common, as JSON. A mail domain and a name are fingerprints.
  conditions TEXT NOT NULL CHECK (json_valid(conditions)),
  -- The domain and the name as somebody typed them, for those who decide. NULL some time after the end.
  sealed BLOB,
  state TEXT NOT NULL,
  -- The public reason, from the moment that somebody asks for it.
  code TEXT NOT NULL DEFAULT '',
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  asked_by TEXT,
  asked_at INTEGER,
  agreed_by TEXT,
  ended_by TEXT,
  ended_at INTEGER,
  -- What was counted when somebody asked: how many, and how many of them count.
  seen_found INTEGER,
  seen_counted INTEGER,
  -- It was counted again before the start, and so many more or fewer were there.
  is_changed INTEGER NOT NULL DEFAULT 0 CHECK (is_changed IN (0, 1)),
  -- Signatures that came later are left alone: nobody has looked at them. A rowid.
  newest INTEGER NOT NULL,
  -- How many the action had received then: the whole length of the walk.
  received INTEGER NOT NULL,
  -- The rowid (of a decision, when taking back) that the next step begins after, and how many are behind it.
  cursor INTEGER NOT NULL DEFAULT 0,
  passed INTEGER NOT NULL DEFAULT 0,
  struck INTEGER NOT NULL DEFAULT 0,
  restored INTEGER NOT NULL DEFAULT 0,
  -- How many counted when it started.
  confirmed_before INTEGER,
  -- When the next step is due; NULL where nothing is left to do in the background.
  next_at INTEGER,
  CHECK (agreed_by IS NULL OR agreed_by <> asked_by)
) STRICT;

CREATE INDEX invalidations_of ON invalidations (campaign_id, id);
CREATE INDEX invalidations_of_action ON invalidations (action_id, asked_at);
CREATE INDEX invalidations_asked ON invalidations (campaign_id, asked_at) WHERE state = 'asked';
CREATE INDEX invalidations_due ON invalidations (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX invalidations_sealed ON invalidations (ended_at) WHERE sealed IS NOT NULL AND ended_at IS NOT NULL;

-- The evidence: how many of those found have each state, hour of arrival (since 1970), source, place, domain and
-- connection. '' holds what is too rare to be kept by itself.
CREATE TABLE invalidation_counts (
  invalidation_id TEXT NOT NULL REFERENCES invalidations (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (invalidation_id, kind, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX invalidation_counts_most ON invalidation_counts (invalidation_id, kind, n);

-- Those with the lowest ids, which are like random numbers: a sample.
CREATE TABLE invalidation_examples (
  invalidation_id TEXT NOT NULL REFERENCES invalidations (id),
  signature_id TEXT NOT NULL,
  PRIMARY KEY (invalidation_id, signature_id)
) STRICT, WITHOUT ROWID;
