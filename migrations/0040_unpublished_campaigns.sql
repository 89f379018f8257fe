-- A campaign that was started in the console is public from its first publishing on.
ALTER TABLE campaigns ADD COLUMN is_public INTEGER NOT NULL DEFAULT 1 CHECK (is_public IN (0, 1));
