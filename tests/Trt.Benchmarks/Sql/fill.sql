-- People ($1 the first one's id, $2 how many) with money and an order that only waits for their yes.
INSERT INTO users (id, name, username, language, has_left, created_at)
SELECT person, 'Anna', 'anna', 'Russian', false, now() FROM generate_series($1, $1 + $2 - 1) person;

INSERT INTO wallets (user_id, available, reserved)
SELECT person, 100000, 0 FROM generate_series($1, $1 + $2 - 1) person;

INSERT INTO drafts (user_id, id, model, values, asking, trail, is_editing, quote, long_text, expires_at)
SELECT person, ('01900000-0000-7000-8000-' || lpad(to_hex(person), 12, '0'))::uuid, 'nano-banana-pro',
    '{"prompt": "A red fox in the morning mist, soft light, 35 mm"}', NULL, '["image_input", "prompt", "resolution"]', false,
    jsonb_build_object('Sku', 'resolution=1K', 'Price', jsonb_build_object('Kopecks', 1414), 'CatalogVersion', 'bench', 'ExpiresAt', now() + interval '1 day'),
    NULL, now() + interval '1 day'
FROM generate_series($1, $1 + $2 - 1) person;
