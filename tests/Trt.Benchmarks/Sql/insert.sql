-- The least that "saved" can mean: one row, committed to the disk.
\set turn :turn + 1
\set row :first + :client_id * :share + :turn
INSERT INTO processed_updates (update_id, at) VALUES (:row, now());
