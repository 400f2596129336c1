-- What the shop sends for one confirmed order, statement by statement and in as many round trips: the reads under their locks,
-- everything it writes in one batch, the commit. Only the ids and moments are made here instead of there.
\set turn :turn + 1
\set person :first + :client_id * :share + :turn
\startpipeline
BEGIN;
SELECT t.user_id, t.album, t.asking, t.caption, t.expires_at, t.id, t.is_editing, t.long_text, t.model, t.quote, t.trail, t.values FROM (SELECT * FROM drafts WHERE user_id = :person FOR UPDATE) AS t LIMIT 1;
\endpipeline
SELECT g.user_id, g.id, g.attempt, g.cid, g.created_at, g.credits_spent, g.detail, g.failure, g.finished_at, g.free_day, g.inputs, g.is_from_bank, g.is_late, g.is_undeliverable, g.model, g.ordered_quantity, g.price, g.priced_by, g.received_quantity, g.result, g.screen_message_id, g.status, g.submitted_at, g.task_id FROM generations AS g WHERE g.user_id = :person AND (g.id = ('01900000-0000-7000-8000-' || lpad(to_hex(:person::bigint), 12, '0'))::uuid OR g.status IN ('Queued', 'Submitting', 'Uncertain', 'Running'));
SELECT t.user_id, t.available, t.reserved FROM (SELECT * FROM wallets WHERE user_id = :person FOR UPDATE) AS t LIMIT 1;
\startpipeline
DELETE FROM drafts WHERE user_id = :person;
INSERT INTO generations (id, user_id, attempt, cid, created_at, credits_spent, detail, failure, finished_at, free_day, inputs, is_from_bank, is_late, is_undeliverable, model, ordered_quantity, price, priced_by, received_quantity, result, screen_message_id, status, submitted_at, task_id) VALUES (('01900000-0000-7000-8000-' || lpad(to_hex(:person::bigint), 12, '0'))::uuid, :person, 0, 'ef2304224d', now(), NULL, NULL, NULL, NULL, NULL, '{"prompt": "A red fox in the morning mist, soft light, 35 mm", "resolution": "1K", "aspect_ratio": "1:1", "output_format": "png"}', false, false, false, 'nano-banana-pro', 1, 1414, 'Generation', NULL, '[]', 7, 'Queued', NULL, NULL);
INSERT INTO ledger_entries (id, user_id, actor, at, available_after, available_delta, kind, reason, reference, reserved_after, reserved_delta) VALUES (('01900001-0000-7000-8000-' || lpad(to_hex(:person::bigint), 12, '0'))::uuid, :person, 'customer', now(), 98586, -1414, 'Reserve', 'order of nano-banana-pro', '0190000000007000800' || lpad(to_hex(:person::bigint), 13, '0'), 1414, 1414);
INSERT INTO outbox (id, attempts, cid, due_at, key, lane, last_error, leased_until, name, parked_at, payload, user_id) VALUES (('01900002-0000-7000-8000-' || lpad(to_hex(:person::bigint), 12, '0'))::uuid, 0, 'ef2304224d', now(), '0190000000007000800' || lpad(to_hex(:person::bigint), 13, '0'), 'Submit', NULL, NULL, 'generation.submit.v1', NULL, '{"id": "01a1fc19-2583-7cb8-80bc-6196832480ce", "user_id": 42}', :person);
INSERT INTO outbox (id, attempts, cid, due_at, key, lane, last_error, leased_until, name, parked_at, payload, user_id) VALUES (('01900003-0000-7000-8000-' || lpad(to_hex(:person::bigint), 12, '0'))::uuid, 0, 'ef2304224d', now() + interval '10 seconds', '0190000000007000800' || lpad(to_hex(:person::bigint), 13, '0'), 'Chat', NULL, NULL, 'generation.progress.v1', NULL, '{"id": "01a1fc19-2583-7cb8-80bc-6196832480ce", "user_id": 42}', :person);
INSERT INTO processed_updates (update_id, at) VALUES (:person, now());
UPDATE wallets SET available = 98586, reserved = 1414 WHERE user_id = :person;
\endpipeline
COMMIT;
