-- The books of customers ($1 how many, $2 the first one's id) after a busy year, 40 entries each: a deposit, a bonus, and 19 orders of
-- 14.14 ₽ that were reserved and then paid for, every fifth given back instead. Eighteen days lie between two of them, and no day is
-- everybody's. Every 25th customer has one more under way. What an order brought is $3.
CREATE TEMPORARY TABLE orders AS
SELECT customer, number, ('01900000-0000-7000-8000-' || lpad(to_hex(customer * 32 + number), 12, '0'))::uuid AS id,
    number = 20 AS is_open, number % 5 = 0 AS is_returned,
    105000 - 1414 * (number - 1 - (number - 1) / 5) AS before,
    now() - (20 - number) * interval '18 days' - customer % 432 * interval '1 hour' AS at
FROM generate_series($2::bigint, $2::bigint + $1 - 1) customer, generate_series(1, 20) number
WHERE number < 20 OR customer % 25 = 0;

INSERT INTO wallets (user_id, available, reserved)
SELECT customer, 105000 - 1414 * 16 - CASE WHEN customer % 25 = 0 THEN 1414 ELSE 0 END, CASE WHEN customer % 25 = 0 THEN 1414 ELSE 0 END
FROM generate_series($2::bigint, $2::bigint + $1 - 1) customer;

INSERT INTO generations (user_id, id, model, inputs, price, status, cid, attempt, result, is_late, is_undeliverable, time_limit, created_at, finished_at)
SELECT customer, id, 'nano-banana-pro', '{"prompt": "A red fox in the morning mist, soft light, 35 mm"}', 1414,
    CASE WHEN is_open THEN 'Running' WHEN is_returned THEN 'Failed' ELSE 'Delivered' END, 'bench', 1,
    CASE WHEN is_open OR is_returned THEN '[]'::jsonb ELSE '$3'::jsonb END, false, false, interval '30 days',
    at, CASE WHEN NOT is_open THEN at + interval '40 seconds' END
FROM orders ORDER BY at, customer;

INSERT INTO payments (user_id, id, method, amount, currency, total, status, charge_id, created_at, expires_at, credited_at, refund_round, refund_taken)
SELECT customer, ('01900001-0000-7000-8000-' || lpad(to_hex(customer), 12, '0'))::uuid, 'Stars', 100000, 'XTR', 625, 'Credited', 'charge-' || customer, now(), now(), now(), 0, 0
FROM generate_series($2::bigint, $2::bigint + $1 - 1) customer;

-- As above in the order in which a shop would have written them: what customers have lies mixed.
INSERT INTO ledger_entries (user_id, id, kind, available_delta, reserved_delta, available_after, reserved_after, reference, actor, reason, at)
SELECT customer, ('01900000-0000-7000-8000-' || lpad(to_hex(customer * 64 + step), 12, '0'))::uuid, kind, available, reserved, available_after, reserved_after, reference, 'bench', 'bench', at
FROM (
    SELECT customer, 0 AS step, 'Deposit' AS kind, 100000 AS available, 0 AS reserved, 100000 AS available_after, 0 AS reserved_after, 'Stars:charge-' || customer AS reference, now() - interval '400 days' AS at
    FROM generate_series($2::bigint, $2::bigint + $1 - 1) customer
    UNION ALL
    SELECT customer, 1, 'Bonus', 5000, 0, 105000, 0, 'gift-' || customer, now() - interval '400 days' FROM generate_series($2::bigint, $2::bigint + $1 - 1) customer
    UNION ALL
    SELECT customer, number * 2, 'Reserve', -1414, 1414, before - 1414, 1414, replace(id::text, '-', ''), at FROM orders
    UNION ALL
    SELECT customer, number * 2 + 1, CASE WHEN is_returned THEN 'Release' ELSE 'Commit' END, CASE WHEN is_returned THEN 1414 ELSE 0 END, -1414,
        before - CASE WHEN is_returned THEN 0 ELSE 1414 END, 0, replace(id::text, '-', ''), at + interval '40 seconds'
    FROM orders WHERE NOT is_open) entries
ORDER BY at, step, customer;

DROP TABLE orders;
