import { piece, type Sql } from "#app/platform/postgres/db.server.ts";
import {
	forStaff,
	repliesIn,
	threads,
} from "#app/visibility/relations.server.ts";

/** What people did since with what an import brought or changed, by lesson: `id` is the first of them. */
export type Obstacle = {
	kind: "replies" | "questions" | "votes" | "marks" | "edits" | "imports";
	lesson: string;
	/** A reply, a thread's or a lesson's number, or an import. */
	id: number;
	count: number;
};

const THREADS = threads(forStaff, "tombstones");
const REPLIES = repliesIn(forStaff, "tombstones");

/** `lesson`: what was written in each lesson; `row`: each thing in it, without `before` where the import added it. */
const CHANGED = (importId: number) => piece`
	lesson AS MATERIALIZED (
		SELECT c.lesson_id AS id, c.revision, c.before IS NULL AS came, i.created_at AS since,
			jsonb_path_exists(c.before, '$[*] ? (@.of == "blocks" || @.of == "lessons" && exists(@.before.title))') AS rewritten,
			(jsonb_path_query_first(c.before, '$[*] ? (@.of == "lessons").before.revision') #>> '{}')::int AS was_revision
		FROM import_changes c JOIN imports i ON i.id = c.import_id WHERE c.import_id = ${importId}
	), row AS MATERIALIZED (
		SELECT c.lesson_id, r.of, r.id, r.before FROM import_changes c
		CROSS JOIN jsonb_to_recordset(c.before) AS r (of text, id int, before jsonb)
		WHERE c.import_id = ${importId}
	), thread AS MATERIALIZED (
		SELECT t.id, t.lesson_id, t.kind, lesson.came OR row.of IS NOT NULL AND row.before IS NULL AS came,
			row.before ? 'title' OR t.kind = 'lesson' AND lesson.rewritten AS rewritten, lesson.since
		FROM lesson JOIN ${THREADS} t ON t.lesson_id = lesson.id AND t.kind IN ('lesson', 'thinking')
		LEFT JOIN row ON row.of = 'threads' AND row.id = t.id
	), reply AS MATERIALIZED (
		SELECT r.id, thread.lesson_id, true AS came, thread.since, NULL::int AS was_version
		FROM thread JOIN ${THREADS} t ON t.id = thread.id JOIN ${REPLIES} r ON r.imported_name IS NOT NULL
		JOIN lesson ON lesson.id = thread.lesson_id AND lesson.came
		UNION ALL SELECT row.id, row.lesson_id, row.before IS NULL, lesson.since, (row.before ->> 'version')::int
		FROM row JOIN lesson ON lesson.id = row.lesson_id
		WHERE row.of = 'replies' AND (row.before IS NULL OR row.before ? 'version')
	)`;

