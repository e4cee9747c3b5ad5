-- How many hold each position that a thread offers, in the order of these; kept as replies come, change and go.
ALTER TABLE threads ADD COLUMN stated integer[] NOT NULL DEFAULT '{}';
UPDATE threads x SET stated = ARRAY(
  SELECT count(latest.position)::int FROM unnest(x.positions) WITH ORDINALITY offered (position, nth)
  LEFT JOIN (
    SELECT DISTINCT ON (r.author_id) r.position FROM replies r
    WHERE r.thread_id = x.id AND r.position = ANY(x.positions) AND r.position IS NOT NULL AND r.removed_at IS NULL
    ORDER BY r.author_id, r.created_at DESC, r.id DESC
  ) latest ON latest.position = offered.position
  GROUP BY offered.position, nth ORDER BY nth
) WHERE positions <> '{}';
-- The best reply of each position. There is one index of them: beside another one that serves any thread's statements,
-- PostgreSQL takes that and sorts, since it knows of no thread that has many.
DROP INDEX replies_positions;
CREATE INDEX replies_positions ON replies (thread_id, position, rank, votes DESC, created_at, id) INCLUDE (author_id)
  WHERE position IS NOT NULL AND removed_at IS NULL;
