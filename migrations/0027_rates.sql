-- How many signatures of one connection, mail domain ('domain') and source came in an action in each hour (since 1970),
-- and of 'all' (key ''). Written in the background; connections are kept for a day, the others for as long as what is
-- usual is told from them. Keys are fingerprints, except for sources.
CREATE TABLE hourly_arrivals (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  hour INTEGER NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, kind, key, hour)
) STRICT, WITHOUT ROWID;

CREATE INDEX hourly_arrivals_old ON hourly_arrivals (kind, hour);
CREATE INDEX hourly_arrivals_many ON hourly_arrivals (hour) WHERE n >= 30 AND kind <> 'all';

-- Up to which signature they have been counted, a rowid. Those from before this table are not.
CREATE TABLE arrivals_walk (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  passed INTEGER NOT NULL
) STRICT;
INSERT INTO arrivals_walk SELECT 1, coalesce(max(rowid), 0) FROM signatures;

-- More in one hour than is usual. It waits for a person, or one has found nothing wrong with it ('fine').
CREATE TABLE unusual_rates (
  id INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL REFERENCES actions (id),
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  hour INTEGER NOT NULL,
  n INTEGER NOT NULL,
  of_all INTEGER NOT NULL,
  state TEXT NOT NULL,
  found_at INTEGER NOT NULL,
  UNIQUE (action_id, kind, key, hour)
) STRICT;

CREATE INDEX unusual_rates_old ON unusual_rates (found_at);
CREATE INDEX unusual_rates_waiting ON unusual_rates (action_id, id) WHERE state = 'waiting';
