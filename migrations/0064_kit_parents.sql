-- kits: what other kits were made of, so that the console can say what is locked and what has changed since

CREATE TABLE kit_parents (
  -- Of the parent's file.
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  -- The whole kit of that file.
  kit TEXT NOT NULL CHECK (json_valid(kit)),
  -- The paths that kits made of it may not change (JSON).
  locks TEXT NOT NULL CHECK (json_valid(locks))
) STRICT, WITHOUT ROWID;
