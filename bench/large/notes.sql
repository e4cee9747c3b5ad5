-- Notes in the margins of course 1: replies in lessons' threads and answers to questions in the lesson, one per thread
-- until the pins run out, and five from the first lesson's own thread.
CREATE TEMP TABLE noted AS
SELECT id, thread_id, lesson_id, row_number() OVER (ORDER BY NOT is_of_first, place, id)::int AS n FROM (
	SELECT id, thread_id, lesson_id, place, lesson_id = 1 AND (kind <> 'question' OR place = 1) AS is_of_first FROM (
		SELECT r.id, r.thread_id, t.lesson_id, t.kind, row_number() OVER (PARTITION BY t.id ORDER BY r.id) AS place
		FROM threads t JOIN replies r ON r.thread_id = t.id AND r.root_id IS NULL AND r.visibility = 'shown' AND NOT r.is_check_in
			AND r.promoted_to_id IS NULL
		WHERE t.course_id = 1 AND t.lesson_id IS NOT NULL AND t.visibility = 'shown' AND NOT t.is_private
	) of_lessons WHERE place <= 5
) up_to_five;
ANALYZE noted;
INSERT INTO pins (id, reply_id, thread_id, kind, lesson_id, block_id, short_form, reply_version, lesson_revision, pinned_by_id, pinned_at)
SELECT n, noted.id, thread_id, (ARRAY['answer', 'term', 'correction', 'remark'])[1 + n % 4]::note_kind, lesson_id,
	(lesson_id - 1) * 40 + 2 + pg_temp.h(n, 30, 38), left(pg_temp.text(n, 31), 60), 1, 1, 1, now() - interval '1 day' - n * interval '1 minute'
FROM size, noted WHERE n <= size.pins;
UPDATE terms SET reply_id = pins.reply_id FROM pins WHERE pins.id = terms.id AND pins.kind = 'term';

-- Staff settled a sixtieth of the questions with an answer elsewhere; their askers have notifications.
CREATE TEMP TABLE settling AS
SELECT id, thread_id, row_number() OVER (ORDER BY id) AS n FROM (
	SELECT min(r.id) AS id, t.id AS thread_id FROM replies r JOIN threads t ON t.id = r.thread_id
	WHERE t.course_id = 1 AND t.kind = 'question' AND NOT t.is_private AND t.visibility = 'shown' AND r.visibility = 'shown' AND r.promoted_to_id IS NULL
		AND r.author_id <= (SELECT staff / 5 FROM size) GROUP BY t.id
) one_each ORDER BY id LIMIT (SELECT big_questions / 100 FROM size);
ANALYZE settling;
UPDATE threads t SET settled_at = t.created_at + interval '2 days', settled_by_id = 1, settled_by_reply_id = s.id
FROM settling s WHERE t.course_id = 1 AND t.kind = 'question' AND t.visibility = 'shown' AND pg_temp.h(t.id, 32, 60) = 0
	AND s.n = 1 + pg_temp.h(t.id, 33, (SELECT count(*) FROM settling))
	AND t.promoted_from_id IS NULL AND t.created_at < now() - interval '3 days' AND t.id NOT IN (SELECT thread_id FROM settling);
INSERT INTO notifications (user_id, kind, thread_id, reply_id, created_at, read_at)
SELECT author_id, 'settled', id, settled_by_reply_id, settled_at, CASE WHEN id % 2 = 0 THEN settled_at END FROM threads WHERE settled_at IS NOT NULL
UNION ALL
SELECT t.author_id, 'answered', t.id, min(r.id), min(r.created_at), CASE WHEN t.id % 3 > 0 THEN now() END
FROM size, threads t JOIN replies r ON r.thread_id = t.id AND r.visibility = 'shown'
WHERE t.kind = 'question' AND t.course_id = 1 AND r.author_id <= size.staff / 5 AND r.author_id <> t.author_id GROUP BY t.id;
-- The heavy writer has many notifications, most of them read.
INSERT INTO notifications (user_id, kind, thread_id, reply_id, created_at, read_at)
SELECT size.heavy, 'answered', told.id, told.reply_id, told.at, CASE WHEN told.id % 50 > 0 THEN now() END
FROM size, (
	SELECT t.id, min(r.id) AS reply_id, min(r.created_at) AS at FROM size, threads t JOIN replies r ON r.thread_id = t.id AND r.visibility = 'shown'
	WHERE t.kind = 'question' AND t.author_id <> size.heavy GROUP BY t.id ORDER BY t.id LIMIT (SELECT greatest(40, people / 20) FROM size)
) told;

INSERT INTO lesson_reads (lesson_id, user_id)
SELECT DISTINCT 1 + pg_temp.h(i, 34, size.lessons), 1 + pg_temp.h(i, 35, size.people) FROM size, generate_series(1, size.people * 2) i;
INSERT INTO reply_edits (reply_id, version, source, created_at)
SELECT id, 1, source, created_at FROM replies WHERE pg_temp.h(id, 36, 50) = 0 AND visibility = 'shown';
UPDATE replies SET version = 2, edited_at = created_at + interval '1 hour' WHERE id IN (SELECT reply_id FROM reply_edits);
INSERT INTO saved_replies (course_id, title, source, by_id)
SELECT 1, pg_temp.title(i, 37), left(pg_temp.text(i, 37), 200), 1 FROM generate_series(1, 40) i;
UPDATE threads SET claimed_by_id = 1 + id % 5, claimed_at = now() - interval '1 hour'
WHERE course_id = 1 AND kind = 'question' AND settled_at IS NULL AND pg_temp.h(id, 38, 500) = 0;
