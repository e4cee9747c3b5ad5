-- The week at a glance: the newest questions of a course, and the replies of a thread that many voted up and no staff
-- member has said anything about.
CREATE INDEX threads_questions_new ON threads (course_id, created_at) WHERE kind = 'question' AND removed_at IS NULL;
CREATE INDEX replies_unseen ON replies (thread_id, created_at)
  WHERE votes >= 3 AND removed_at IS NULL AND endorsed_at IS NULL AND staff_word IS NULL AND promoted_to_id IS NULL;
