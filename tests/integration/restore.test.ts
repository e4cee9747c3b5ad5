import {
	appendFile,
	cp,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rm,
	truncate,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restoreBackup } from "#app/backup/restore.server.ts";
import { writeBackup } from "#app/backup/write.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { migrate } from "#app/platform/postgres/migrate.server.ts";
import {
	ask,
	contentsOf,
	forge,
	shapeOfTables,
	spareDatabase,
	useSpareDatabases,
} from "#tests/support/backup.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { databaseUrl } from "#tests/support/database.ts";

const NEWER = "29990101000000_newer";

let folder: string;
let file: string;
let ours: string;

useSpareDatabases();
const cast = useCast();
const say = () => {};

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), "seminar-restore-"));
	file = join(folder, "backup.gz");
	const [database] = await sql<{ name: string }>`
		SELECT current_database() AS name`;
	ours = databaseUrl(database?.name ?? "");
	const { course, learner } = cast;
	const { threadId } = await makeLesson(course);
	await makeReply(course, threadId, learner);
	await makeThread(course, learner, { kind: "question" });
	await writeBackup(ours, file, say);
});
afterEach(() => rm(folder, { recursive: true }));

const restore = (url: string, options = {}) =>
	restoreBackup(url, file, { replace: false, signOut: false, say, ...options });

/** Makes a migrated database with rows of its own. */
async function usedDatabase() {
	const url = await spareDatabase({ migrated: true });
	await ask(url, "INSERT INTO courses (slug, title) VALUES ('mine', 'Mine')");
	return url;
}

const foreseen = (message: string | RegExp) => ({
	name: "StartError",
	message: expect.stringMatching(message),
});

