-- replication: a deployment with many cities is read in several runs

-- The campaign there that was read last; '' where all were.
ALTER TABLE neighbor_logs ADD COLUMN after_campaign TEXT NOT NULL DEFAULT '';
