-- A switch may end by itself, and which switches there are is checked in code.

CREATE TABLE switches_next (
  name TEXT PRIMARY KEY,
  since INTEGER NOT NULL,
  -- Null: until somebody turns it off.
  until INTEGER
) STRICT, WITHOUT ROWID;
INSERT INTO switches_next (name, since) SELECT name, since FROM switches;
DROP TABLE switches;
ALTER TABLE switches_next RENAME TO switches;
