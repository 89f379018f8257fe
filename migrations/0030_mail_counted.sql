-- Whether the statistic has this mail as sent: a batch that is settled twice is counted once.
ALTER TABLE outbox ADD COLUMN is_counted INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET is_counted = 1 WHERE sent_at IS NOT NULL;
