import { beforeEach, describe, expect, it } from "vitest";
import { placeNote } from "#app/notes/commands.server.ts";
import * as placeRoute from "#app/routes/replies/place.tsx";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeNote,
	makeReply,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { lessonAs } from "#tests/support/pages.ts";
import { onReply } from "#tests/support/requests.ts";

const cast = useCast();
let lesson: Lesson;
let blocks: number[];
/** Pinned replies, oldest pin first. */
let pinned: number[];

beforeEach(async () => {
	lesson = await makeLesson(cast.course);
	const all = await blocksOf(lesson);
	blocks = all.map(({ id }) => id);
	pinned = [];
	for (let n = 0; n < 3; n++) {
		const { id } = await makeReply(cast.course, lesson.threadId, cast.learner);
		await pin(id, blocks[0]);
		pinned.push(id);
	}
});

const pin = (id: number, blockId = 0, kind: "answer" | "remark" = "answer") =>
	makeNote(cast.course, { id, threadId: lesson.threadId }, cast.instructor, {
		kind,
		blockId,
	});

/** The order of the margin's notes: 0 is the one pinned first. */
const order = async () =>
	(await lessonAs(null, lesson.number)).notes.map(({ replyId }) =>
		pinned.indexOf(replyId),
	);

const place = (n: number, at: number | string, by: Person = cast.assistant) =>
	onReply(placeRoute, by, pinned[n] ?? 0, { place: String(at) });

describe("the notes of a block", () => {
	it("stay as they were pinned until staff order them", async () => {
		expect(await order()).toEqual([0, 1, 2]);
		expect(await place(2, 1)).toMatchObject({ status: 303 });
		expect(await order()).toEqual([2, 0, 1]);
		await place(0, 3);
		expect(await order()).toEqual([2, 1, 0]);
	});

	it("stay in their place when asked twice, and go no further than the end", async () => {
		for (let i = 0; i < 2; i++) {
			await place(0, 2);
			expect(await order()).toEqual([1, 0, 2]);
		}
		await place(1, 99);
		expect(await order()).toEqual([0, 2, 1]);
	});

	it("keep their order when one is pinned again; a new one comes last", async () => {
		await place(2, 1);
		await pin(pinned[0] ?? 0, blocks[0], "remark");
		const { id } = await makeReply(cast.course, lesson.threadId, cast.other);
		pinned.push(id);
		await pin(id, blocks[0]);
		expect(await order()).toEqual([2, 0, 1, 3]);
	});

	it("lose their place when they move to another block", async () => {
		await place(2, 1);
		await pin(pinned[2] ?? 0, blocks[1]);
		await pin(pinned[2] ?? 0, blocks[0]);
		expect(await order()).toEqual([0, 1, 2]);
	});

	it("get an order from each of several concurrent requests", async () => {
		const moves = pinned.flatMap((id) => [1, 2, 3].map((at) => ({ id, at })));
		await Promise.all(
			moves.map(({ id, at }) =>
				placeNote(
					{ id },
					{ by: cast.instructor, course: cast.course, place: at },
				),
			),
		);
		expect((await order()).toSorted()).toEqual([0, 1, 2]);
		await place(1, 1);
		expect((await order())[0]).toBe(1);
	});

	it.each([
		["a learner", 403],
		["no place", 422],
		["a reply that is no note", 409],
	])("are not changed by %s", async (which, status) => {
		if (which === "a learner")
			expect(await place(2, 1, cast.learner)).toMatchObject({ status });
		else if (which === "no place")
			expect(await place(2, "first")).toMatchObject({ status });
		else {
			const { id } = await makeReply(cast.course, lesson.threadId, cast.other);
			pinned.push(id);
			expect(await place(3, 1)).toMatchObject({ status });
		}
		expect(await order()).toEqual([0, 1, 2]);
	});
});
