-- How many questions the answers of this one settle: a page asks which only where there are some. Both counts follow an
-- answer that went along with a promoted reply.

ALTER TABLE threads ADD COLUMN settled_count integer NOT NULL DEFAULT 0 CHECK (settled_count >= 0);
UPDATE threads m SET settled_count = (
  SELECT count(*) FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id WHERE r.thread_id = m.id
), also_count = (
  SELECT count(DISTINCT v.voter_id) FROM threads t
  JOIN replies r ON r.id = t.closed_by_reply_id AND r.thread_id = m.id
  JOIN thread_votes v ON v.thread_id = t.id
  WHERE v.voter_id IS DISTINCT FROM m.author_id
    AND NOT EXISTS (SELECT 1 FROM thread_votes o WHERE o.thread_id = m.id AND o.voter_id = v.voter_id)
) WHERE m.kind = 'question' AND EXISTS (SELECT 1 FROM threads WHERE closed_by_reply_id IS NOT NULL);
