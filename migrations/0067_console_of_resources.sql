-- For the console's menu: which campaigns have services or assets.
UPDATE campaigns SET content = json_set(content, '$.resources', json('true'))
WHERE EXISTS (SELECT 1 FROM resource_parts WHERE campaign_id = campaigns.id AND part <> 'referral');
