import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeReply,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { lessonAs } from "#tests/support/pages.ts";

const cast = useCast();
let lesson: Lesson;
let heading: number;
let paragraph: number;

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
	const blocks = await blocksOf(lesson);
	const at = blocks.findIndex(({ kind }) => kind === "heading");
	heading = blocks[at]?.id ?? 0;
	paragraph = blocks[at + 1]?.id ?? 0;
});

/** Asks about the paragraph below the heading. */
async function question(by: Person, isPrivate = false) {
	const { number } = await askQuestion({
		...{ by, course: cast.course, kind: "question", isPrivate, passage: null },
		...{ lessonId: lesson.id, blockId: paragraph, isAnonymous: true },
		...{ title: "为什么？", body: "说说。", submissionId: randomUUID() },
	});
	const [thread] = await sql<{ id: number }>`
		SELECT id FROM threads WHERE number = ${number}`;
	return thread?.id ?? 0;
}

const wonder = (threadId: number, all: Person[]) =>
	Promise.all(
		all.map((by) =>
			voteThread(threadId, { by, course: cast.course, voted: true }),
		),
	);

const confusionAs = async (by: Person | null) =>
	(await lessonAs(by, lesson.number)).confusion;

describe("the confusion map of a lesson", () => {
	it("shows staff the open questions of a section and a paragraph, once five people are behind them", async () => {
		const [first, second, third] = await people(3);
		const asked = await question(cast.learner);
		await question(cast.other, true);
		await wonder(
			asked,
			[first, second].filter((one) => one !== undefined),
		);
		expect(await confusionAs(cast.assistant)).toEqual({
			sections: {},
			blocks: {},
		});
		await wonder(asked, third ? [third] : []);
		const open = { questions: 2, meToo: 3 };
		expect(await confusionAs(cast.assistant)).toEqual({
			sections: { [heading]: { ...open, first: paragraph } },
			blocks: { [paragraph]: open },
		});
	});

	it("leaves out answered questions", async () => {
		const asked = await question(cast.learner);
		await wonder(asked, await people(5));
		expect((await confusionAs(cast.instructor))?.sections).not.toEqual({});
		await makeReply(cast.course, asked, cast.instructor);
		expect((await confusionAs(cast.instructor))?.sections).toEqual({});
	});

	it("is only for staff, and names nobody", async () => {
		const asked = await question(cast.learner);
		await wonder(asked, await people(6));
		expect(await confusionAs(cast.learner)).toBeNull();
		expect(await confusionAs(null)).toBeNull();
		const { blocks } = await lessonAs(cast.assistant, lesson.number);
		for (const block of blocks) expect(block).not.toHaveProperty("people");
	});
});
