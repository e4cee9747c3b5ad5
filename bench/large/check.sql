-- Every counter against its rows: how many are wrong.
WITH counted AS (
	SELECT q.id, count(r.id) FILTER (WHERE r.removed_at IS NULL) AS standing,
		count(r.id) FILTER (WHERE r.root_id IS NULL AND r.listed) AS top,
		count(r.id) FILTER (WHERE answers AND r.author_id IS DISTINCT FROM q.author_id) AS others,
		max(r.created_at) FILTER (WHERE answers AND r.author_id = q.author_id) AS asker,
		max(r.created_at) FILTER (
			WHERE answers AND r.author_id IS DISTINCT FROM q.author_id AND (m.role <> 'learner' OR a.owner_at IS NOT NULL)
		) AS staff,
		min(r.created_at) FILTER (
			WHERE answers AND r.author_id IS DISTINCT FROM q.author_id AND (m.role <> 'learner' OR a.owner_at IS NOT NULL)
		) AS staff_first,
		max(r.accepted_at) FILTER (WHERE answers) AS accepted, max(r.endorsed_at) FILTER (WHERE answers) AS endorsed
	FROM threads q LEFT JOIN replies r ON r.thread_id = q.id LEFT JOIN users a ON a.id = r.author_id
	LEFT JOIN memberships m ON m.course_id = q.course_id AND m.user_id = r.author_id,
		LATERAL (SELECT r.removed_at IS NULL AND r.promoted_to_id IS NULL AS answers) is_so
	GROUP BY q.id
), settled AS (
	SELECT r.thread_id AS id, count(DISTINCT t.id) AS settled, count(DISTINCT v.voter_id) FILTER (
		WHERE v.voter_id IS DISTINCT FROM m.author_id
			AND NOT EXISTS (SELECT 1 FROM thread_votes o WHERE o.thread_id = m.id AND o.voter_id = v.voter_id)
	) AS also
	FROM threads t JOIN replies r ON r.id = t.closed_by_reply_id JOIN threads m ON m.id = r.thread_id
	LEFT JOIN thread_votes v ON v.thread_id = t.id GROUP BY r.thread_id
)
SELECT 'reply_count' AS counter, count(*) AS wrong FROM threads t JOIN counted c USING (id) WHERE t.reply_count <> c.standing
UNION ALL SELECT 'top_count', count(*) FROM threads t JOIN counted c USING (id) WHERE t.top_count <> c.top
UNION ALL SELECT 'others_count', count(*) FROM threads t JOIN counted c USING (id) WHERE t.kind = 'question' AND t.others_count <> c.others
UNION ALL SELECT 'asker_replied_at', count(*) FROM threads t JOIN counted c USING (id)
	WHERE t.kind = 'question' AND t.asker_replied_at IS DISTINCT FROM c.asker
UNION ALL SELECT 'staff_replied_at', count(*) FROM threads t JOIN counted c USING (id)
	WHERE t.kind = 'question' AND t.staff_replied_at IS DISTINCT FROM c.staff
UNION ALL SELECT 'staff_first_at', count(*) FROM threads t JOIN counted c USING (id)
	WHERE t.kind = 'question' AND t.staff_first_at IS DISTINCT FROM c.staff_first
UNION ALL SELECT 'accepted_at', count(*) FROM threads t JOIN counted c USING (id) WHERE t.kind = 'question' AND t.accepted_at IS DISTINCT FROM c.accepted
UNION ALL SELECT 'endorsed_at', count(*) FROM threads t JOIN counted c USING (id) WHERE t.kind = 'question' AND t.endorsed_at IS DISTINCT FROM c.endorsed
UNION ALL SELECT 'vote_count', count(*) FROM threads t LEFT JOIN (SELECT thread_id, count(*) AS votes FROM thread_votes GROUP BY 1) v ON v.thread_id = t.id
	WHERE t.vote_count <> coalesce(v.votes, 0)
UNION ALL SELECT 'settled_count', count(*) FROM threads t LEFT JOIN settled s USING (id) WHERE t.settled_count <> coalesce(s.settled, 0)
UNION ALL SELECT 'also_count', count(*) FROM threads t LEFT JOIN settled s USING (id) WHERE t.also_count <> coalesce(s.also, 0)
UNION ALL SELECT 'cast_votes', count(*) FROM replies r LEFT JOIN (SELECT reply_id, count(*) AS votes FROM reply_votes GROUP BY 1) v ON v.reply_id = r.id
	WHERE r.cast_votes <> coalesce(v.votes, 0)
UNION ALL SELECT 'under_count', count(*) FROM replies r
	LEFT JOIN (SELECT root_id, count(*) AS under FROM replies WHERE listed GROUP BY 1) u ON u.root_id = r.id
	WHERE r.root_id IS NULL AND r.under_count <> coalesce(u.under, 0)
UNION ALL SELECT 'listed', count(*) FROM replies r WHERE r.listed <> (r.removed_at IS NULL AND NOT r.is_check_in
	OR EXISTS (SELECT 1 FROM replies c WHERE c.parent_id = r.id AND c.listed))
UNION ALL SELECT 'last_thread_number', count(*) FROM courses c
	WHERE c.last_thread_number < (SELECT max(number) FROM threads WHERE course_id = c.id)
UNION ALL SELECT 'last_lesson_number', count(*) FROM courses c
	WHERE c.last_lesson_number < (SELECT max(number) FROM lessons WHERE course_id = c.id)
UNION ALL SELECT 'votes for oneself', count(*) FROM reply_votes v JOIN replies r ON r.id = v.reply_id WHERE r.author_id = v.voter_id
UNION ALL SELECT 'votes for one''s own thread', count(*) FROM thread_votes v JOIN threads t ON t.id = v.thread_id WHERE t.author_id = v.voter_id
UNION ALL SELECT 'more than five pins', count(*) FROM (
	SELECT 1 FROM pins WHERE unpinned_at IS NULL GROUP BY thread_id HAVING count(*) > 5
) full_threads
