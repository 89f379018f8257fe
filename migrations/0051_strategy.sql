-- strategy: the offices and organizations that a campaign has to move, for its organizers alone

-- An office or an organization, never a person. Nothing is deleted: what was taken away is `gone`.
CREATE TABLE stakeholders (
  id TEXT PRIMARY KEY CHECK (length(id) = 26),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- Of the kit that it came with: opening the kit again adds it only once.
  kit_slug TEXT,
  -- stands, gone
  state TEXT NOT NULL,
  -- The change that stands last.
  change_id TEXT NOT NULL,
  -- Of what organizers wrote of it; the columns from here to the marks are those of this version.
  version INTEGER NOT NULL,
  -- The English name in small letters, for lists.
  sort_name TEXT NOT NULL,
  -- decides, police, survivors, shares
  kind TEXT NOT NULL,
  -- The slug of its seat on the council.
  seat TEXT,
  is_target INTEGER NOT NULL DEFAULT 0 CHECK (is_target IN (0, 1)),
  is_agent INTEGER NOT NULL DEFAULT 0 CHECK (is_agent IN (0, 1)),
  -- From the newest evidence that stands, with its day, which is empty where the position is unknown. A position of long
  -- ago counts as unknown when it is read. The influence is -1 where nothing says it.
  support TEXT NOT NULL DEFAULT 'unknown',
  support_on TEXT NOT NULL DEFAULT '',
  influence INTEGER NOT NULL DEFAULT -1,
  influence_on TEXT NOT NULL DEFAULT '',
  UNIQUE (campaign_id, kit_slug)
) STRICT;

CREATE INDEX stakeholders_by_name ON stakeholders (campaign_id, sort_name, id) WHERE state = 'stands';
CREATE INDEX stakeholders_by_influence ON stakeholders (campaign_id, influence DESC, id DESC) WHERE state = 'stands';
CREATE INDEX stakeholders_by_evidence ON stakeholders (campaign_id, support_on DESC, id DESC) WHERE state = 'stands';
CREATE INDEX stakeholders_of_kind ON stakeholders (campaign_id, kind, sort_name, id) WHERE state = 'stands';
CREATE INDEX stakeholders_by_support ON stakeholders (campaign_id, support, support_on DESC, id DESC)
  WHERE state = 'stands';
CREATE INDEX stakeholders_targets ON stakeholders (campaign_id, sort_name, id)
  WHERE state = 'stands' AND is_target = 1;
CREATE INDEX stakeholders_agents ON stakeholders (campaign_id, sort_name, id) WHERE state = 'stands' AND is_agent = 1;
-- A seat of the council stands once in a campaign.
CREATE UNIQUE INDEX stakeholders_of_seat ON stakeholders (campaign_id, seat) WHERE state = 'stands' AND seat IS NOT NULL;

-- What organizers wrote, one row for each version. Acts name the version and nothing of what is in it: whoever may read
-- the log must not learn here who is a target.
CREATE TABLE stakeholder_texts (
  stakeholder_id TEXT NOT NULL REFERENCES stakeholders (id),
  version INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (json_valid(name)),
  sort_name TEXT NOT NULL,
  about TEXT NOT NULL CHECK (json_valid(about)),
  kind TEXT NOT NULL,
  seat TEXT,
  is_target INTEGER NOT NULL CHECK (is_target IN (0, 1)),
  is_agent INTEGER NOT NULL CHECK (is_agent IN (0, 1)),
  PRIMARY KEY (stakeholder_id, version)
) STRICT, WITHOUT ROWID;

-- From where a position or an influence is known.
CREATE TABLE stakeholder_evidence (
  id TEXT PRIMARY KEY CHECK (length(id) = 26),
  stakeholder_id TEXT NOT NULL REFERENCES stakeholders (id),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- stands, gone
  state TEXT NOT NULL,
  -- statement, vote, meeting, document
  kind TEXT NOT NULL,
  on_day TEXT NOT NULL,
  -- for, leans-for, unknown, leans-against, against, absent
  support TEXT,
  -- 0 to 3
  influence INTEGER,
  said_by TEXT NOT NULL,
  link TEXT,
  what TEXT NOT NULL,
  CHECK (support IS NOT NULL OR influence IS NOT NULL)
) STRICT;

CREATE INDEX stakeholder_evidence_newest ON stakeholder_evidence (stakeholder_id, on_day DESC, id DESC)
  WHERE state = 'stands';
CREATE INDEX stakeholder_evidence_support ON stakeholder_evidence (stakeholder_id, on_day DESC, id DESC)
  WHERE state = 'stands' AND support IS NOT NULL;
CREATE INDEX stakeholder_evidence_influence ON stakeholder_evidence (stakeholder_id, on_day DESC, id DESC)
  WHERE state = 'stands' AND influence IS NOT NULL;
CREATE INDEX stakeholder_evidence_by_stakeholder ON stakeholder_evidence (stakeholder_id);
CREATE INDEX stakeholder_evidence_by_campaign ON stakeholder_evidence (campaign_id);

CREATE TABLE stakeholder_ties (
  id TEXT PRIMARY KEY CHECK (length(id) = 26),
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  from_id TEXT NOT NULL REFERENCES stakeholders (id),
  to_id TEXT NOT NULL REFERENCES stakeholders (id),
  -- reports-to, sits-with, advises, funds, trusts, has-access
  kind TEXT NOT NULL,
  -- stands, gone
  state TEXT NOT NULL,
  CHECK (from_id <> to_id)
) STRICT;

CREATE UNIQUE INDEX stakeholder_ties_once ON stakeholder_ties (from_id, to_id, kind) WHERE state = 'stands';
CREATE INDEX stakeholder_ties_to ON stakeholder_ties (to_id, kind, from_id) WHERE state = 'stands';
CREATE INDEX stakeholder_ties_of_campaign ON stakeholder_ties (campaign_id, id) WHERE state = 'stands';
CREATE INDEX stakeholder_ties_by_from ON stakeholder_ties (from_id);
CREATE INDEX stakeholder_ties_by_to ON stakeholder_ties (to_id);
CREATE INDEX stakeholder_ties_by_campaign ON stakeholder_ties (campaign_id);

-- How many seats stood where, at the end of a day of the campaign's city. A line over time is read from it.
CREATE TABLE road_days (
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  day TEXT NOT NULL,
  for_it INTEGER NOT NULL,
  leans_for INTEGER NOT NULL,
  leans_against INTEGER NOT NULL,
  against INTEGER NOT NULL,
  absent INTEGER NOT NULL,
  PRIMARY KEY (campaign_id, day)
) STRICT, WITHOUT ROWID;
