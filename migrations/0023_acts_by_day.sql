-- The acts of a day, found without reading those since.
CREATE INDEX acts_of_day ON acts (campaign_id, at, seq);
