-- budget: what a kit says about the money, one document for each comparison

CREATE TABLE budget_comparisons (
  slug TEXT PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  position INTEGER NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content)),
  -- The numbers that the campaign has still to fill in: ["residents", "training.adopted", ...].
  to_fill TEXT NOT NULL CHECK (json_valid(to_fill))
) STRICT, WITHOUT ROWID;

CREATE INDEX budget_comparisons_in_order ON budget_comparisons (campaign_id, position);