/** Read it under the locks of the course and of the lessons' threads, to act on it. */
export const listObstacles = (sql: Sql, importId: number) => sql<Obstacle>`
	WITH ${CHANGED(importId)}, found AS (
		SELECT 'replies' AS kind, thread.lesson_id, r.id
		FROM thread JOIN ${THREADS} t ON t.id = thread.id JOIN ${REPLIES} r ON r.imported_name IS NULL
		WHERE thread.came OR thread.rewritten AND r.created_at >= thread.since
		UNION SELECT 'replies', reply.lesson_id, r.id
		FROM reply JOIN lesson ON lesson.id = reply.lesson_id AND NOT lesson.came
		JOIN ${THREADS} t ON t.lesson_id = reply.lesson_id AND t.kind = 'lesson'
		JOIN ${REPLIES} r ON reply.id IN (r.root_id, r.parent_id) AND r.imported_name IS NULL
		WHERE reply.came OR r.created_at >= reply.since
		UNION ALL SELECT 'questions', lesson.id, t.number
		FROM lesson JOIN ${THREADS} t ON t.lesson_id = lesson.id AND t.kind NOT IN ('lesson', 'thinking')
		WHERE lesson.came OR lesson.rewritten AND EXISTS (
			SELECT FROM anchors a WHERE a.thread_id = t.id AND a.lesson_id = lesson.id AND a.revision > lesson.was_revision
		)
		UNION ALL SELECT 'votes', reply.lesson_id, v.reply_id FROM reply JOIN reply_votes v ON v.reply_id = reply.id WHERE reply.came
		UNION SELECT 'marks', lesson.id, p.reply_id FROM lesson JOIN pins p ON p.lesson_id = lesson.id AND p.unpinned_at IS NULL
		WHERE lesson.came OR lesson.rewritten AND p.lesson_revision > lesson.was_revision
		UNION SELECT 'marks', reply.lesson_id, reply.id
		FROM reply JOIN ${THREADS} t ON t.lesson_id = reply.lesson_id JOIN ${REPLIES} r ON r.id = reply.id
		WHERE EXISTS (
			SELECT FROM pins p WHERE p.reply_id = r.id AND p.unpinned_at IS NULL AND (reply.came OR p.reply_version > reply.was_version)
		) OR reply.came AND (
			r.endorsed_at IS NOT NULL OR r.staff_word IS NOT NULL
			OR EXISTS (SELECT FROM terms WHERE reply_id = r.id)
			OR EXISTS (SELECT FROM ${THREADS} q WHERE q.promoted_from_id = r.id OR q.settled_by_reply_id = r.id)
		)
		UNION ALL SELECT 'imports', lesson.id, later.import_id
		FROM lesson JOIN import_changes later ON later.lesson_id = lesson.id AND later.import_id > ${importId}
		JOIN imports i ON i.id = later.import_id AND i.undone_at IS NULL
		UNION ALL SELECT 'edits', l.id, l.number
		FROM lesson JOIN lessons l ON l.id = lesson.id WHERE (l.revision > lesson.revision AND NOT EXISTS (
			SELECT FROM import_changes later JOIN imports i ON i.id = later.import_id AND i.undone_at IS NULL
			WHERE later.lesson_id = l.id AND later.import_id > ${importId}
		)) OR EXISTS (
			SELECT FROM thread JOIN ${THREADS} t ON t.id = thread.id WHERE thread.lesson_id = l.id AND thread.came AND t.positions <> '{}'
		)
	)
	SELECT found.kind, l.title AS lesson, min(found.id) AS id, count(*)::int AS count
	FROM found JOIN lessons l ON l.id = found.lesson_id
	GROUP BY found.kind, l.position, l.id ORDER BY l.position, l.id, found.kind`;

export type Effect = {
	number: number;
	title: string;
	came: boolean;
	rewritten: boolean;
	questions: number;
	rewordedQuestions: number;
	replies: number;
	changedReplies: number;
};

export const listEffects = (sql: Sql, importId: number) => sql<Effect>`
	WITH ${CHANGED(importId)}
	SELECT l.number, l.title, lesson.came, coalesce(lesson.rewritten, false) AS rewritten,
		coalesce(asked.came, 0) AS questions, coalesce(asked.changed, 0) AS "rewordedQuestions",
		coalesce(said.came, 0) AS replies, coalesce(said_again.changed, 0) AS "changedReplies"
	FROM lesson JOIN lessons l ON l.id = lesson.id
	LEFT JOIN (
		SELECT thread.lesson_id, count(*) FILTER (WHERE thread.came)::int AS came,
			count(*) FILTER (WHERE row.before IS NOT NULL)::int AS changed
		FROM thread LEFT JOIN row ON row.of = 'threads' AND row.id = thread.id WHERE thread.kind = 'thinking' GROUP BY thread.lesson_id
	) asked ON asked.lesson_id = l.id
	LEFT JOIN (
		SELECT lesson_id, count(*)::int AS came FROM reply WHERE came GROUP BY lesson_id
	) said ON said.lesson_id = l.id
	LEFT JOIN (
		SELECT lesson_id, count(*)::int AS changed FROM row WHERE of = 'replies' AND before IS NOT NULL GROUP BY lesson_id
	) said_again ON said_again.lesson_id = l.id
	ORDER BY l.position, l.id`;
