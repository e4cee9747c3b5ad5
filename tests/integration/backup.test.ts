import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restoreBackup } from "#app/backup/restore.server.ts";
import { writeBackup } from "#app/backup/write.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { voteReply, voteThread } from "#app/votes/commands.server.ts";
import {
	ask,
	contentsOf,
	shapeOfTables,
	spareDatabase,
	useSpareDatabases,
} from "#tests/support/backup.ts";
import {
	blocksOf,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	somebody,
	useCast,
} from "#tests/support/cast.ts";
import { databaseUrl } from "#tests/support/database.ts";

let folder: string;
let file: string;
let ours: string;
let said: string[];

useSpareDatabases();
const cast = useCast();

beforeEach(async () => {
	said = [];
	folder = await mkdtemp(join(tmpdir(), "seminar-backup-"));
	file = join(folder, "backup.gz");
	const [database] = await sql<{ name: string }>`
		SELECT current_database() AS name`;
	ours = databaseUrl(database?.name ?? "");
});
afterEach(() => rm(folder, { recursive: true }));

const say = (line: string) => said.push(line);
const backUp = () => writeBackup(ours, file, say);
const restore = (url: string, options = {}) =>
	restoreBackup(url, file, { replace: false, signOut: false, say, ...options });

/** Special to COPY's text, to JSON or to a terminal. */
const NASTY =
	'\\.\n\\N\t\\\\.\r\n\\.\n{"rows":3}\n"quoted", {braced}\u0001\u2028👩‍💻𠀀\\';

/** Fills every present table. */
async function fill() {
	const { course, learner, other, instructor: by } = cast;
	const lesson = await makeLesson(course);
	const [block] = await blocksOf(lesson);
	const first = await makeReply(course, lesson.threadId, learner);
	const reply = { ...first, threadId: lesson.threadId };
	await makeNote(course, reply, by, { blockId: block?.id });
	await voteReply(reply.id, { by: other, course, voted: true });
	const { id: thread } = await makeThread(course, learner, {
		kind: "question",
		title: NASTY.replaceAll(/\s/g, " "),
		lessonId: lesson.id,
	});
	await voteThread(thread, { by: other, course, voted: true });
	await sql`INSERT INTO anchors VALUES (${thread}, ${lesson.id}, ${block?.id}, 1, 0, ${NASTY}, '', ' ')`;
	await sql`INSERT INTO thread_edits VALUES (${thread}, 1, ${NASTY}, '', now())`;
	await sql`INSERT INTO reply_edits VALUES (${reply.id}, 1, ${NASTY}, 'infinity')`;
	await sql`UPDATE replies SET source = ${NASTY}, html = ${"\\."}, promoted_to_id = ${thread} WHERE id = ${reply.id}`;
	await sql`UPDATE threads SET settled_by_reply_id = ${reply.id}, settled_at = now(), title_tokens = to_tsvector('simple', ${NASTY}) WHERE id = ${thread}`;
	await sql`INSERT INTO notifications (user_id, kind, thread_id, reply_id) VALUES (${learner.id}, 'settled', ${thread}, ${reply.id})`;
	await sql`INSERT INTO terms (course_id, source, renderings) VALUES (${course.id}, 'emergence', ${[NASTY, "NULL", ""]})`;
	await sql`INSERT INTO term_words SELECT course_id, source, id FROM terms`;
	await sql`INSERT INTO term_edits SELECT id, 1, source, renderings, '', NULL, now() FROM terms`;
	await sql`INSERT INTO saved_replies (course_id, title, source) VALUES (${course.id}, '一', ${NASTY})`;
	await sql`INSERT INTO lesson_reads VALUES (${lesson.id}, ${learner.id}, '0044-03-15 12:00:00+08 BC')`;
	await sql`INSERT INTO imports (course_id, source, lessons, replies, problems) VALUES (${course.id}, ${NASTY}, 1, 1, 1)`;
	await sql`INSERT INTO sessions VALUES ('session', ${learner.id}, now())`;
	await sql`INSERT INTO rate_limits VALUES (${NASTY}, 1, 9007199254740993), (${"\\N"}, 1, NULL)`;
}

describe("a backup", () => {
	it("brings back every row of every table, and the sequences", async () => {
		await fill();
		const before = await contentsOf(ours);
		const filled = Object.values(before).filter((rows) => rows !== null);
		expect(filled.length).toBeGreaterThan(30);

		const bytes = await backUp();
		expect(await readdir(folder)).toEqual(["backup.gz"]);
		const { size, mode } = await stat(file);
		expect([size, mode & 0o777]).toEqual([bytes, 0o600]);

		const [empty, migrated] = [
			await spareDatabase(),
			await spareDatabase({ migrated: true }),
		];
		await restore(empty);
		await restore(migrated);
		expect(await contentsOf(empty)).toEqual(before);
		expect(await contentsOf(migrated)).toEqual(before);
		expect(await shapeOfTables(migrated)).toEqual(await shapeOfTables(ours));
		expect(await contentsOf(ours)).toEqual(before);
	});

	it("shows one moment of a database that others write to", async () => {
		const { course, learner, other } = cast;
		const thread = await makeThread(course, learner);
		const { id: replyId } = await makeReply(course, thread.id, learner);
		const crowd = await Promise.all([1, 2, 3, 4].map(somebody));
		// The backup reads sessions between counted tables and their counters; many rows leave time to write.
		await sql`INSERT INTO sessions SELECT 'session ' || g, ${other.id}, now() FROM generate_series(1, 40000) g`;
		let isDone = false;
		const write = async (by: (typeof crowd)[number]) => {
			for (let n = 0; !isDone; n++) {
				await makeReply(course, thread.id, by);
				await voteReply(replyId, { by, course, voted: n % 2 === 0 });
			}
		};
		const writing = Promise.all(crowd.map(write));
		const replies = () =>
			sql<{ count: number }>`SELECT count(*)::int FROM replies`;
		const [earlier] = await replies();
		await backUp();
		const [later] = await replies();
		isDone = true;
		await writing;
		expect(later?.count).toBeGreaterThan(earlier?.count ?? 0);

		const copy = await spareDatabase();
		await restore(copy);
		const [drift] = await ask(
			copy,
			`SELECT reply_count - (SELECT count(*) FROM replies r WHERE r.thread_id = t.id) AS replies,
				(SELECT sum(cast_votes) FROM replies) - (SELECT count(*) FROM reply_votes) AS votes
			FROM threads t`,
		);
		expect(drift).toEqual({ replies: "0", votes: "0" });
	});

	it("does not start without a database, and leaves no part of a failed file", async () => {
		const failing = (url: string, path = file) => writeBackup(url, path, say);
		await expect(failing(await spareDatabase())).rejects.toMatchObject({
			name: "StartError",
			message: "There is nothing to back up in this database yet.",
		});
		await expect(failing(ours, join(folder, "no/backup"))).rejects.toThrow(
			"The backup failed: there is no such file or folder.",
		);
		await writeFile(join(folder, "full"), "");
		expect(await readdir(folder)).toEqual(["full"]);
	});
});
