-- The desk: the questions that wait, the longest waiting first; and of the late weeks' questions when staff first
-- answered. Staff are whoever teaches now.
ALTER TABLE threads ADD COLUMN staff_first_at timestamptz(3);
UPDATE threads t SET staff_first_at = (
	SELECT min(r.created_at) FROM replies r
	JOIN users a ON a.id = r.author_id
	LEFT JOIN memberships m ON m.course_id = t.course_id AND m.user_id = r.author_id
	WHERE r.thread_id = t.id AND r.removed_at IS NULL AND r.promoted_to_id IS NULL AND r.author_id IS DISTINCT FROM t.author_id
		AND (m.role <> 'learner' OR a.owner_at IS NOT NULL)
) WHERE t.kind = 'question' AND t.staff_replied_at IS NOT NULL;

CREATE INDEX threads_questions_answered ON threads (course_id, created_at) INCLUDE (staff_first_at, closed_at)
  WHERE kind = 'question' AND removed_at IS NULL AND (staff_first_at IS NOT NULL OR closed_at IS NOT NULL);
CREATE INDEX threads_questions_open ON threads (course_id, (CASE state WHEN 'follow_up' THEN asker_replied_at ELSE created_at END), number)
  WHERE kind = 'question' AND removed_at IS NULL AND state <> 'answered';
