import { pool } from "#app/platform/postgres/db.server.ts";
import type { Scene } from "#tests/support/scene.ts";

/** Numbers of rows that a page must not read in full. */
const SIZE = {
	members: 4000,
	lessons: 100,
	threads: 10_000,
	/** In the long thread: at its top level, and under one reply. Other threads have two replies each. */
	top: 10_000,
	under: 2000,
	checkIns: 3000,
	/** In the thinking question: replies that state a position, most by somebody else. */
	positions: 4000,
	notifications: 3000,
};

/** The first numbers of threads and members, and of the other course's. */
const FROM = 1000;

/**
 * Fills a scene by SQL until PostgreSQL chooses its plans as in production: a topic with thousands of replies, most by the
 * learner, a lesson with as many check-ins, thousands of threads of every kind and state.
 */
export async function fillLarge(
	scene: Scene,
	thinking: { id: number },
): Promise<{ branch: number; last: number }> {
	const { course, lesson, topic, people } = scene;
	const client = await pool.connect();
	const run = (text: string) => client.query(text);
	try {
		await run(`
			INSERT INTO users (handle, name, name_skeleton, email, password_hash)
			SELECT 'member-' || i, 'Member ' || i, 'member-' || i, 'member-' || i || '@example.com', 'none'
			FROM generate_series(1, ${SIZE.members}) i;
			CREATE TEMP TABLE crowd AS SELECT id, row_number() OVER (ORDER BY id) AS n FROM users WHERE handle LIKE 'member-%';
			INSERT INTO memberships (course_id, user_id, role, created_at)
			SELECT ${course.id}, id, 'learner', now() - n * interval '1 minute' FROM crowd;
			INSERT INTO lessons (course_id, number, position, place, title)
			SELECT ${course.id}, ${FROM} + i, ${FROM} + i, ${FROM} + i, 'A lesson' FROM generate_series(1, ${SIZE.lessons}) i;
			INSERT INTO lesson_revisions (lesson_id, number, title, source, blocks)
			SELECT id, 1, title, 'x', '[]' FROM lessons WHERE number > ${FROM};
			INSERT INTO blocks (lesson_id, position, kind, source, html, text, revision, renderer)
			SELECT id, n, 'paragraph', 'x', '<p>x</p>', 'x', 1, 1 FROM lessons, generate_series(1, 10) n WHERE number > ${FROM};
			INSERT INTO threads (course_id, number, kind, lesson_id, title)
			SELECT course_id, 50000 + number, 'lesson', id, title FROM lessons WHERE number > ${FROM};
			CREATE TEMP TABLE kinds AS SELECT i, (CASE WHEN i % 50 = 0 THEN 'announcement' WHEN i % 5 < 2 THEN 'topic' ELSE 'question' END)::thread_kind AS kind
			FROM generate_series(1, ${SIZE.threads}) i;
			INSERT INTO threads (course_id, number, kind, lesson_id, title, title_tokens, source, author_id, is_private, is_anonymous,
				vote_count, others_count, staff_replied_at, staff_first_at, asker_replied_at, created_at, last_activity_at, hidden_at, visibility)
			SELECT ${course.id}, ${FROM} + i, kind, CASE WHEN i % 3 > 0 THEN ${lesson.id} ELSE (SELECT id FROM lessons WHERE number = ${FROM} + 1 + i % ${SIZE.lessons}) END, 'word' || i % 40,
				CASE WHEN kind = 'question' THEN array_to_tsvector(ARRAY['word' || i % 40, 'number' || i % 7]) END, 'An opener', crowd.id,
				kind = 'question' AND i % 20 = 3, kind = 'question' AND i % 20 = 4, i % 6, i % 4,
				CASE WHEN kind = 'question' AND i % 3 = 0 THEN now() - interval '1 day' END,
				CASE WHEN kind = 'question' AND i % 3 = 0 THEN now() - interval '1 day' END, CASE WHEN kind = 'question' AND i % 9 = 3 THEN now() END,
				now() - i * interval '1 hour', now() - i * interval '1 minute', CASE WHEN i % 40 = 7 THEN now() END,
				(CASE WHEN i % 40 = 7 THEN 'removed' ELSE 'shown' END)::text_visibility
			FROM kinds JOIN crowd ON crowd.n = 1 + i % ${SIZE.members};
			INSERT INTO question_tokens (course_id, token, thread_id)
			SELECT course_id, unnest(tsvector_to_array(title_tokens)), id FROM threads WHERE kind = 'question' AND number > ${FROM};
			INSERT INTO anchors (thread_id, lesson_id, block_id, revision, start, quote, before, after)
			SELECT t.id, b.lesson_id, b.id, 1, 0, 'x', '', '' FROM threads t CROSS JOIN LATERAL (
				SELECT * FROM blocks WHERE lesson_id = t.lesson_id ORDER BY id OFFSET t.number % 4 LIMIT 1
			) b WHERE t.kind = 'question' AND (t.lesson_id <> ${lesson.id} OR number % 20 < 3);
			INSERT INTO thread_votes (thread_id, voter_id)
			SELECT id, ${people.other.id} FROM threads WHERE kind = 'question' AND author_id <> ${people.other.id};
			INSERT INTO notifications (user_id, kind, thread_id)
			SELECT CASE WHEN id % 3 = 0 THEN ${people.learner.id} ELSE author_id END, 'proposed', id FROM threads WHERE kind = 'question' LIMIT ${SIZE.notifications};
			UPDATE notifications SET read_at = now();
			INSERT INTO replies (thread_id, author_id, source, html, renderer, imported_votes, created_at)
			SELECT ${topic.id}, CASE WHEN i % 3 > 0 THEN ${people.learner.id} ELSE crowd.id END, 'x', '<p>x</p>', 1, i % 8,
				timestamptz '2026-01-01' + i * interval '1 minute'
			FROM generate_series(1, ${SIZE.top}) i JOIN crowd ON crowd.n = 1 + i % ${SIZE.members};
			CREATE TEMP TABLE branch AS
			SELECT id FROM replies WHERE thread_id = ${topic.id} AND root_id IS NULL ORDER BY id LIMIT 1 OFFSET ${SIZE.top / 2};
			INSERT INTO replies (thread_id, parent_id, root_id, author_id, source, html, renderer)
			SELECT ${topic.id}, branch.id, branch.id, ${people.other.id}, 'x', '<p>x</p>', 1 FROM branch, generate_series(1, ${SIZE.under});
			INSERT INTO replies (thread_id, parent_id, root_id, author_id, source, html, renderer)
			SELECT thread_id, id, id, ${people.other.id}, 'x', '<p>x</p>', 1 FROM replies WHERE thread_id = ${topic.id} AND root_id IS NULL AND id % 10 = 0;
			INSERT INTO replies (thread_id, author_id, source, html, renderer)
			SELECT id, author_id, 'x', '<p>x</p>', 1 FROM threads WHERE number > ${FROM} AND kind <> 'lesson';
			INSERT INTO replies (thread_id, parent_id, root_id, author_id, source, html, renderer)
			SELECT r.thread_id, r.id, r.id, r.author_id, 'x', '<p>x</p>', 1 FROM replies r JOIN threads t ON t.id = r.thread_id
			WHERE t.number > ${FROM} AND kind <> 'lesson';
			INSERT INTO reply_votes (reply_id, voter_id)
			SELECT id, ${people.other.id} FROM replies WHERE thread_id = ${topic.id} AND author_id = ${people.learner.id};
			INSERT INTO pins (reply_id, thread_id, kind, reply_version, unpinned_at)
			SELECT id, thread_id, 'answer', 1, CASE WHEN id % 300 > 0 THEN now() END FROM replies WHERE thread_id = ${topic.id} AND author_id = ${people.learner.id};
			INSERT INTO replies (thread_id, author_id, source, html, renderer, is_check_in, listed, hidden_at, visibility, created_at)
			SELECT ${lesson.threadId}, crowd.id, '打卡', '<p>打卡</p>', 1, true, false, CASE WHEN i % 3 = 0 THEN now() END,
				(CASE WHEN i % 3 = 0 THEN 'removed' ELSE 'shown' END)::text_visibility, now() - i * interval '1 minute'
			FROM generate_series(1, ${SIZE.checkIns}) i JOIN crowd ON crowd.n = 1 + i % ${SIZE.members};
			INSERT INTO replies (thread_id, author_id, source, html, renderer, position)
			SELECT ${thinking.id}, ${people.learner.id}, repeat('字', 30), '<p>x</p>', 1, 'yes' FROM generate_series(1, 100);
			INSERT INTO replies (thread_id, author_id, source, html, renderer, position, imported_votes, created_at)
			SELECT ${thinking.id}, crowd.id, 'x', '<p>x</p>', 1, CASE WHEN i % 5 > 0 THEN 'yes' ELSE 'no' END, i % 5, now() - i * interval '1 minute'
			FROM generate_series(1, ${SIZE.positions}) i JOIN crowd ON crowd.n = 1 + i % ${SIZE.members};
			UPDATE replies x SET under_count = (SELECT count(*) FROM replies WHERE root_id = x.id) WHERE thread_id = ${topic.id} AND root_id IS NULL;
			UPDATE threads t SET reply_count = (SELECT count(*) FROM replies WHERE thread_id = t.id AND visibility = 'shown'),
				top_count = (SELECT count(*) FROM replies WHERE thread_id = t.id AND root_id IS NULL AND listed),
				stated = CASE WHEN id = ${thinking.id} THEN '{3200,0,800}' ELSE '{}' END::int[]
			WHERE id IN (${topic.id}, ${lesson.threadId}, ${thinking.id})`);
		const { rows } = await run(
			`SELECT branch.id AS branch, ceil(top_count / 20.0)::int AS last FROM branch, threads WHERE threads.id = ${topic.id}`,
		);
		await run("DROP TABLE crowd, kinds, branch");
		for (const table of ["threads", "replies", "memberships"])
			await run(`VACUUM ${table}`);
		await run("ANALYZE");
		return rows[0];
	} finally {
		client.release();
	}
}

/** Empties its tables at once: row by row, as between other files, takes minutes. */
export async function emptyLarge(): Promise<void> {
	await pool.query("TRUNCATE users, courses RESTART IDENTITY CASCADE");
}
