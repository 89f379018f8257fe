-- For the organizers' numbers. How many forms were sent on each day of the campaign's time zone, by hour and language,
-- and how many of them were confirmed how soon. Written in the background.
CREATE TABLE signing_days (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  day TEXT NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  -- {"SECONDS": n}: the first second of an hour on the local clock, since 1970.
  hours TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(hours)),
  languages TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(languages)),
  -- Confirmed within that time, and not sooner.
  ten_minutes INTEGER NOT NULL DEFAULT 0,
  an_hour INTEGER NOT NULL DEFAULT 0,
  a_day INTEGER NOT NULL DEFAULT 0,
  a_week INTEGER NOT NULL DEFAULT 0,
  a_month INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (action_id, day)
) STRICT, WITHOUT ROWID;

-- Up to which signature each of these counts has come, a rowid.
CREATE TABLE signing_walks (
  name TEXT PRIMARY KEY,
  passed INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO signing_walks VALUES ('received', 0), ('ten_minutes', 0), ('an_hour', 0), ('a_day', 0), ('a_week', 0),
  ('a_month', 0);

-- How often a step of a form was taken in each week of the campaign's time zone: a form that came back with an error, a
-- part of a survey that was filled in. Steps are counted, not people.
CREATE TABLE form_steps (
  action_id INTEGER NOT NULL REFERENCES actions (id),
  week TEXT NOT NULL,
  step TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (action_id, week, step)
) STRICT, WITHOUT ROWID;
