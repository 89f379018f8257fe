-- coalition: what a partner's own programs are told

CREATE TABLE webhooks (
  id TEXT PRIMARY KEY,
  partner_id INTEGER NOT NULL REFERENCES partners (id),
  -- The partner's, so that a commit finds with one look whether anybody wants to hear of it.
  campaign_id INTEGER NOT NULL REFERENCES campaigns (id),
  url TEXT NOT NULL,
  -- What deliveries are signed with, AES-GCM under the keyring.
  secret BLOB NOT NULL,
  events TEXT NOT NULL CHECK (json_valid(events)),
  created_at INTEGER NOT NULL,
  -- Told nothing any more since then.
  off_at INTEGER,
  -- Rounds that failed one after another, and until when the next one waits.
  failures INTEGER NOT NULL DEFAULT 0,
  rest_until INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX webhooks_on ON webhooks (campaign_id) WHERE off_at IS NULL;
CREATE INDEX webhooks_of_partner ON webhooks (partner_id);

-- One thing to tell one webhook. Its content is made when it is sent: nothing personal lies here.
CREATE TABLE webhook_deliveries (
  id TEXT PRIMARY KEY,
  webhook_id TEXT NOT NULL REFERENCES webhooks (id),
  event TEXT NOT NULL CHECK (event IN ('signature.confirmed', 'threshold.reached', 'webhook.test')),
  -- A signature's id; a petition's and its threshold with a colon between them.
  ref TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')),
  attempts INTEGER NOT NULL DEFAULT 0,
  -- When it is tried next. Whoever tries it holds it by its lease, and it is due again when that has ended.
  due_at INTEGER NOT NULL,
  lease_until INTEGER,
  -- Of the last attempt: the HTTP status (NULL where none came back), and how the answer began.
  last_status INTEGER,
  last_answer TEXT CHECK (length(last_answer) <= 200),
  last_at INTEGER,
  created_at INTEGER NOT NULL,
  UNIQUE (webhook_id, event, ref)
) STRICT;

CREATE INDEX webhook_deliveries_due ON webhook_deliveries (webhook_id, due_at) WHERE state = 'waiting';
CREATE INDEX webhook_deliveries_kept ON webhook_deliveries (created_at);
CREATE INDEX webhook_deliveries_latest ON webhook_deliveries (webhook_id, last_at) WHERE last_at IS NOT NULL;
