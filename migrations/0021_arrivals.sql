-- What an attack has in common, for comparing only: HMACs of 16 bytes under the keyring, which differ from action to
-- action; that of the connection also from day to day. They are erased with the personal data. No index: signing pays
-- for each, and what looks for them walks through the rows of an action by key, in the background.
ALTER TABLE signatures ADD COLUMN connection_key BLOB
  CHECK (length(connection_key) = 16 AND (erased_at IS NULL OR connection_key IS NULL));
ALTER TABLE signatures ADD COLUMN domain_key BLOB
  CHECK (length(domain_key) = 16 AND (erased_at IS NULL OR domain_key IS NULL));
ALTER TABLE signatures ADD COLUMN name_key BLOB
  CHECK (length(name_key) = 16 AND (erased_at IS NULL OR name_key IS NULL));
