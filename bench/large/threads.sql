-- Each thread's course, lesson and kind. Course 1 has `big_threads`, `big_questions` of them questions. The last of its
-- topics holds the long discussion, the thread of its second lesson the check-ins, and everybody states a position on its first
-- thinking question. In sets of any size its first lesson has 60 questions and the third at least 36. `replies`: the
-- number to come.
CREATE TEMP TABLE plan AS
WITH lesson_threads AS (
	SELECT course, id AS lesson, 'lesson' AS kind, NULL::int AS position FROM lesson_of
	UNION ALL SELECT course, id, 'thinking', p FROM lesson_of, generate_series(1, 2) p
), left_over AS (
	SELECT c AS course, CASE c WHEN 1 THEN size.big_threads ELSE (size.threads - size.big_threads) / (size.courses - 1) END
		- (SELECT count(*) FROM lesson_threads WHERE course = c) AS threads,
		CASE c WHEN 1 THEN size.big_questions ELSE (size.threads - size.big_threads) / (size.courses - 1) / 2 END AS questions
	FROM size, generate_series(1, size.courses) c
), started AS (
	SELECT course, CASE WHEN n <= questions THEN 'question' WHEN n % 80 = 0 THEN 'announcement' ELSE 'topic' END AS kind, n
	FROM left_over, generate_series(1, left_over.threads) n
), numbered AS (
	SELECT row_number() OVER (ORDER BY course, n NULLS FIRST, lesson, position NULLS FIRST)::int AS id, course, kind, position,
		row_number() OVER (PARTITION BY course ORDER BY n NULLS FIRST, lesson, position NULLS FIRST)::int AS number,
		lesson, n
	FROM (
		SELECT course, kind, position, lesson, NULL::bigint AS n FROM lesson_threads
		UNION ALL SELECT course, kind, NULL, NULL, n FROM started
	) every
)
SELECT t.id, t.course, t.number, t.kind::thread_kind, t.position,
	coalesce(t.lesson, CASE WHEN t.kind <> 'question' THEN NULL WHEN t.course = 1 AND t.n <= 60 THEN 1 WHEN t.course = 1 AND t.n <= 96 THEN 3 WHEN pg_temp.h(t.id, 5, 4) > 0 THEN (
		SELECT min(id) FROM lesson_of WHERE course = t.course
	) + pg_temp.h(t.id, 6, (SELECT count(*) FROM lesson_of WHERE course = t.course)) END)::int AS lesson,
	t.kind = 'question' AND pg_temp.h(t.id, 7, 40) = 0 AS is_private, t.kind = 'question' AND pg_temp.h(t.id, 8, 30) = 0 AS is_anonymous,
	CASE WHEN t.kind IN ('lesson', 'thinking') THEN NULL WHEN t.kind = 'announcement' THEN 1 + pg_temp.h(t.id, 9, 10)
		ELSE 1 + size.staff + pg_temp.h(t.id, 9, size.people - size.staff) END::int AS author,
	-- More recent ones: a quarter are from the last month.
	now() - interval '1 hour' - interval '380 days' * power(pg_temp.h(t.id, 10, 1000000) / 1000000.0, 2)::float AS at,
	0 AS replies
FROM size, numbered t;

UPDATE plan p SET replies = CASE
	WHEN p.id = (SELECT max(id) FROM plan WHERE course = 1 AND kind = 'topic') THEN size.long
	WHEN p.lesson = 2 AND (p.kind = 'lesson' OR p.position = 1) THEN size.check_ins
	WHEN p.kind IN ('lesson', 'thinking') THEN 40 + pg_temp.h(p.id, 11, 40)
	WHEN p.kind = 'announcement' THEN pg_temp.h(p.id, 11, 6)
	ELSE greatest(0, pg_temp.h(p.id, 11, 18) - 1) END
FROM size;
CREATE UNIQUE INDEX ON plan (id);
ANALYZE plan;

INSERT INTO threads (id, course_id, number, kind, lesson_id, position, title, title_tokens, source, html, renderer, author_id,
	is_private, is_anonymous, positions, write_first, created_at, last_activity_at, visibility, hidden_at, hidden_by_id)
SELECT p.id, p.course, p.number, p.kind, p.lesson, p.position, said.title, CASE WHEN p.kind = 'question' THEN pg_temp.tokens(p.id, 12)::tsvector END,
	said.body, CASE WHEN said.body = '' THEN '' ELSE '<p>' || said.body || E'</p>\n' END, CASE WHEN said.body = '' THEN 0 ELSE size.renderer END,
	p.author, p.is_private, p.is_anonymous, CASE WHEN p.position = 1 THEN ARRAY['同意', '不同意'] ELSE '{}' END,
	coalesce(p.position, 0) = 2 AND p.lesson % 10 = 0, p.at, p.at,
	(CASE WHEN said.is_removed THEN 'removed' ELSE 'shown' END)::text_visibility,
	CASE WHEN said.is_removed THEN p.at + interval '1 hour' END, CASE WHEN said.is_removed THEN p.author END
FROM size, plan p, LATERAL (
	SELECT p.author IS NOT NULL AND p.replies < 20 AND pg_temp.h(p.id, 13, 100) = 0 AS is_removed, pg_temp.title(p.id, 12) AS title, CASE WHEN p.author IS NULL THEN '' ELSE left(pg_temp.text(p.id, 13), 300) END AS body
) said;

INSERT INTO question_tokens (course_id, token, thread_id)
SELECT course_id, unnest(tsvector_to_array(title_tokens)), id FROM threads WHERE kind = 'question';

UPDATE courses c SET last_thread_number = t.last FROM (SELECT course_id, max(number) AS last FROM threads GROUP BY 1) t WHERE t.course_id = c.id;

INSERT INTO anchors (thread_id, lesson_id, block_id, revision, start, quote, before, after)
SELECT t.id, t.lesson_id, b.id, 1, 0, left(b.text, 20), '', substr(b.text, 21, 30)
FROM threads t JOIN blocks b ON b.id = (t.lesson_id - 1) * 40 + 1 + pg_temp.h(t.id, 14, 40)
WHERE t.kind = 'question' AND t.lesson_id IS NOT NULL;
