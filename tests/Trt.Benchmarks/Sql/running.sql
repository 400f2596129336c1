-- Orders ($1 the first customer's id, $2 how many, one each) that the provider works on.
INSERT INTO generations (user_id, id, model, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, created_at, submitted_at, task_id, time_limit, priced_by)
SELECT person, ('01900000-0000-7000-8000-' || lpad(to_hex(person), 12, '0'))::uuid, 'nano-banana-pro',
    '{"prompt": "A red fox in the morning mist, soft light, 35 mm", "resolution": "1K", "aspect_ratio": "1:1", "output_format": "png"}',
    1414, 'Running', 'bench', 1, '[]', false, false, now(), now(), '01900000000070008000' || lpad(to_hex(person), 12, '0'), interval '1 day', 'Generation'
FROM generate_series($1, $1 + $2 - 1) person;
