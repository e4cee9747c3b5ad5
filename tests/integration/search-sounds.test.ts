import { describe, expect, it } from "vitest";
import { addTerm } from "#app/glossary/commands.server.ts";
import * as everywhere from "#app/routes/search/everywhere.tsx";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { runJobs } from "#tests/support/jobs.ts";
import { load } from "#tests/support/requests.ts";

const cast = useCast();

async function search(q: string, by: Person | null = null) {
	await runJobs();
	const path = `/search?${new URLSearchParams({ q })}`;
	return load(everywhere.loader, { by, path, params: {} });
}

const kinds = async (q: string) =>
	(await search(q)).found.map(({ kind }) => kind).toSorted();

describe("English words", () => {
	it("are found in any inflection, and marked", async () => {
		const { course, learner } = cast;
		const { id } = await makeThread(course, learner);
		await makeReply(course, id, learner, { body: "Two maple leaves falling." });
		for (const q of ["leaves falls", "Maples", "fall", "falling"])
			expect(await kinds(q), q).toEqual(["reply"]);
		const [one] = (await search("maples fall")).found;
		expect(one?.excerpt).toEqual([
			...[
				["Two ", false],
				["maple", true],
				[" leaves ", false],
			],
			...[
				["falling", true],
				[".", false],
			],
		]);
	});

	it("stay as they stand in phrases and identifiers", async () => {
		const { course, learner } = cast;
		await makeThread(course, learner, { title: "试试 falling_leaf-01" });
		for (const q of ["falling_leaf-01", "falling_leaf", '"falling leaf"'])
			expect(await kinds(q), q).toEqual(["thread"]);
		for (const q of ["fall_leaf", '"fall leaf"', "falling-leaves"])
			expect(await kinds(q), q).toEqual([]);
		expect(await kinds("fall")).toEqual(["thread"]);
	});
});

describe("pinyin and initials", () => {
	it("find titles, headings and terms, and the page says what they are", async () => {
		const { course, learner, instructor } = cast;
		await makeLesson(course, {
			title: "秋天",
			source: "头。\n\n## 看银杏\n\n银杏很黄。",
		});
		await makeThread(course, learner, { title: "银杏的叶子" });
		const words = { source: "ginkgo", renderings: ["银杏"], meaning: "" };
		await addTerm({ by: instructor, course, words });
		for (const q of ["yinxing", "yx", "YinXing", "yin xing"]) {
			const { found, readings } = await search(q);
			expect(found.map(({ kind }) => kind).toSorted(), q).toEqual([
				...["block", "term", "thread"],
			]);
			expect(readings.map(({ others }) => others)).toEqual([["银杏"]]);
			for (const { title, excerpt } of found)
				expect([...title, ...excerpt]).toContainEqual(["银杏", true]);
		}
	});
});

describe("a slip of the input method", () => {
	it("finds the word that sounds the same, and the page says so", async () => {
		const { course, learner } = cast;
		const topic = await makeThread(course, learner, { title: "银杏的叶子" });
		await makeReply(course, topic.id, learner, { body: "银杏秋天变黄。" });
		const { found, alikes, isNoneTyped } = await search("银姓");
		expect(found.map(({ kind }) => kind)).toEqual(["thread", "reply"]);
		expect(alikes).toEqual([{ word: "银姓", others: ["银杏"] }]);
		expect(isNoneTyped).toBe(true);
		expect((await search("银姓 秋天")).found).toHaveLength(1);
		expect((await search("银杏")).alikes).toEqual([]);
	});

	it("stands beside the few texts that have the same slip", async () => {
		const { course, learner } = cast;
		const topic = await makeThread(course, learner, { title: "银杏的叶子" });
		await makeReply(course, topic.id, learner, { body: "银姓变黄了。" });
		const { found, alikes, isNoneTyped } = await search("银姓");
		expect(found.map(({ kind }) => kind)).toEqual(["reply", "thread"]);
		expect(alikes).toHaveLength(1);
		expect(isNoneTyped).toBe(false);
	});

	it("tells nothing from a text that the viewer may not see", async () => {
		const { course, learner, other, instructor } = cast;
		await makeThread(course, learner, {
			...{ kind: "question", title: "银杏的叶子", isPrivate: true },
		});
		for (const q of ["银姓", "yinxing", "yx"]) {
			for (const by of [other, null])
				expect(await search(q, by)).toMatchObject({
					...{ count: 0, found: [], alikes: [], readings: [] },
				});
			for (const by of [learner, instructor])
				expect((await search(q, by)).count, q).toBe(1);
		}
	});
});
