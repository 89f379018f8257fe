-- mailings: mails of a campaign to the supporters who checked the box for news. They are listed and then mailed in
-- steps, by key. News that an organizer writes and word of official answers go the same way.

CREATE TABLE mailings (
  id INTEGER PRIMARY KEY,
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  -- 'news' or 'answers'
  kind TEXT NOT NULL,
  -- NULL: all petitions and surveys of the campaign.
  action_id INTEGER REFERENCES actions (id),
  -- A district's code, 'outside' or 'unknown'. NULL: everywhere.
  place TEXT,
  -- News: subject and text by language. Answers: the ids of the answers that it tells.
  content TEXT NOT NULL CHECK (json_valid(content)),
  version INTEGER NOT NULL DEFAULT 1,
  -- draft, dropped, counting, ready, sending, paused, done, stopped
  state TEXT NOT NULL,
  -- When it was paused by itself: 'bounces' or 'complaints'.
  paused_by TEXT,
  made_by TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  -- When somebody wants it to go; until then it waits in 'ready'.
  sends_at INTEGER,
  begun_at INTEGER,
  ended_at INTEGER,
  -- Of the listing: the key of the last signature that was read. A text that is changed is listed anew, in another round.
  round INTEGER NOT NULL DEFAULT 0,
  at_action INTEGER NOT NULL DEFAULT 0,
  at_row INTEGER NOT NULL DEFAULT 0,
  people INTEGER NOT NULL DEFAULT 0,
  -- Addresses that get no mail, or that cannot be opened.
  left_out INTEGER NOT NULL DEFAULT 0,
  -- Of the sending: the key of the last person whose turn has come, how many these were, and how many of them got a
  -- mail in the outbox. The others have erased, withdrawn or unchecked since the listing.
  at_key BLOB NOT NULL DEFAULT x'',
  passed INTEGER NOT NULL DEFAULT 0,
  queued INTEGER NOT NULL DEFAULT 0,
  -- Who stopped the news by the link of this mail.
  unsubscribed INTEGER NOT NULL DEFAULT 0,
  -- What had come back when somebody last resumed it: only more than that pauses it again.
  bounced_before INTEGER NOT NULL DEFAULT 0,
  complained_before INTEGER NOT NULL DEFAULT 0,
  -- Whether rows of its list may be left.
  has_list INTEGER NOT NULL DEFAULT 0 CHECK (has_list IN (0, 1))
) STRICT;

CREATE INDEX mailings_of ON mailings (campaign_id, kind, id);
CREATE INDEX mailings_about ON mailings (action_id, kind, id);
CREATE INDEX mailings_working ON mailings (id) WHERE state IN ('counting', 'ready', 'sending');
CREATE INDEX mailings_listed ON mailings (id) WHERE has_list = 1;
CREATE INDEX mailings_paused ON mailings (campaign_id) WHERE paused_by IS NOT NULL;
-- Word of answers: one mail at a time for each petition.
CREATE UNIQUE INDEX mailings_of_answers ON mailings (action_id)
  WHERE kind = 'answers' AND state IN ('counting', 'ready', 'sending', 'paused');

-- Who gets a mailing. The key is a fingerprint of the inbox, of 16 bytes, that differs from mailing to mailing: an inbox
-- gets it once, however often it signed. The rows are deleted when the mailing has ended.
CREATE TABLE mailing_people (
  mailing_id INTEGER NOT NULL REFERENCES mailings (id),
  round INTEGER NOT NULL,
  key BLOB NOT NULL CHECK (length(key) = 16),
  signature_id TEXT NOT NULL,
  PRIMARY KEY (mailing_id, round, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX mailing_people_by_signature ON mailing_people (signature_id);

-- How the mails of each mailing fare: the sum of these and of what still waits is what was queued.
CREATE TABLE mailing_counts (
  mailing_id INTEGER NOT NULL,
  -- A state of the outbox.
  state TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (mailing_id, state)
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN mailing_id INTEGER;

CREATE TRIGGER mailing_counts_follow AFTER UPDATE OF state ON outbox
  WHEN NEW.mailing_id IS NOT NULL AND NEW.state <> OLD.state
BEGIN
  INSERT INTO mailing_counts SELECT NEW.mailing_id, OLD.state, -1 WHERE OLD.state <> 'waiting'
    ON CONFLICT DO UPDATE SET n = n - 1;
  INSERT INTO mailing_counts SELECT NEW.mailing_id, NEW.state, 1 WHERE NEW.state <> 'waiting'
    ON CONFLICT DO UPDATE SET n = n + 1;
END;

-- The mails about answers that there are go on as mailings. One that was being counted or sent is listed anew: a mail of
-- a kind about a signature is all there ever is.
INSERT INTO mailings (id, campaign_id, kind, action_id, content, state, made_by, made_at, changed_at, sends_at, begun_at,
  ended_at, people, passed, queued, round)
SELECT answer_mailings.id, campaign_id, 'answers', action_id, answers,
  CASE answer_mailings.state WHEN 'done' THEN 'done' WHEN 'stopped' THEN 'stopped' ELSE 'counting' END,
  '', begun_at, begun_at, CASE answer_mailings.state WHEN 'sending' THEN begun_at END, sent_at,
  CASE WHEN answer_mailings.state IN ('done', 'stopped') THEN coalesce(sent_at, begun_at) END,
  CASE WHEN answer_mailings.state IN ('done', 'stopped') THEN people ELSE 0 END,
  CASE WHEN answer_mailings.state IN ('done', 'stopped') THEN mailed ELSE 0 END,
  CASE WHEN answer_mailings.state IN ('done', 'stopped') THEN mailed ELSE 0 END,
  1
FROM answer_mailings JOIN actions ON actions.id = action_id;

UPDATE outbox SET mailing_id = CAST(substr(kind, 13) AS INTEGER) WHERE kind GLOB 'answer-news:*';
INSERT INTO mailing_counts
  SELECT mailing_id, state, count(*) FROM outbox WHERE mailing_id IS NOT NULL AND state <> 'waiting' GROUP BY 1, 2;

DROP TABLE answer_mailings;
