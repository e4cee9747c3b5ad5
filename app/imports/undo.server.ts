import { lockCourse, lockPins } from "#app/counters/locks.server.ts";
import { recount } from "#app/counters/recount.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { act } from "#app/events/act.server.ts";
import type { Change } from "#app/imports/changes.server.ts";
import { listObstacles } from "#app/imports/obstacles.server.ts";
import { countPlaces, lockThreadsOf } from "#app/lessons/commands.server.ts";
import { orderAsBefore } from "#app/lessons/order.server.ts";
import {
	lockLessons,
	restoreBlocks,
	restoreLessons,
	returnToRevision,
	takeOutLesson,
} from "#app/lessons/undone.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import type { Before } from "#app/platform/postgres/as-before.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import {
	deleteImported,
	lockImported,
	restoreImported,
} from "#app/replies/imported.server.ts";
import { deleteThreads, restoreThreads } from "#app/threads/rows.server.ts";
import { forStaff, threads } from "#app/visibility/relations.server.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		importStays: true;
	}
}

type Written = { lessonId: number; before: Change[] | null };

/**
 * Lessons that came go, to come back if they are imported again; what it added to older ones is deleted, and what it
 * changed there is as it was.
 * @throws Refusal where it is undone, where nothing is known of it, or where people have written under it
 */
export const undoImport = (
	{ id }: { id: number },
	given: { by: { id: number }; course: Course },
): Promise<void> =>
	act(given, async (sql, happened) => {
		const { by, course } = given;
		await lockCourse(sql, course.id);
		const [undone] = await sql<{ lessonOrder: number[] }>`
			UPDATE imports SET undone_at = now(), undone_by_id = ${by.id}
			WHERE id = ${id} AND course_id = ${course.id} AND undone_at IS NULL RETURNING lesson_order AS "lessonOrder"`;
		const written = await sql<Written>`
			SELECT lesson_id AS "lessonId", before FROM import_changes WHERE import_id = ${id} ORDER BY lesson_id`;
		if (!undone || written.length === 0) throw new Refusal("importStays");
		const lessonIds = written.map(({ lessonId }) => lessonId);
		await lockThreadsOf(sql, lessonIds);
		await lockLessons(sql, lessonIds);
		const came = written.filter(({ before }) => !before);
		const changed = written.filter(({ before }) => before);
		const changes = changesIn(changed);
		await lockImported(sql, changes.replies.added);
		if ((await listObstacles(sql, id)).length > 0)
			throw new Refusal("importStays");
		for (const { lessonId } of came) await takeOutLesson(sql, lessonId);
		await restoreTexts(sql, changed, { importId: id, byId: by.id });
		await restoreReplies(sql, changed, changes.replies);
		await restoreOrder(sql, course, { id, ...undone });
		await countPlaces(sql, course);
		happened("import.undone", { details: { importId: id } });
	});

type Changes = Record<Change["of"], { rows: Before[]; added: number[] }>;

function changesIn(written: Written[]): Changes {
	const all = written.flatMap(({ before }) => before ?? []);
	const ofKind = (of: Change["of"]) => {
		const own = all.filter((change) => change.of === of);
		return {
			rows: own.flatMap(({ id, before }) => (before ? { id, before } : [])),
			added: own.flatMap(({ id, before }) => (before ? [] : id)),
		};
	};
	return {
		...{ lessons: ofKind("lessons"), blocks: ofKind("blocks") },
		...{ threads: ofKind("threads"), replies: ofKind("replies") },
	};
}

async function restoreTexts(
	sql: Sql,
	changed: Written[],
	{ importId, byId }: { importId: number; byId: number },
) {
	const { lessons, blocks, threads } = changesIn(changed);
	await restoreThreads(sql, threads.rows);
	await deleteThreads(sql, threads.added);
	await restoreLessons(sql, lessons.rows);
	await restoreBlocks(sql, blocks.rows, blocks.added);
	for (const { id: lessonId, before } of lessons.rows) {
		const { revision } = before;
		if (typeof revision !== "number") continue;
		const number = await returnToRevision(
			sql,
			{ lessonId, revision, importId },
			byId,
		);
		// What earlier imports wrote stands unchanged again.
		await sql`
			UPDATE import_changes SET revision = ${number}
			WHERE lesson_id = ${lessonId} AND revision = ${revision} AND import_id < ${importId}`;
	}
}

async function restoreReplies(
	sql: Sql,
	changed: Written[],
	{ rows, added }: Changes["replies"],
) {
	const lessonIds = changed.map(({ lessonId }) => lessonId);
	const replyIds = rows.map(({ id }) => id);
	await restoreImported(sql, rows);
	const roots = await deleteImported(sql, added);
	const counted = [...new Set([...replyIds, ...roots])];
	await recount(sql, "replies", counted, ["listed", "under_count"]);
	const own = await sql<{ id: number }>`
		SELECT id FROM ${threads(forStaff, "tombstones")} t WHERE lesson_id = ANY(${lessonIds}::int[]) AND kind = 'lesson'`;
	await recount(
		sql,
		"threads",
		own.map(({ id }) => id),
		["reply_count", "top_count", "source_replies", "last_activity_at"],
	);
	const pins = await lockPins(sql, { replyIds });
	for (const lessonId of lessonIds)
		pins.push(...(await lockPins(sql, { lessonId })));
	await recount(sql, "pins", [...new Set(pins)], ["to_check"]);
}

/** The order stays where somebody, or a later import, has put it since. */
async function restoreOrder(
	sql: Sql,
	course: Course,
	{ id, lessonOrder }: { id: number; lessonOrder: number[] },
) {
	if (lessonOrder.length === 0) return;
	const [since] = await sql`
		SELECT 1 FROM imports i WHERE i.id = ${id} AND (EXISTS (
			SELECT FROM events WHERE kind = 'lesson.ordered' AND course_id = ${course.id} AND created_at >= i.created_at
		) OR EXISTS (
			SELECT FROM imports later WHERE later.course_id = ${course.id} AND later.id > ${id} AND later.undone_at IS NULL
				AND later.lesson_order <> '{}'
		))`;
	if (!since) await orderAsBefore(sql, course.id, lessonOrder);
}
