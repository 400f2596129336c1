-- Work for the chat lane ($1 the first customer's id, $2 how many, one each) that is done at a look: a result to be brought of an order
-- that has come to its end without one.
INSERT INTO generations (user_id, id, model, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, created_at, finished_at, failure, priced_by)
SELECT person, ('01900000-0000-7000-8000-' || lpad(to_hex(person), 12, '0'))::uuid, 'nano-banana-pro',
    '{"prompt": "A red fox in the morning mist, soft light, 35 mm", "resolution": "1K", "aspect_ratio": "1:1", "output_format": "png"}',
    1414, 'Failed', 'bench', 1, '[]', false, false, now(), now(), 'ProviderError', 'Generation'
FROM generate_series($1, $1 + $2 - 1) person;

INSERT INTO outbox (id, attempts, cid, due_at, key, lane, name, payload, user_id)
SELECT ('01900002-0000-7000-8000-' || lpad(to_hex(person), 12, '0'))::uuid, 0, 'bench', now(), '01900000000070008000' || lpad(to_hex(person), 12, '0'),
    'Chat', 'generation.deliver.v1',
    jsonb_build_object('id', '01900000-0000-7000-8000-' || lpad(to_hex(person), 12, '0'), 'user_id', person), person
FROM generate_series($1, $1 + $2 - 1) person;
