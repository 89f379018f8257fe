-- What triggers add for each new action goes with it. An action is only deleted in the transaction that made it: a
-- preview of a draft opens its kit and takes it back.
CREATE TRIGGER action_goes BEFORE DELETE ON actions
BEGIN
  DELETE FROM recounts WHERE action_id = OLD.id;
  DELETE FROM member_trees WHERE action_id = OLD.id;
END;
