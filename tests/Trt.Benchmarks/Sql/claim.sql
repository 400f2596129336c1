-- The least that a queue can do: sixteen rows are taken by whoever comes first, and are gone with one commit.
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE lane = 'Chat' AND parked_at IS NULL AND due_at <= now() ORDER BY due_at LIMIT 16 FOR UPDATE SKIP LOCKED);
