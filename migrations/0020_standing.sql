-- Lists of what stands: set aside, struck off, the same person as another one.
CREATE INDEX signature_decisions_of_action ON signature_decisions (action_id, kind, id) WHERE ended_at IS NULL;
