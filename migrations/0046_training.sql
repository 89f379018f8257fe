-- training: the lessons and questions of a kit, and how many people went through them

-- What a kit says about the training as a whole, one document.
CREATE TABLE trainings (
  campaign_id INTEGER PRIMARY KEY REFERENCES campaigns (id),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

CREATE TABLE training_modules (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  slug TEXT NOT NULL,
  position INTEGER NOT NULL,
  -- The lesson and its questions.
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- A day on the city's calendar; NULL if nobody has reviewed it.
  reviewed_on TEXT,
  PRIMARY KEY (campaign_id, slug)
) STRICT, WITHOUT ROWID;

CREATE INDEX training_modules_in_order ON training_modules (campaign_id, position);

-- How many started, finished, answered a question at all (`answered`) and rightly at the first try (`right`), by the
-- city's day and by source. Nothing tells which answers are of one person.
CREATE TABLE training_days (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  what TEXT NOT NULL CHECK (what IN ('started', 'finished', 'answered', 'right')),
  day TEXT NOT NULL,
  source TEXT NOT NULL,
  -- module/question, or '' where the whole training is meant.
  question TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (campaign_id, what, day, source, question)
) STRICT, WITHOUT ROWID;

-- The sums of training_days over all days.
CREATE TABLE training_totals (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  what TEXT NOT NULL,
  question TEXT NOT NULL,
  source TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (campaign_id, what, question, source)
) STRICT, WITHOUT ROWID;

-- What was counted in the last days, so that a repeated request counts once: keyed hashes of a random number in the
-- page and of the step. Two marks of one page do not look alike.
CREATE TABLE training_marks (
  mark BLOB PRIMARY KEY CHECK (length(mark) = 16),
  day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX training_marks_by_day ON training_marks (day);
