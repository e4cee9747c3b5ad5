-- A reply that has become a question leads there from the last of the best: what answers stand before it.

ALTER TABLE replies DROP COLUMN rank;
ALTER TABLE replies ADD COLUMN rank smallint NOT NULL GENERATED ALWAYS AS (
  CASE WHEN promoted_to_id IS NOT NULL THEN 2 WHEN endorsed_at IS NOT NULL THEN 0 ELSE 1 END
) STORED;
CREATE INDEX replies_best ON replies (thread_id, rank, votes DESC, created_at, id) WHERE root_id IS NULL AND listed;

-- What was settled by an answer that is not to be read there now is open again.
CREATE TEMPORARY TABLE opened AS
  SELECT q.id, r.thread_id AS master_id FROM threads q
  JOIN replies r ON r.id = q.closed_by_reply_id JOIN threads m ON m.id = r.thread_id
  WHERE r.removed_at IS NOT NULL OR r.promoted_to_id IS NOT NULL OR m.removed_at IS NOT NULL;
UPDATE threads SET closed_at = NULL, closed_by_id = NULL, closed_by_reply_id = NULL WHERE id IN (SELECT id FROM opened);
DELETE FROM notifications WHERE kind = 'closed' AND thread_id IN (SELECT id FROM opened);
UPDATE threads m SET settled_count = (
  SELECT count(*) FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE r.thread_id = m.id
), also_count = (
  SELECT count(DISTINCT v.voter_id) FROM threads t
  JOIN replies r ON r.id = t.closed_by_reply_id AND r.thread_id = m.id
  JOIN thread_votes v ON v.thread_id = t.id
  WHERE v.voter_id IS DISTINCT FROM m.author_id
    AND NOT EXISTS (SELECT 1 FROM thread_votes o WHERE o.thread_id = m.id AND o.voter_id = v.voter_id)
) WHERE id IN (SELECT master_id FROM opened);
DROP TABLE opened;

-- Nor does it answer anything any more.
UPDATE replies SET accepted_at = NULL, endorsed_at = NULL, endorsed_by_id = NULL WHERE promoted_to_id IS NOT NULL;
