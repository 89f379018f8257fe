-- The links that were mailed for a signature hold while they are of its generation: who asks for a new link ends the
-- earlier ones.
ALTER TABLE signatures ADD COLUMN link_generation INTEGER NOT NULL DEFAULT 1;
