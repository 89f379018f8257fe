-- How a council decides, in the kit's own words; null where they are made of its seats and votes.
ALTER TABLE councils ADD COLUMN decides TEXT CHECK (decides IS NULL OR json_valid(decides));
