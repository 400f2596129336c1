-- People ($1 the first one's id, $2 how many) with money who have chosen a model and are asked what they want to see.
INSERT INTO users (id, name, username, language, has_left, created_at)
SELECT person, 'Anna', 'anna', 'Russian', false, now() FROM generate_series($1, $1 + $2 - 1) person;

INSERT INTO wallets (user_id, available, reserved)
SELECT person, 100000, 0 FROM generate_series($1, $1 + $2 - 1) person;

INSERT INTO drafts (user_id, id, model, values, asking, trail, is_editing, quote, long_text, expires_at)
SELECT person, ('01900000-0000-7000-8000-' || lpad(to_hex(person), 12, '0'))::uuid, 'nano-banana-pro', '{}', 'prompt', '[]', false, NULL, NULL,
    now() + interval '1 day'
FROM generate_series($1, $1 + $2 - 1) person;
