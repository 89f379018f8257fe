-- embeds: the sites on which a campaign's forms were shown, as browsers told. A statistic of openings, by UTC days; no
-- address of a page and nothing of a person.
CREATE TABLE embed_hosts (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  host TEXT NOT NULL,
  first_on TEXT NOT NULL,
  last_on TEXT NOT NULL,
  n INTEGER NOT NULL CHECK (n > 0),
  PRIMARY KEY (campaign_id, host)
) STRICT, WITHOUT ROWID;