describe("a restore", () => {
	it("replaces what a database holds only on command", async () => {
		const url = await usedDatabase();
		const before = await contentsOf(url);
		await expect(restore(url)).rejects.toMatchObject(
			foreseen(/^The database is not empty \(courses\): --replace puts/),
		);
		expect(await contentsOf(url)).toEqual(before);
		await restore(url, { replace: true });
		expect(await contentsOf(url)).toEqual(await contentsOf(ours));
	});

	it("ends the jobs of the replaced rows", async () => {
		const url = await usedDatabase();
		const waiting = () => ask(url, "SELECT FROM pgboss.job");
		await ask(url, "INSERT INTO pgboss.job (name) VALUES ('followRoles')");
		expect(await waiting()).toHaveLength(1);
		await restore(url, { replace: true });
		expect(await waiting()).toEqual([]);
	});

	it("leaves other programs' tables alone", async () => {
		const url = await spareDatabase();
		await ask(url, "CREATE TABLE users (name text)");
		await expect(restore(url, { replace: true })).rejects.toMatchObject(
			foreseen(/^The database has a table users that is not of Seminar/),
		);
		await ask(url, "ALTER TABLE users RENAME TO planets");
		await restore(url, { replace: true });
		await ask(url, "CREATE VIEW names AS SELECT name FROM users");
		await expect(restore(url, { replace: true })).rejects.toMatchObject(
			foreseen(/^The restore failed and changed nothing: cannot drop /),
		);
		expect(await ask(url, "SELECT * FROM planets, names")).toEqual([]);
	});

	it.each<[string, () => Promise<void>]>([
		["another kind of file", () => writeFile(file, "a letter")],
		["an empty file", () => writeFile(file, "")],
		["a file that is cut short", () => truncate(file, 2500)],
		["a file with extra bytes", () => appendFile(file, "x")],
		[
			"a file with one changed byte",
			async () => {
				const bytes = await readFile(file);
				bytes[2500] = (bytes[2500] ?? 0) ^ 1;
				await writeFile(file, bytes);
			},
		],
		["a line too many", () => forge(file, (text) => `{}\n${text}`)],
		[
			"a row too few",
			() => forge(file, (text) => text.replace(/\n.*\n\\\.\n/, "\n\\.\n")),
		],
		[
			"a table that is missing",
			() =>
				forge(file, (text) =>
					text.replace(/\{"table":"anchors"[\s\S]*?"rows":0\}\n/, ""),
				),
		],
		[
			"a table that is not ours",
			() =>
				forge(file, (text) =>
					text.replace('{"table":"anchors"', '{"table":"pg_authid"'),
				),
		],
	])("refuses %s and changes nothing", async (_, damage) => {
		const url = await usedDatabase();
		const before = await contentsOf(url);
		await damage();
		await expect(restore(url, { replace: true })).rejects.toMatchObject(
			foreseen(
				`${file} is no backup of Seminar, or it is damaged or cut short.`,
			),
		);
		expect(await contentsOf(url)).toEqual(before);
	});

	it("changes nothing if the rows do not fit each other, or the connection breaks", async () => {
		const url = await usedDatabase();
		const before = await contentsOf(url);
		await forge(file, (text) =>
			text.replace(/(\{"table":"memberships".*\n\d+\t)\d+/, "$1999"),
		);
		await expect(restore(url, { replace: true })).rejects.toMatchObject(
			foreseen(
				/^The restore failed and changed nothing: .* violates foreign key/,
			),
		);
		expect(await contentsOf(url)).toEqual(before);
	});

	it("says that there is no such file", async () => {
		file = join(folder, "none");
		await expect(restore(ours)).rejects.toMatchObject(
			foreseen(`There is no file ${file}.`),
		);
	});

	it("brings an older version's backup to the newest", async () => {
		const migrations = (await readdir("prisma/migrations")).toSorted();
		const older = join(folder, "migrations");
		await mkdir(older);
		for (const name of migrations.slice(0, 4))
			await cp(join("prisma/migrations", name), join(older, name), {
				recursive: true,
			});
		const url = await spareDatabase();
		await migrate(url, say, older);
		await ask(
			url,
			`INSERT INTO courses (slug, title) VALUES ('old', 'Old');
			INSERT INTO threads (course_id, number, kind, title) VALUES (1, 1, 'question', 'Why?');
			INSERT INTO users (handle, name, name_skeleton, email, password_hash, language, time_zone)
				VALUES ('old', 'Old', 'old', 'old@example.org', '', 'en', 'Asia/Tokyo')`,
		);
		await writeBackup(url, join(folder, "old.gz"), say);
		file = join(folder, "old.gz");
		await restore(ours, { replace: true });
		await migrate(url, say);
		// Times of migrations and the site's key differ.
		const history = { _prisma_migrations: "", site_key: "" };
		expect({ ...(await contentsOf(ours)), ...history }).toEqual({
			...(await contentsOf(url)),
			...history,
		});
		expect(await shapeOfTables(ours)).toEqual(await shapeOfTables(url));
		expect(await sql`SELECT settings FROM users`).toEqual([
			{ settings: { language: "en", timeZone: "Asia/Tokyo" } },
		]);
	});

	it("refuses a newer version's backup, and one of changed migrations", async () => {
		const url = await spareDatabase();
		const sign = (from: string | RegExp, to: string) =>
			forge(file, (text) => text.replace(from, to));
		await sign(
			'"migrations":[',
			`"migrations":[{"name":"${NEWER}","checksum":"","isFinished":true},`,
		);
		await expect(restore(url)).rejects.toMatchObject(
			foreseen(`The backup has the migration ${NEWER}, which is not here`),
		);
		await sign(/\{"name":"2999.*?\},/, "");
		await sign(/"checksum":"[^"]*"/, '"checksum":"other"');
		await expect(restore(url)).rejects.toMatchObject(
			foreseen(/was changed after it had been applied to this backup/),
		);
		expect(await contentsOf(url)).toEqual({});
	});

	it("leaves out the sessions on command", async () => {
		await sql`INSERT INTO sessions VALUES ('session', ${cast.learner.id}, now())`;
		file = join(folder, "signed-in.gz");
		await writeBackup(ours, file, say);
		const url = await spareDatabase();
		await restore(url, { signOut: true });
		const { sessions, users } = await contentsOf(url);
		expect([sessions, users]).toEqual([null, (await contentsOf(ours)).users]);
	});

	it("works under a running server, whose prepared statements keep working", async () => {
		const url = await usedDatabase();
		const pool = new pg.Pool({
			connectionString: url,
			application_name: "seminar",
		});
		pool.on("error", () => {});
		const prepared = {
			name: "s",
			text: "SELECT kind, state FROM threads ORDER BY id",
		};
		expect((await pool.query(prepared)).rows).toEqual([]);
		await restore(url, { replace: true });
		expect((await pool.query(prepared)).rows).toContainEqual({
			kind: "question",
			state: "waiting",
		});
		await pool.end();
	});
});
