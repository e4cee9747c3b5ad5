import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { addTerm, removeTerm } from "#app/glossary/commands.server.ts";
import { listSimilar } from "#app/questions/similar.server.ts";
import * as root from "#app/root.tsx";
import * as glossaryPage from "#app/routes/glossary/index.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import {
	type Lesson,
	makeLesson,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { lessonAs } from "#tests/support/pages.ts";
import { argsOf, atLesson, inCourse } from "#tests/support/requests.ts";

const STATEMENTS_MAX = 8;

const cast = useCast();

const add = (source: string, ...renderings: string[]) =>
	addTerm({
		by: cast.assistant,
		course: cast.course,
		words: { source, renderings, meaning: "" },
	});

describe("similar questions", () => {
	const titles = async (title: string) =>
		(await listSimilar(cast.course, cast.other, title)).map(
			(question) => question.title,
		);

	it("are found by any word of a term, in either language", async () => {
		const title = "涌现与相变有什么关系？";
		await makeThread(cast.course, cast.learner, { kind: "question", title });
		await makeThread(cast.course, cast.learner, {
			kind: "question",
			title: "词表有多大？",
		});
		for (const asked of ["突现", "突现是什么", "What is Emergence"])
			expect(await titles(asked)).toEqual([]);
		await add("emergence", "涌现", "突现");
		expect(await titles("突现")).toEqual([title]);
		expect(await titles("Emergence")).toEqual([title]);
		expect(await titles("词表多大")).toEqual(["词表有多大？"]);
	});

	it("are not found by the words of a removed term", async () => {
		await makeThread(cast.course, cast.learner, {
			kind: "question",
			title: "涌现是什么？",
		});
		await add("emergence", "涌现", "突现");
		await removeTerm({ id: 1 }, { by: cast.instructor, course: cast.course });
		expect(await titles("突现")).toEqual([]);
	});
});

it("the page of a glossary of 40 terms holds it once, as HTML", async () => {
	for (let i = 10; i < 50; i++)
		await addTerm({
			by: cast.assistant,
			course: cast.course,
			words: { source: `word ${i}`, renderings: [`词${i}`], meaning: `义${i}` },
		});
	const args = await argsOf({ by: cast.assistant, ...inCourse("/glossary") });
	const data = JSON.stringify(await glossaryPage.loader(args));
	expect(data.match(/word \d\d|义\d\d/g)).toBeNull();
	const html = args.context.prose.get("terms");
	expect(html?.match(/<span class="source-word">word \d\d</g)).toHaveLength(40);
	expect(html?.match(/<p class="meaning">义\d\d</g)).toHaveLength(40);
	// No part of it grows with the number of terms.
	await addTerm({
		by: cast.assistant,
		course: cast.course,
		words: { source: "one more", renderings: ["又一词"], meaning: "又一义" },
	});
	expect(JSON.stringify(await glossaryPage.loader(args))).toHaveLength(
		data.length,
	);
});

describe("a lesson with 40 terms", () => {
	const words = Array.from({ length: 40 }, (_, i) => `词${i + 10}`);
	let lesson: Lesson;

	beforeEach(async () => {
		for (const [i, word] of words.entries())
			await add(`word ${i + 10}`, `首选${i + 10}`, word);
		lesson = await makeLesson(cast.course, {
			source: words.map((word) => `说到${word}，又说${word}。`).join("\n\n"),
		});
	});

	it("marks each of them once", async () => {
		const { blocks } = await lessonAs(null, lesson.number);
		const html = blocks.map((block) => block.html).join("");
		expect(html.match(/<a class="term"/g)).toHaveLength(words.length);
	});

	it("needs no more statements for it", async () => {
		const args = await argsOf({
			by: cast.instructor,
			...atLesson(lesson.number),
		});
		const sent = vi.spyOn(pg.Client.prototype, "query");
		try {
			await Promise.all([root.loader(args), lessonPage.loader(args)]);
			expect(sent.mock.calls.length).toBeLessThanOrEqual(STATEMENTS_MAX);
		} finally {
			sent.mockRestore();
		}
	});
});
