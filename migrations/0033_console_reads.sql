-- What the console would otherwise read a row for with each of its actions.

-- The newest title, beside the action: lists of the console show the titles of all actions of a campaign.
ALTER TABLE actions ADD COLUMN listed_title TEXT;
UPDATE actions SET listed_title = (
  SELECT title FROM action_texts WHERE action_id = actions.id AND version = text_version);

CREATE TRIGGER action_title_begins AFTER INSERT ON action_texts
BEGIN
  UPDATE actions SET listed_title = NEW.title WHERE id = NEW.action_id AND text_version = NEW.version;
END;

CREATE TRIGGER action_title_changes AFTER UPDATE OF title ON action_texts
BEGIN
  UPDATE actions SET listed_title = NEW.title WHERE id = NEW.action_id AND text_version = NEW.version;
END;

CREATE TRIGGER action_title_follows AFTER UPDATE OF text_version ON actions
BEGIN
  UPDATE actions SET listed_title = coalesce(
    (SELECT title FROM action_texts WHERE action_id = NEW.id AND version = NEW.text_version), listed_title)
    WHERE id = NEW.id;
END;

-- The surveys of a campaign without its petitions.
CREATE INDEX actions_of_kind ON actions (campaign_id, kind);
