-- Of every five replies of a thread three are at the top; the fourth answers the third, the fifth the fourth. Every
-- hundredth fifth one is removed, and so are the last twenty of the long discussion, which fill its page for staff. The
-- place decides the author: staff have the sixth place of questions, the asker the seventh of some; the heavy writer is
-- extra. In the long discussion, answers to one of the first replies go to the third.
CREATE FUNCTION pg_temp.is_removed(id bigint, k int, of int) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
	RETURN pg_temp.h(id, 22, 100) = 0 OR (k > of - 100 AND of = (SELECT long FROM size));

CREATE TEMP TABLE said AS
SELECT row_number() OVER (ORDER BY p.id, k)::int AS id, p.id AS thread, p.course, p.kind, p.author AS asker, k, p.replies AS of,
	CASE k % 5 WHEN 4 THEN 1 WHEN 0 THEN 2 ELSE 0 END AS depth, p.replies = size.long AND k <= greatest(300, size.long / 50) AS of_third, p.replies = size.check_ins AND p.kind = 'lesson' AS is_check_in,
	p.at + (least(now() - interval '10 minutes' - p.at, interval '60 days') * (k::float / (p.replies + 1))) AS at
FROM size, plan p, generate_series(1, p.replies) k;
ANALYZE said;

INSERT INTO replies (id, thread_id, parent_id, root_id, author_id, source, html, renderer, cast_votes, is_check_in, listed, under_count,
	created_at, visibility, hidden_at, hidden_by_id, hidden_by_staff, asks, accepted_at, endorsed_at, endorsed_by_id, position)
SELECT s.id, s.thread, CASE WHEN s.is_check_in OR s.depth = 0 THEN NULL WHEN s.of_third THEN s.id - s.k + 3 ELSE s.id - 1 END,
	CASE WHEN s.is_check_in OR s.depth = 0 THEN NULL WHEN s.of_third THEN s.id - s.k + 3 ELSE s.id - s.depth END,
	CASE WHEN pg_temp.h(s.id, 20, 50) = 0 THEN size.heavy WHEN s.is_staff THEN 1 + pg_temp.h(s.id, 21, size.staff / 5)
		WHEN s.kind = 'question' AND s.k = 7 AND pg_temp.h(s.id, 19, 4) = 0 THEN s.asker
		ELSE 1 + size.staff + pg_temp.h(s.id, 21, size.people - size.staff) END,
	CASE WHEN s.is_check_in THEN '打卡' ELSE words.text END, CASE WHEN s.is_check_in THEN E'<p>打卡</p>\n' ELSE '<p>' || words.text || E'</p>\n' END,
	size.renderer, CASE WHEN s.is_check_in THEN 0 ELSE s.votes END, s.is_check_in, NOT s.is_check_in AND NOT s.is_removed,
	CASE WHEN s.of_third AND s.k = 3 THEN (SELECT count(*) FROM said WHERE of_third AND depth > 0 AND (depth = 1 OR NOT pg_temp.is_removed(id, k, of)))
		WHEN s.is_check_in OR s.k % 5 <> 3 OR s.of_third THEN 0 ELSE (s.k + 1 <= s.of)::int + (s.k + 2 <= s.of AND NOT pg_temp.is_removed(s.id + 2, s.k + 2, s.of))::int END,
	s.at, (CASE WHEN s.is_removed THEN 'removed' ELSE 'shown' END)::text_visibility, CASE WHEN s.is_removed THEN s.at + interval '1 hour' END, CASE WHEN s.is_removed THEN 1 END, s.is_removed,
	s.kind IN ('lesson', 'thinking', 'topic') AND NOT s.is_check_in AND pg_temp.h(s.id, 23, 25) = 0,
	CASE WHEN s.is_staff AND pg_temp.h(s.id, 18, 4) = 0 THEN s.at + interval '1 minute' END,
	CASE WHEN s.is_endorsed THEN s.at + interval '1 day' END, CASE WHEN s.is_endorsed THEN 1 END,
	CASE WHEN s.kind = 'thinking' AND s.depth = 0 THEN (SELECT positions[1 + s.id % 2] FROM threads WHERE id = s.thread) END
FROM size, LATERAL (
	SELECT *, s.depth = 2 AND NOT s.is_check_in AND pg_temp.is_removed(s.id, s.k, s.of) AS is_removed,
		s.kind = 'question' AND s.course = 1 AND s.k = 6 AS is_staff,
		s.k % 5 = 1 AND NOT s.is_check_in AND pg_temp.h(s.id, 24, 40) = 0 AND s.at < now() - interval '1 day' AS is_endorsed,
		-- Few replies have many: the mean is 2.4.
		(5.2 * power(pg_temp.h(s.id, 25, 1000) / 1000.0, 1.17))::int AS votes
	FROM said s
) s, LATERAL (SELECT pg_temp.text(s.id, 26) AS text) words;

-- Nobody votes for their own reply, or twice: the step and the number of voters share no factor.
INSERT INTO reply_votes (reply_id, voter_id, created_at)
SELECT r.id, 1 + (r.author_id + (pg_temp.h(r.id, 27, size.people - 1) + j * 7919) % (size.people - 1)) % size.people, r.created_at
FROM size, replies r, generate_series(1, r.cast_votes) j;

-- Some replies that ask have become questions: here, questions without a lesson.
CREATE TEMP TABLE promoted AS
SELECT r.*, q.id AS question FROM (
	SELECT r.id, r.author_id, r.source, r.html, t.lesson_id, row_number() OVER (ORDER BY r.id DESC) AS n
	FROM replies r JOIN threads t ON t.id = r.thread_id
	WHERE t.course_id = 1 AND t.visibility = 'shown' AND r.asks AND r.root_id IS NULL AND r.under_count = 0 AND r.endorsed_at IS NULL
) r JOIN (
	SELECT id, row_number() OVER (ORDER BY id DESC) AS n FROM threads
	WHERE course_id = 1 AND kind = 'question' AND lesson_id IS NULL AND visibility = 'shown' AND NOT is_private AND NOT is_anonymous
) q USING (n), size WHERE n <= greatest(2, size.big_questions / 400);
UPDATE threads t SET promoted_from_id = p.id, author_id = p.author_id, source = p.source, html = p.html, lesson_id = p.lesson_id
FROM promoted p WHERE p.question = t.id;
UPDATE replies r SET promoted_to_id = p.question FROM promoted p WHERE p.id = r.id;
INSERT INTO thread_votes (thread_id, voter_id, created_at)
SELECT p.question, v.voter_id, v.created_at FROM promoted p JOIN reply_votes v ON v.reply_id = p.id;
INSERT INTO thread_votes (thread_id, voter_id, created_at)
SELECT t.id, 1 + (t.author_id + (pg_temp.h(t.id, 28, size.people - 1) + j * 7919) % (size.people - 1)) % size.people, t.created_at
FROM size, threads t, generate_series(1, pg_temp.h(t.id, 29, 6)) j WHERE t.kind IN ('question', 'topic') AND t.promoted_from_id IS NULL;
