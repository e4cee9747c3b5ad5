-- Rows kept in a server's memory carry it: what another server wrote is seen at once.
ALTER TABLE threads ADD COLUMN replies_version integer NOT NULL DEFAULT 0;

-- Who has none of these sees the same lists as everybody.
CREATE INDEX threads_author_hides ON threads (author_id, course_id) WHERE is_private OR is_anonymous;

-- What a course's page shows of its discussions: an import of many lessons must not hide it.
CREATE INDEX threads_course_talk ON threads (course_id, last_activity_at DESC, id DESC)
  WHERE visibility = 'shown' AND kind <> 'announcement' AND (reply_count > 0 OR kind IN ('question', 'topic'));
