import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as endorsement from "#app/routes/replies/endorsement.tsx";
import * as pin from "#app/routes/replies/pin.tsx";
import * as word from "#app/routes/replies/word.tsx";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import { deskAs } from "#tests/support/pages.ts";
import { onReply } from "#tests/support/requests.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const cast = useCast();

const question = (by: Person = cast.learner) =>
	makeThread(cast.course, by, { kind: "question" });

const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);

/** Makes a question asked so long ago, which waited so long for staff. */
async function askedAndAnswered(before: number, hours: number | null) {
	const thread = await question();
	const at = ago(before);
	await sql`UPDATE threads SET created_at = ${at} WHERE id = ${thread.id}`;
	if (hours === null) return thread;
	const { id } = await makeReply(cast.course, thread.id, cast.assistant);
	const answered = new Date(at.getTime() + hours * HOUR);
	await sql`UPDATE replies SET created_at = ${answered} WHERE id = ${id}`;
	await sql`UPDATE threads SET staff_first_at = ${answered} WHERE id = ${thread.id}`;
	return thread;
}

const week = async () => (await deskAs(cast.assistant)).week;

describe("the blocks that raise questions", () => {
	it("lists those of the last seven days, most asked about first", async () => {
		const lesson = await makeLesson(cast.course);
		const blocks = await sql<{ id: number; text: string }>`
			SELECT id, text FROM blocks WHERE lesson_id = ${lesson.id} ORDER BY position`;
		const about = async (i: number, days: number) => {
			const { id } = await question();
			await sql`UPDATE threads SET created_at = ${ago(days * DAY)} WHERE id = ${id}`;
			await sql`
				INSERT INTO anchors (thread_id, lesson_id, block_id, revision, start, quote, before, after)
				VALUES (${id}, ${lesson.id}, ${blocks[i]?.id}, 1, 0, '段', '', '')`;
		};
		await about(0, 1);
		await about(1, 1);
		await about(1, 6);
		for (let times = 0; times < 3; times += 1) await about(2, 8);
		await about(3, 1);
		await sql`UPDATE blocks SET position = NULL WHERE id = ${blocks[3]?.id}`;
		await sql`UPDATE blocks SET html = '<hr>', text = '' WHERE id = ${blocks[0]?.id}`;
		expect((await week()).blocks).toEqual(
			[
				[1, 2],
				[0, 1],
			].map(([i = 0, questions]) => ({
				id: blocks[i]?.id,
				html: i === 0 ? "…" : blocks[i]?.text,
				lessonNumber: lesson.number,
				lessonPlace: 1,
				questions,
			})),
		);
	});
});

describe("replies that staff have not looked at", () => {
	let topic: Thread;
	beforeEach(async () => {
		topic = await makeThread(cast.course, cast.learner);
	});
	const reply = async (
		votes: number,
		by: Person = cast.learner,
		parentId: number | null = null,
	) => {
		const { id } = await makeReply(cast.course, topic.id, by, { parentId });
		await sql`UPDATE replies SET cast_votes = ${votes} WHERE id = ${id}`;
		return id;
	};
	const unseen = async () => (await week()).unseen.map(({ id }) => id);

	it("have three votes, are by learners and not older than four weeks", async () => {
		const [three, , five, old] = [
			await reply(3),
			await reply(2),
			await reply(5, cast.other),
			await reply(9),
			await reply(9, cast.assistant),
		];
		await sql`UPDATE replies SET created_at = ${ago(29 * DAY)} WHERE id = ${old}`;
		expect(await unseen()).toEqual([five, three]);
	});

	it("leave the list after any act of staff", async () => {
		const { instructor } = cast;
		const ids = [];
		for (let i = 0; i < 5; i += 1) ids.push(await reply(4 + i));
		expect(await unseen()).toEqual(ids.toReversed());
		const [pinned = 0, endorsed = 0, said = 0, answered = 0, removed = 0] = ids;
		await onReply(pin, instructor, pinned, {
			pinned: "true",
			kind: "remark",
			shortForm: "",
		});
		await onReply(endorsement, instructor, endorsed, { endorsed: "true" });
		await onReply(word, instructor, said, {
			kind: "wrong",
			text: "不是这样。",
		});
		const under = await reply(0, cast.other, answered);
		await reply(0, instructor, under);
		await removeReply(
			{ id: removed, authorId: cast.learner.id },
			{ by: cast.learner, course: cast.course },
		);
		expect(await unseen()).toEqual([]);
	});
});

describe("the time to an answer", () => {
	it("counts by the week of the question, to the first reply of staff", async () => {
		for (const hours of [1, 2, 30]) await askedAndAnswered(3 * DAY, hours);
		const twice = await askedAndAnswered(20 * DAY, 10);
		await makeReply(cast.course, twice.id, cast.instructor);
		await askedAndAnswered(4 * DAY, null);
		await askedAndAnswered(60 * DAY, 5);
		const { times } = await week();
		expect(times).toMatchObject([
			{ weeksAgo: 2, answered: 1 },
			{ weeksAgo: 0, answered: 3 },
		]);
		expect(times[0]?.medianHours).toBeCloseTo(10);
		expect(times[1]?.medianHours).toBeCloseTo(2);
		expect(times[1]?.ninetiethHours).toBeCloseTo(24.4);
	});

	it("ends when an answer elsewhere settles the question", async () => {
		const [master, twin] = [
			await askedAndAnswered(40 * DAY, 1),
			await askedAndAnswered(5 * HOUR, null),
		];
		const [answer] = await sql<{ id: number }>`
			SELECT id FROM replies WHERE thread_id = ${master.id}`;
		await settleQuestions(
			{ id: answer?.id ?? 0 },
			{ by: cast.instructor, course: cast.course, numbers: [twin.number] },
		);
		const { times } = await week();
		expect(times.at(-1)).toMatchObject({ weeksAgo: 0, answered: 1 });
		expect(times.at(-1)?.medianHours).toBeCloseTo(5);
	});
});

it("the desk typesets formulas in what it quotes", async () => {
	const { id: topicId } = await makeThread(cast.course, cast.learner);
	const { id } = await makeReply(cast.course, topicId, cast.other, {
		body: "请问 $d_k$ 是什么？",
	});
	await sql`UPDATE replies SET cast_votes = 3 WHERE id = ${id}`;
	const { candidates, week: seen } = await deskAs(cast.assistant);
	for (const quoted of [candidates[0], seen.unseen[0]])
		expect(JSON.stringify(quoted)).toMatch(/请问 <math.*是什么？/);
});
