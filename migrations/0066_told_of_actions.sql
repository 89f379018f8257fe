-- What was told of an action belongs to it, whichever committee was told
CREATE INDEX digest_lines_of_slug ON digest_lines (slug, week, section);

-- Why the digest that is due could not be made.
ALTER TABLE committees ADD COLUMN digest_failure TEXT;
