-- Facts about a set for the addresses of the run.
WITH long AS (
	SELECT * FROM threads WHERE course_id = 1 ORDER BY reply_count DESC LIMIT 1
), crowded AS (
	SELECT * FROM replies WHERE thread_id = (SELECT id FROM long) AND root_id IS NULL ORDER BY under_count DESC LIMIT 1
), question AS (
	SELECT t.* FROM threads t WHERE t.course_id = 1 AND t.kind = 'question' AND t.visibility = 'shown' AND NOT t.is_private AND NOT t.is_anonymous
		AND t.reply_count = 8 AND t.state = 'answered' ORDER BY t.id LIMIT 1
), asked AS (
	SELECT l.number AS lesson, a.block_id AS block, left(b.text, 20) AS quote FROM anchors a JOIN lessons l ON l.id = a.lesson_id
	JOIN blocks b ON b.id = a.block_id WHERE l.id = 1 GROUP BY 1, 2, 3 ORDER BY count(*) DESC, 2 LIMIT 1
), middle AS (
	SELECT * FROM threads WHERE course_id = 1 AND visibility = 'shown' ORDER BY last_activity_at DESC, id DESC
	OFFSET (SELECT count(*) / 2 FROM threads WHERE course_id = 1) LIMIT 1
), heavy AS (
	SELECT author_id AS id FROM replies WHERE author_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
), told AS (
	SELECT n.* FROM notifications n, heavy WHERE n.user_id = heavy.id ORDER BY n.id DESC OFFSET 31 LIMIT 1
)
SELECT (SELECT count(*)::int FROM users) AS people, (SELECT max(user_id) FROM memberships WHERE course_id = 1 AND role <> 'learner') AS staff,
	(SELECT max(m.user_id) FROM memberships m WHERE m.course_id = 1 AND m.role = 'learner'
		AND NOT EXISTS (SELECT 1 FROM notifications n WHERE n.user_id = m.user_id AND n.read_at IS NULL)) AS learner,
	long.number AS long, ceil(long.top_count / 20.0)::int AS long_pages, crowded.id AS crowded, crowded.under_count / 50 AS full_pages,
	(SELECT id FROM replies WHERE root_id = crowded.id AND listed ORDER BY created_at DESC, id DESC LIMIT 1) AS last_under,
	(SELECT id FROM replies WHERE thread_id = long.id AND root_id IS NULL AND listed ORDER BY rank, votes DESC, created_at, id
		OFFSET long.top_count / 2 LIMIT 1) AS middle_best,
	(SELECT id FROM replies WHERE thread_id = long.id AND root_id IS NULL AND listed ORDER BY created_at, id
		OFFSET long.top_count / 2 LIMIT 1) AS middle_oldest,
	question.number AS question, question.title AS question_title, question.author_id AS asker,
	(SELECT id FROM replies WHERE thread_id = question.id AND root_id IS NULL AND visibility = 'shown' ORDER BY id LIMIT 1) AS reply,
	(SELECT author_id FROM replies WHERE thread_id = question.id AND root_id IS NULL AND visibility = 'shown' ORDER BY id LIMIT 1) AS replier,
	(SELECT number FROM threads WHERE lesson_id = 2 AND kind = 'lesson') AS check_ins,
	(SELECT number FROM threads WHERE lesson_id = 2 AND position = 1) AS positions,
	(SELECT min(number) FROM threads WHERE course_id = 1 AND write_first) AS write_first,
	(SELECT min(number) FROM threads WHERE course_id = 1 AND settled_at IS NOT NULL AND visibility = 'shown' AND NOT is_private) AS settled,
	(SELECT number FROM threads WHERE course_id = 1 AND settled_count > 0 AND visibility = 'shown' AND NOT is_private
		ORDER BY settled_count DESC, id LIMIT 1) AS settles,
	(SELECT min(reply_id) FROM pins WHERE lesson_id = 1 AND unpinned_at IS NULL) AS pinned,
	(SELECT id FROM replies WHERE thread_id = (SELECT id FROM threads WHERE lesson_id = 3 AND kind = 'lesson') AND asks
		AND visibility = 'shown' AND promoted_to_id IS NULL ORDER BY id LIMIT 1) AS asking,
	asked.lesson AS asked_lesson, asked.block AS asked_block, asked.quote AS quote,
	(SELECT ceil(count(*) / 30.0)::int FROM threads WHERE course_id = 1 AND kind = 'question' AND visibility = 'shown' AND NOT is_private) AS question_pages,
	floor(extract(epoch FROM middle.last_activity_at) * 1000) || '_' || middle.id AS middle_thread,
	heavy.id AS heavy, 'member-' || heavy.id AS heavy_handle, told.id AS told, (SELECT min(id) FROM terms WHERE course_id = 1) AS term,
	(SELECT floor(extract(epoch FROM created_at) * 1000) || '_' || id FROM replies WHERE author_id = heavy.id ORDER BY created_at DESC, id DESC
		OFFSET (SELECT count(*) / 2 FROM replies WHERE author_id = heavy.id) LIMIT 1) AS heavy_middle
FROM long, crowded, question, asked, middle, heavy, told;
