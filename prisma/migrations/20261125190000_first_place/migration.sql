-- Staff's word bars a reply from the first place alone, which is seen to where the first page is read: it keeps the
-- place that its votes give it.

ALTER TABLE replies DROP COLUMN rank;
ALTER TABLE replies ADD COLUMN rank smallint NOT NULL GENERATED ALWAYS AS (
  CASE WHEN endorsed_at IS NOT NULL THEN 0 ELSE 1 END
) STORED;
CREATE INDEX replies_best ON replies (thread_id, rank, votes DESC, created_at, id) WHERE root_id IS NULL AND listed;
