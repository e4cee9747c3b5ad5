-- An account's replies as its profile lists and counts them; and the few threads out of which a profile shows nothing, or
-- nothing of its asker's.
DROP INDEX replies_author;
CREATE INDEX replies_author ON replies (author_id, created_at DESC, id DESC) INCLUDE (thread_id, cast_votes)
  WHERE author_id IS NOT NULL AND removed_at IS NULL AND promoted_to_id IS NULL;
CREATE INDEX threads_hidden ON threads (id) INCLUDE (author_id, removed_at, is_private)
  WHERE removed_at IS NOT NULL OR is_private OR is_anonymous;
