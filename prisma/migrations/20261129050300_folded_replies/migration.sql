-- Check-ins that are folded away, and removed replies that no page lists: anybody's, and one's own.
DROP INDEX replies_unlisted;
CREATE INDEX replies_check_ins ON replies (thread_id, created_at DESC, id DESC) WHERE NOT listed AND removed_at IS NULL;
CREATE INDEX replies_unlisted ON replies (thread_id, removed_at DESC) WHERE NOT listed AND removed_at IS NOT NULL;
CREATE INDEX replies_unlisted_own ON replies (thread_id, author_id, removed_at DESC) WHERE NOT listed AND removed_at IS NOT NULL AND author_id IS NOT NULL;
