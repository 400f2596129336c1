-- People ($1 the first one's id, $2 how many) with money.
INSERT INTO users (id, name, username, language, has_left, created_at)
SELECT person, 'Anna', 'anna', 'Russian', false, now() FROM generate_series($1, $1 + $2 - 1) person;

INSERT INTO wallets (user_id, available, reserved)
SELECT person, 100000, 0 FROM generate_series($1, $1 + $2 - 1) person;
