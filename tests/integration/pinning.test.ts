import { beforeEach, describe, expect, it } from "vitest";
import { pinReply, unpinReply } from "#app/notes/commands.server.ts";
import { findPin } from "#app/notes/queries.server.ts";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { makeReplyToPin, sendPin } from "#tests/support/notes.ts";
import { lessonAs, threadAs } from "#tests/support/pages.ts";

const cast = useCast();
let lesson: Lesson;
let reply: { id: number };
let heading: { id: number };

beforeEach(async () => {
	({ lesson, reply, heading } = await makeReplyToPin(cast));
});

const pin = (by: Person | null, form: Record<string, string>, id = reply.id) =>
	sendPin(by, id, form);

describe("pinning", () => {
	it("is for staff, and not for a removed reply", async () => {
		expect(await pin(null, {})).toMatchObject({ status: 401 });
		expect(await pin(cast.learner, {})).toMatchObject({ status: 403 });
		await removeReply(
			{ ...reply, authorId: cast.learner.id },
			{ by: cast.assistant, course: cast.course },
		);
		expect(await pin(cast.learner, {})).toMatchObject({ status: 403 });
		expect(await pin(cast.instructor, {})).toMatchObject({ status: 409 });
		await expect(
			pinReply(reply, {
				by: cast.instructor,
				course: cast.course,
				kind: "term",
				blockId: null,
				shortForm: "",
			}),
		).rejects.toThrow(new Refusal("replyRemoved"));
	});

	it("shows the note's own words on top of the thread too", async () => {
		const said = async () =>
			(await threadAs(null, lesson.threadNumber)).pins[0]?.shortHtml;
		await pin(cast.instructor, { shortForm: "另有说法" });
		expect(await said()).toBe("另有说法");
		await pin(cast.instructor, { shortForm: "" });
		expect(await said()).toBe("");
	});

	it("stops at five per thread, even if ten are pinned at once", async () => {
		const replies = await Promise.all(
			Array.from({ length: 10 }, () =>
				makeReply(cast.course, lesson.threadId, cast.learner),
			),
		);
		const answers = await Promise.all(
			replies.map(({ id }) => pin(cast.instructor, { shortForm: "留" }, id)),
		);
		expect(answers.filter(({ status }) => status === 302)).toHaveLength(5);
		const refused = answers.filter(({ status }) => status === 409);
		expect(refused).toHaveLength(5);
		for (const { data } of refused)
			expect(data).toMatchObject({
				refusal: "tooManyPins",
				details: { limit: 5 },
				values: { shortForm: "留" },
			});
		const { pins } = await threadAs(null, lesson.threadNumber);
		expect(pins).toHaveLength(5);
		const [first] = pins;
		if (first)
			await unpinReply(first.reply, {
				by: cast.instructor,
				course: cast.course,
			});
		expect(await pin(cast.instructor, {})).toMatchObject({ status: 302 });
	});

	it.each([
		"a block of another lesson",
		"a block that the lesson lost",
		"a block, where the thread has no lesson",
	])("is refused for %s", async (which) => {
		let { id } = reply;
		let block: { id: number } | undefined = heading;
		if (which === "a block of another lesson") {
			const other = await makeLesson(cast.course, { title: "另一课" });
			[block] = await blocksOf(other);
		} else if (which === "a block that the lesson lost") {
			await rewriteLesson(cast.course, lesson, "只剩一段。");
		} else {
			const topic = await makeThread(cast.course, cast.learner);
			id = (await makeReply(cast.course, topic.id, cast.learner)).id;
		}
		const form = { blockId: String(block?.id), shortForm: "留" };
		expect(await pin(cast.instructor, form, id)).toMatchObject({
			status: 409,
			data: { refusal: "blockGone", values: form },
		});
		expect(await sql`SELECT 1 FROM pins`).toEqual([]);
	});

	it("also reaches the lesson's blocks from the thread of a thinking question", async () => {
		const [question] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE kind = 'thinking'`;
		const { id } = await makeReply(
			cast.course,
			question?.id ?? 0,
			cast.learner,
		);
		await pin(cast.instructor, { blockId: String(heading.id) }, id);
		expect((await lessonAs(null, lesson.number)).notes).toMatchObject([
			{ replyId: id },
		]);
	});

	it.each([
		[{ kind: "joke" }, "kind"],
		[{ kind: "" }, "kind"],
		[{ shortForm: "字".repeat(301) }, "shortForm"],
	])("answers %j with 422 at %s, and pins nothing", async (form, field) => {
		const { status, data } = await pin(
			cast.instructor,
			form as Record<string, string>,
		);
		expect(status).toBe(422);
		expect(Object.keys(data.errors)).toEqual([field]);
		expect(await sql`SELECT 1 FROM pins`).toEqual([]);
	});

	it("takes a short form of exactly 300 characters", async () => {
		const shortForm = "𠮷".repeat(300);
		await pin(cast.instructor, { shortForm });
		expect((await findPin(reply.id))?.shortForm).toBe(shortForm);
	});

	it("offers again what the note said before it was unpinned", async () => {
		await pin(cast.instructor, {
			shortForm: "涌现。",
			blockId: String(heading.id),
		});
		await pin(cast.instructor, { pinned: "false" });
		expect(await findPin(reply.id)).toEqual({
			kind: "remark",
			blockId: heading.id,
			shortForm: "涌现。",
			isPinned: false,
			goneHtml: null,
		});
	});

	it("asks for a new block once the note's block is gone, and takes none only on request", async () => {
		await pin(cast.instructor, { blockId: String(heading.id) });
		await rewriteLesson(cast.course, lesson, "只剩一段。");
		expect(await findPin(reply.id)).toMatchObject({
			isPinned: true,
			goneHtml: expect.stringContaining("</h"),
		});
		expect(await pin(cast.instructor, { blockId: "unchosen" })).toMatchObject({
			status: 422,
			data: { errors: { blockId: "blockUnchosen" } },
		});
		expect(await findPin(reply.id)).toMatchObject({ blockId: heading.id });
		await pin(cast.instructor, { blockId: "" });
		expect(await findPin(reply.id)).toMatchObject({ blockId: null });
	});
});
