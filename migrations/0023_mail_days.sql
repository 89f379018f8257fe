-- How mail fares, by the UTC day on which it happened and the provider of the mailbox: a statistic without addresses.
CREATE TABLE mail_days (
  day TEXT NOT NULL,
  -- A large provider's domain; 'other' for all others, because a small domain can name a family.
  domain TEXT NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  delivered INTEGER NOT NULL DEFAULT 0,
  bounced INTEGER NOT NULL DEFAULT 0,
  complained INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, domain)
) STRICT, WITHOUT ROWID;

-- Mail that was not sent and that nobody has decided on.
CREATE INDEX outbox_unsent ON outbox (created_at) WHERE state IN ('failed', 'uncertain');
