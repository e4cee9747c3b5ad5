import { describe, expect, it, vi } from "vitest";
import { addTerm, editTerm } from "#app/glossary/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { reindexCommand } from "#app/search/command-line.server.ts";
import { indexMissingTask } from "#app/search/tasks.server.ts";
import {
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { runAtStart, runJobs } from "#tests/support/jobs.ts";

const cast = useCast();

/** The kinds of what has a word, after the jobs have run. */
async function having(word: string) {
	await runJobs();
	const rows = await sql<{ kind: string }>`
		SELECT CASE WHEN block_id IS NOT NULL THEN 'block' WHEN thread_id IS NOT NULL THEN 'thread'
			WHEN reply_id IS NOT NULL THEN 'reply' WHEN pin_id IS NOT NULL THEN 'note' ELSE 'term' END AS kind
		FROM search_documents WHERE words @@ ${`'${word}'`}::tsquery ORDER BY kind`;
	return rows.map(({ kind }) => kind);
}

describe("the index of search", () => {
	it("has each kind of text once it was written", async () => {
		const { course, learner, instructor } = cast;
		await makeLesson(course, { source: "银杏是一种树。" });
		const thread = await makeThread(course, learner, { title: "银杏的叶子" });
		const reply = await makeReply(course, thread.id, learner, {
			body: "银杏**秋天**变黄。",
		});
		const pinned = { ...reply, threadId: thread.id };
		await makeNote(course, pinned, instructor, { shortForm: "银杏会变黄" });
		await addTerm({
			...{ by: instructor, course },
			words: { source: "ginkgo", renderings: ["银杏"], meaning: "" },
		});
		expect(await having("银杏")).toEqual([
			...["block", "note", "reply", "term", "thread"],
		]);
	});

	it("leaves out formulas and marks, and keeps code", async () => {
		const { course, learner } = cast;
		const { id } = await makeThread(course, learner);
		await makeReply(course, id, learner, {
			body: "设 $\\alpha$ 为**强**度，见 [此处](https://example.com/linked)，`kelvin_value` 是代码。",
		});
		expect(await having("强度")).toEqual(["reply"]);
		expect(await having("kelvin")).toEqual(["reply"]);
		expect(await having("alpha")).toEqual([]);
		expect(await having("linked")).toEqual([]);
	});

	it("follows an edited lesson and an edited term", async () => {
		const { course, instructor: by } = cast;
		const given = (source: string) => ({
			...{ by, course },
			words: { source, renderings: ["树"], meaning: "" },
		});
		const lesson = await makeLesson(course, { source: "银杏。" });
		await rewriteLesson(course, lesson, "水杉。");
		expect(await having("银杏")).toEqual([]);
		expect(await having("水杉")).toEqual(["block"]);
		await addTerm(given("ginkgo"));
		await editTerm({ id: 1 }, { ...given("metasequoia"), version: 1 });
		expect(await having("ginkgo")).toEqual([]);
		expect(await having("metasequoia")).toEqual(["term"]);
	});

	it("has the question that a reply became", async () => {
		const { course, learner, instructor } = cast;
		const { threadId } = await makeLesson(course);
		const reply = await makeReply(course, threadId, learner, {
			body: "银杏会开花吗？",
		});
		await promoteReply(reply, { by: instructor, course, title: "银杏开花" });
		expect(await having("银杏")).toEqual(["reply", "thread"]);
	});

	it("is filled at a start with what it lacks", async () => {
		const { course, learner } = cast;
		await makeThread(course, learner, { title: "银杏" });
		await having("银杏");
		await sql`DELETE FROM search_documents`;
		await runAtStart(indexMissingTask);
		expect(await having("银杏")).toEqual(["thread"]);
	});

	it("is made anew by one command, which says how far it is", async () => {
		const { course, learner } = cast;
		await makeThread(course, learner, { title: "银杏" });
		await having("银杏");
		await sql`UPDATE search_documents SET words = ''`;
		const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
		expect(await reindexCommand([])).toBe(0);
		expect(said.mock.calls.join("")).toContain("thread: 1 of 1\n");
		said.mockRestore();
		expect(await having("银杏")).toEqual(["thread"]);
		await expect(reindexCommand(["--all"])).rejects.toThrow("npm run reindex");
	});
});
