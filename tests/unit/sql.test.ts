import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { prismaCalls, sqlIn } from "#tests/support/statements.ts";

const folderOf = (file: string) => file.split("/")[0] ?? "";

const READS = /\b(?:FROM|JOIN)\s+(?:ONLY\s+)?(?:threads|replies)\b/;
const LOCKS = /\bFOR (?:NO KEY )?(?:UPDATE|SHARE)\b/;
const WRITES = /\b(INSERT INTO|UPDATE|DELETE FROM)\s+([a-z_]+)\b(?!\.)/g;

/** Commands, jobs and counters, which read rows by id under a lock and show nothing. */
const UNDER_LOCKS = [
	...["counters/counters.ts", "counters/drift.server.ts"],
	"counters/locks.server.ts",
	"imports/changes.server.ts",
	...[
		"imports/imported-answers.server.ts",
		"imports/imported-replies.server.ts",
	],
	...["lessons/ask-questions.server.ts", "lessons/commands.server.ts"],
	...["members/roles.server.ts", "notes/commands.server.ts"],
	...["questions/promotion.server.ts", "questions/settling.server.ts"],
	...["replies/commands.server.ts", "replies/edit.server.ts"],
	...["replies/move.server.ts", "search/sources.server.ts"],
	"server/render-again.ts",
	...["threads/commands.server.ts", "threads/stated.server.ts"],
	...["threads/unsettle.server.ts", "votes/commands.server.ts"],
	"votes/me-too.server.ts",
];

/** The text of an opener, by its id, for its author's form: it is found through the gate before. */
const BY_ID = ["threads/queries.server.ts"];

describe("threads and replies", () => {
	it("are read by Prisma nowhere else", () => {
		const files = prismaCalls()
			.filter(({ tables }) => /\b(?:threads|replies)\b/.test(tables.join(" ")))
			.map(({ file }) => file);
		expect([...new Set(files)].toSorted()).toEqual(BY_ID);
	});

	it("are read only through app/visibility, except by commands under their locks", () => {
		const files = sqlIn(READS)
			.filter(({ file }) => folderOf(file) !== "visibility")
			.filter(({ text }) => !LOCKS.test(text) && !text.match(WRITES))
			.map(({ file }) => file);
		expect([...new Set(files)].toSorted()).toEqual(UNDER_LOCKS);
	});

	it("are not shown by the files that read them under locks", () => {
		const readers = UNDER_LOCKS.filter((file) => /queries|lists/.test(file));
		expect(readers).toEqual([]);
	});
});

/** The folder that writes each table. Counters are columns of many tables, and counters/ writes them. */
const OWNERS: Record<string, string[]> = {
	accounts: ["users", "sessions"],
	courses: ["courses"],
	events: ["events"],
	glossary: [
		...["terms", "term_words", "term_edits"],
		...["glossaries", "lesson_terms"],
	],
	imports: ["imports", "import_changes"],
	lessons: ["lessons", "lesson_revisions", "blocks"],
	members: ["memberships", "role_changes"],
	notes: ["pins"],
	notifications: ["notifications"],
	platform: ["_prisma_migrations", "rate_limits", "site_key"],
	questions: ["anchors"],
	replies: ["replies", "reply_edits"],
	"saved-replies": ["saved_replies"],
	progress: ["lesson_reads", "thread_reads"],
	search: ["search_documents"],
	threads: ["threads", "thread_edits", "question_tokens"],
	votes: ["reply_votes", "thread_votes"],
};

/** A restored backup ends all sessions; texts are rendered again in every table. */
const ELSEWHERE = [
	"backup/restore.server.ts sessions",
	"server/render-again.ts blocks",
];

describe("each table", () => {
	const tables = Object.values(OWNERS).flat();

	it("has an owner", () => {
		const schema = readFileSync("prisma/schema.prisma", "utf8");
		const all = [...schema.matchAll(/@@map\("(\w+)"\)\n\}\n/g)]
			.map(([, name = ""]) => name)
			.filter((name) => schema.match(`model [^}]*@@map\\("${name}"\\)`));
		expect(all.length).toBeGreaterThan(25);
		expect(all.filter((name) => !tables.includes(name))).toEqual([]);
		expect(new Set(tables).size).toBe(tables.length);
	});

	it("is written through Prisma by its owner's folder alone", () => {
		const calls = prismaCalls();
		const wrong = calls.filter(
			({ file, tables, writes }) =>
				writes &&
				tables.some((table) => !OWNERS[folderOf(file)]?.includes(table)),
		);
		expect(wrong).toEqual([]);
		const written = calls.filter(({ writes }) => writes);
		expect(written.length).toBeGreaterThan(10);
		expect(calls.length - written.length).toBeGreaterThan(10);
	});

	it("is written only by its owner's folder", () => {
		const wrong = sqlIn(/INSERT INTO|UPDATE|DELETE FROM/).flatMap(
			({ file, text }) =>
				[...text.matchAll(WRITES)]
					.map(([, , table = ""]) => table)
					.filter((table) => tables.includes(table))
					.filter((table) => !OWNERS[folderOf(file)]?.includes(table))
					.map((table) => `${file} ${table}`),
		);
		expect([...new Set(wrong)].toSorted()).toEqual(ELSEWHERE);
	});
});
