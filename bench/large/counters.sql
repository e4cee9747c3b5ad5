-- The counters that the application stores beside the rows.
UPDATE threads t SET reply_count = now.standing, top_count = now.top, others_count = now.others, asker_replied_at = now.asker,
	staff_replied_at = now.staff, staff_first_at = now.staff_first, accepted_at = now.accepted, endorsed_at = now.endorsed, last_activity_at = greatest(t.created_at, now.last)
FROM (
	SELECT q.id, count(*) FILTER (WHERE stands) AS standing, count(*) FILTER (WHERE r.root_id IS NULL AND r.listed) AS top,
		count(*) FILTER (WHERE answers AND r.author_id <> q.author_id) AS others,
		max(r.created_at) FILTER (WHERE answers AND r.author_id = q.author_id) AS asker,
		max(r.created_at) FILTER (WHERE answers AND r.author_id <> q.author_id AND m.role <> 'learner') AS staff,
		min(r.created_at) FILTER (WHERE answers AND r.author_id <> q.author_id AND m.role <> 'learner') AS staff_first,
		max(r.accepted_at) FILTER (WHERE answers) AS accepted, max(r.endorsed_at) FILTER (WHERE answers) AS endorsed,
		max(r.created_at) AS last
	FROM threads q JOIN replies r ON r.thread_id = q.id LEFT JOIN memberships m ON m.course_id = q.course_id AND m.user_id = r.author_id,
		LATERAL (SELECT r.visibility = 'shown' AS stands, q.kind = 'question' AND r.visibility = 'shown' AND r.promoted_to_id IS NULL AS answers) is_so
	GROUP BY q.id
) now WHERE now.id = t.id;
UPDATE threads t SET vote_count = v.votes FROM (SELECT thread_id, count(*) AS votes FROM thread_votes GROUP BY 1) v WHERE v.thread_id = t.id;
UPDATE pins p SET to_check = true FROM blocks b, replies r
WHERE b.id = p.block_id AND r.id = p.reply_id AND (b.position IS NULL OR b.revision > p.lesson_revision OR r.version > p.reply_version);
UPDATE threads m SET settled_count = (
	SELECT count(*) FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id WHERE r.thread_id = m.id
), settled_voters = (
	SELECT count(DISTINCT v.voter_id) FROM threads t
	JOIN replies r ON r.id = t.settled_by_reply_id AND r.thread_id = m.id
	JOIN thread_votes v ON v.thread_id = t.id
	WHERE NOT t.is_private AND v.voter_id IS DISTINCT FROM m.author_id
		AND NOT EXISTS (SELECT 1 FROM thread_votes o WHERE o.thread_id = m.id AND o.voter_id = v.voter_id)
) WHERE m.id IN (SELECT thread_id FROM settling);
UPDATE threads t SET stated = ARRAY(
	SELECT count(latest.position)::int FROM unnest(t.positions) WITH ORDINALITY offered (position, nth)
	LEFT JOIN (
		SELECT DISTINCT ON (author_id) position FROM replies
		WHERE thread_id = t.id AND position = ANY(t.positions) AND position IS NOT NULL AND visibility = 'shown'
		ORDER BY author_id, created_at DESC, id DESC
	) latest ON latest.position = offered.position GROUP BY offered.position, nth ORDER BY nth
) WHERE positions <> '{}';
