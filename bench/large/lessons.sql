-- Lessons of 40 blocks, every eighth a heading; the glossary of course 1.
CREATE TEMP TABLE lesson_of AS
SELECT row_number() OVER (ORDER BY course, number)::int AS id, course, number
FROM size, LATERAL (
	SELECT 1 AS course, n AS number FROM generate_series(1, size.lessons) n
	UNION ALL
	SELECT c, n FROM generate_series(2, size.courses) c, generate_series(1, least(20, size.lessons / 5)) n
) all_of_them;

INSERT INTO lessons (id, course_id, number, position, place, title, created_at, updated_at)
SELECT id, course, number, number, number, pg_temp.title(id, 2), now() - interval '395 days', now() - interval '395 days' FROM lesson_of;

INSERT INTO lesson_revisions (lesson_id, number, title, source, blocks)
SELECT id, 1, title, '', '[]' FROM lessons;

INSERT INTO blocks (id, lesson_id, position, kind, level, source, html, text, revision, renderer)
SELECT (l.id - 1) * 40 + p + 1, l.id, p, (CASE WHEN p % 8 = 0 THEN 'heading' ELSE 'paragraph' END)::block_kind,
	CASE WHEN p % 8 = 0 THEN 2 END, CASE WHEN p % 8 = 0 THEN '## ' ELSE '' END || words.text,
	CASE WHEN p % 8 = 0 THEN '<h2>' || words.text || E'</h2>\n' ELSE '<p>' || words.text || E'</p>\n' END, words.text, 1, size.renderer
FROM size, lesson_of l, generate_series(0, 39) p,
	LATERAL (SELECT CASE WHEN p % 8 = 0 THEN pg_temp.title(l.id * 40 + p, 3) ELSE left(pg_temp.text(l.id * 40 + p, 3), 260) END AS text) words;

UPDATE lesson_revisions r SET source = b.source, blocks = b.blocks
FROM (
	SELECT lesson_id, string_agg(source, E'\n\n' ORDER BY position) AS source, jsonb_agg(jsonb_build_array(id, source) ORDER BY position) AS blocks
	FROM blocks GROUP BY lesson_id
) b WHERE b.lesson_id = r.lesson_id;

UPDATE courses c SET last_lesson_number = l.last FROM (SELECT course_id, max(number) AS last FROM lessons GROUP BY 1) l WHERE l.course_id = c.id;

INSERT INTO terms (id, course_id, source, renderings, meaning, by_id, created_at)
SELECT i, 1, 'term ' || i, ARRAY[word], left(pg_temp.text(i, 4), 40), 1, now() - interval '300 days'
FROM size, words WHERE i <= size.terms;
INSERT INTO term_words (course_id, word, term_id)
SELECT course_id, lower(word), id FROM terms, unnest(source || renderings) word;
INSERT INTO glossaries (course_id) SELECT DISTINCT course_id FROM terms;
