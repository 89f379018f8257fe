-- A preview of a draft opens its kit under names of its own and takes it back. SQLite then looks in each of these tables
-- for rows of what goes: with these indexes it finds none at once, and without them it reads the whole table.
CREATE INDEX signature_pairs_by_action ON signature_pairs (action_id);
CREATE INDEX signature_decisions_by_action ON signature_decisions (action_id);
CREATE INDEX word_decisions_by_action ON word_decisions (action_id);
CREATE INDEX survey_drafts_by_action ON survey_drafts (action_id);
CREATE INDEX survey_sends_by_action ON survey_sends (action_id);
CREATE INDEX responses_by_action ON responses (action_id);
CREATE INDEX asked_questions_by_campaign ON asked_questions (campaign_id);
CREATE INDEX drafts_by_campaign ON drafts (campaign_id);
CREATE INDEX short_links_by_campaign ON short_links (campaign_id);
CREATE INDEX exports_by_action ON exports (action_id);
CREATE INDEX webhooks_by_campaign ON webhooks (campaign_id);
