import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import * as newThread from "#app/routes/threads/new.tsx";
import { lockThread, removeThread } from "#app/threads/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeNote,
	makeReply,
	type Person,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { inCourse, load } from "#tests/support/requests.ts";

const cast = useCast();
const SOURCE = "一段说 $N$ 个参数。\n\n另一段说数据。";
let lesson: Lesson;
let here: { id: number };
let there: { id: number };

beforeEach(async () => {
	lesson = await makeLesson(cast.course, { source: SOURCE, questions: [] });
	const [one, two] = await blocksOf(lesson);
	if (!one || !two) throw new Error("The lesson has no paragraphs");
	[here, there] = [one, two];
});

async function askAt(
	block: { id: number },
	by: Person,
	title: string,
	{ isPrivate = false, isAnonymous = false } = {},
) {
	const { number } = await askQuestion({
		...{ by, course: cast.course, title, isPrivate, isAnonymous, body: "" },
		...{ lessonId: lesson.id, blockId: block.id, passage: null },
		submissionId: randomUUID(),
	});
	const [thread] = await sql<{ id: number }>`
		SELECT id FROM threads WHERE number = ${number}`;
	return { number, id: thread?.id ?? 0 };
}

async function noteAt(block: { id: number }, shortForm: string) {
	const { course, learner, instructor } = cast;
	const { threadId } = lesson;
	const { id } = await makeReply(course, threadId, learner);
	const note = { kind: "term" as const, blockId: block.id, shortForm };
	await makeNote(course, { id, threadId }, instructor, note);
	return id;
}

/** What the form about a block offers before one asks there. */
async function offeredTo(by: Person, block: { id: number }, kind = "question") {
	const query = `kind=${kind}&lesson=${lesson.number}&block=${block.id}`;
	const { standing } = await load(newThread.loader, {
		by,
		...inCourse(`/threads/new?${query}`),
		context: { isDocument: false },
	});
	return standing;
}

const titlesFor = async (by: Person, block = here) =>
	(await offeredTo(by, block))?.questions.map(({ title }) => title);

describe("the form to ask about a passage", () => {
	it("offers the notes that stand there, typeset", async () => {
		const id = await noteAt(here, "记作 $N$");
		await noteAt(there, "别处");
		const offered = await offeredTo(cast.other, here);
		expect(offered?.notes).toMatchObject([
			{
				replyId: id,
				kind: "term",
				threadNumber: lesson.threadNumber,
				textChanged: false,
			},
		]);
		expect(offered?.notes[0]?.html).toContain("<math");
		await rewriteLesson(cast.course, lesson, SOURCE.replace("参数", "权重"));
		expect((await offeredTo(cast.other, here))?.notes).toMatchObject([
			{ textChanged: true },
		]);
	});

	it("offers the questions asked there: answered ones first, then those most want to know", async () => {
		const { course, learner, other, instructor, assistant } = cast;
		await askAt(here, learner, "没人赞");
		const wanted = await askAt(here, learner, "有人赞");
		const answered = await askAt(here, learner, "答过了");
		await askAt(there, learner, "别处问的");
		await voteThread(wanted.id, { by: assistant, course, voted: true });
		await makeReply(course, answered.id, instructor);
		const offered = await offeredTo(other, here);
		expect(offered?.questions).toMatchObject([
			{ title: "答过了", state: "answered", replyCount: 1, voteCount: 0 },
			{ title: "有人赞", state: "waiting", replyCount: 0, voteCount: 1 },
			{ title: "没人赞" },
		]);
		expect(await titlesFor(other, there)).toEqual(["别处问的"]);
	});

	it("offers the question that a note there answers, wherever it was asked", async () => {
		const { course, learner, other, instructor } = cast;
		const asked = await askAt(there, learner, "在别处问的");
		const { id } = await makeReply(course, asked.id, instructor);
		const answer = { id, threadId: asked.id };
		const note = { blockId: here.id, shortForm: "答在这里" };
		await makeNote(course, answer, instructor, note);
		const offered = await offeredTo(other, here);
		expect(offered?.notes).toMatchObject([{ question: "在别处问的" }]);
		expect(await titlesFor(other)).toEqual(["在别处问的"]);
	});

	it("lets one say that one wants to know too, where one may", async () => {
		const { course, learner, other, instructor } = cast;
		const open = await askAt(here, learner, "开着");
		const locked = await askAt(here, learner, "锁上");
		await lockThread(locked, { by: instructor, course, locked: true });
		await voteThread(open.id, { by: other, course, voted: true });
		const rightsOf = async (by: Person) =>
			(await offeredTo(by, here))?.questions.map(
				({ title, canVote, voted }) => [title, canVote, voted],
			);
		expect(await rightsOf(other)).toEqual([
			["开着", true, true],
			["锁上", false, false],
		]);
		expect(await rightsOf(learner)).toEqual([
			["开着", false, false],
			["锁上", false, false],
		]);
		expect(await rightsOf(instructor)).toEqual([
			["开着", true, false],
			["锁上", true, false],
		]);
	});

	it("offers nothing that the viewer may not see, and names no asker", async () => {
		const { course, learner, other, instructor } = cast;
		await askAt(here, learner, "悄悄问", { isPrivate: true });
		const gone = await askAt(here, learner, "拿掉的");
		await removeThread(
			{ ...gone, authorId: learner.id },
			{ by: instructor, course },
		);
		expect(await titlesFor(other)).toEqual([]);
		expect(await titlesFor(learner)).toEqual(["悄悄问"]);
		expect(await titlesFor(instructor)).toEqual(["悄悄问"]);
		await askAt(here, learner, "匿名问", { isAnonymous: true });
		const seen = JSON.stringify(await offeredTo(other, here));
		expect(seen).toContain("匿名问");
		expect(seen).not.toContain(learner.name);
		expect(seen).not.toContain("authorId");
	});

	it("offers ten questions, and says that there are more", async () => {
		for (let n = 0; n < 11; n++) await askAt(here, cast.learner, `第 ${n} 问`);
		const offered = await offeredTo(cast.other, here);
		expect(offered?.questions).toHaveLength(10);
		expect(offered?.hasMore).toBe(true);
	});

	it("offers them to those alone who ask", async () => {
		await askAt(here, cast.learner, "问过");
		expect(await offeredTo(cast.other, here, "topic")).toBeNull();
		const elsewhere = { id: here.id + 1000 };
		expect(await offeredTo(cast.other, elsewhere)).toBeNull();
	});
});
