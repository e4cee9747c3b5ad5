import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import * as profile from "#app/routes/accounts/show.tsx";
import * as asking from "#app/routes/replies/asking.tsx";
import * as newReply from "#app/routes/replies/new.tsx";
import * as promotion from "#app/routes/replies/promotion.tsx";
import * as demotion from "#app/routes/threads/demotion.tsx";
import { voteReply, voteThread } from "#app/votes/commands.server.ts";
import { zh } from "#app/words/zh.ts";
import {
	type Lesson,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { deskAs, saidOf, threadAs } from "#tests/support/pages.ts";
import { drifted } from "#tests/support/recount.ts";
import {
	atReply,
	atThread,
	load,
	onReply,
	onThread,
} from "#tests/support/requests.ts";

const cast = useCast();

describe("a question hidden in a reply", () => {
	let lesson: Lesson;
	beforeEach(async () => {
		lesson = await makeLesson(cast.course, { questions: [] });
	});
	const reply = (by: Person, body: string, parentId: number | null = null) =>
		makeReply(cast.course, lesson.threadId, by, { body, parentId });
	const listed = async (asking: boolean) =>
		(await deskAs(cast.instructor)).candidates
			.filter(({ asks }) => asks === asking)
			.map(({ id }) => id);
	const proposed = () => listed(true);

	it("is on the desk by a rule until staff answer, dismiss or promote it", async () => {
		const [opinion, asked, answered, declined] = [
			await reply(cast.learner, "我觉得很有道理。"),
			await reply(cast.learner, "老师，请问代码训练是什么意思"),
			await reply(cast.other, "这一步怎么来的？"),
			await reply(cast.other, "真的吗？"),
		];
		await reply(cast.assistant, "是这样来的。", answered.id);
		await onReply(asking, cast.assistant, declined.id, { isQuestion: "false" });
		expect(await proposed()).toEqual([asked.id]);
		await editReply(opinion, {
			by: cast.learner,
			course: cast.course,
			body: "可是为什么呢？",
			version: 1,
		});
		expect((await proposed()).toSorted()).toEqual(
			[asked.id, opinion.id].toSorted(),
		);
		await promoteReply(asked, {
			by: cast.instructor,
			course: cast.course,
			title: "代码训练是什么",
		});
		expect(await proposed()).toEqual([opinion.id]);
	});

	it("is on the desk again if staff take the dismissal back", async () => {
		const { id } = await reply(cast.learner, "这一步怎么来的？");
		await onReply(asking, cast.assistant, id, { isQuestion: "false" });
		expect([await proposed(), await listed(false)]).toEqual([[], [id]]);
		await onReply(asking, cast.instructor, id, { isQuestion: "true" });
		expect([await proposed(), await listed(false)]).toEqual([[id], []]);
	});

	it("suggests its asking sentence as the title", async () => {
		const { id } = await reply(
			cast.learner,
			"读到这里我先说说背景，**前面**一大段都懂。可是代码训练到底改了什么？谢谢老师。",
		);
		const { proposed: title } = await load(promotion.loader, {
			by: cast.learner,
			...atReply(id, "/promotion"),
		});
		expect(title).toBe("可是代码训练到底改了什么？");
	});

	it("hides its title and words elsewhere once it is removed", async () => {
		const { course, learner } = cast;
		const asked = await reply(learner, "请问为什么？");
		const { number } = await promoteReply(asked, {
			by: cast.instructor,
			course,
			title: "为什么呢",
		});
		await sql`UPDATE threads SET visibility = 'removed', hidden_at = now() WHERE number = ${number}`;
		for (const by of [cast.other, learner]) {
			const { branches } = await threadAs(by, lesson.threadNumber);
			expect(branches[0]?.reply).toMatchObject({
				promotedTo: { number, title: null },
				html: "",
			});
			const { written } = await load(profile.loader, {
				by,
				path: `/people/${learner.handle}`,
				params: { handle: learner.handle },
				context: { isDocument: false },
			});
			expect(written).toEqual([]);
			const quoted = `/replies?parent=${asked.id}`;
			const { parent } = await load(newReply.loader, {
				by,
				...atThread(lesson.threadNumber, quoted),
				context: { isDocument: false },
			});
			expect(parent?.html).toBe("");
		}
	});

	it("becomes a reply again if it was a mistake and nobody has replied to it", async () => {
		const { course, learner, other, assistant } = cast;
		const asked = await reply(learner, "请问为什么？");
		await voteReply(asked.id, { by: other, course, voted: true });
		const promote = async () => {
			const given = { by: assistant, course, title: "为什么呢" };
			return (await promoteReply(asked, given)).number;
		};
		const number = await promote();
		const undo = (by: Person) =>
			onThread(demotion, by, number, { promoted: "false" });
		expect(await undo(learner)).toMatchObject({ status: 403 });
		expect(await undo(assistant)).toMatchObject({ status: 303 });
		expect(await undo(assistant)).toMatchObject({ status: 303 });
		const { branches } = await threadAs(other, lesson.threadNumber);
		expect(branches[0]?.reply).toMatchObject({
			promotedTo: null,
			votes: 1,
			html: "<p>请问为什么？</p>\n",
		});
		await expect(threadAs(other, number)).rejects.toMatchObject({
			status: 404,
		});
		expect(await drifted()).toEqual([]);
		const again = await promote();
		expect(again).not.toBe(number);
		const [question] = await sql<{ id: number }>`
			SELECT id FROM threads WHERE number = ${again}`;
		await makeReply(course, question?.id ?? 0, other);
		expect(
			await onThread(demotion, assistant, again, { promoted: "false" }),
		).toMatchObject({ status: 409, data: { refusal: "questionReplied" } });
	});

	it("takes its author, date, votes and replies along, and leaves a link", async () => {
		const { course, learner, other, instructor } = cast;
		const asked = await reply(learner, "请问为什么？");
		const under = await reply(other, "我也想知道。", asked.id);
		const deeper = await reply(learner, "等老师来。", under.id);
		for (const by of await people(3))
			await voteReply(asked.id, { by, course, voted: true });
		await sql`UPDATE replies SET imported_votes = 2, created_at = '2024-01-02' WHERE id = ${asked.id}`;
		const answer = await onReply(promotion, learner, asked.id, {
			title: "为什么呢",
		});
		expect(answer.status).toBe(303);
		const number = Number(/\d+$/.exec(answer.location ?? "")?.[0]);
		const made = await threadAs(other, number);
		expect(made.thread).toMatchObject({
			kind: "question",
			title: "为什么呢",
			state: "discussed",
			voteCount: 5,
			importedVotes: 2,
			replyCount: 2,
			topCount: 1,
			lessonNumber: lesson.number,
			promotedFromId: asked.id,
			author: { handle: learner.handle },
			createdAt: new Date("2024-01-02"),
		});
		expect(made.branches).toMatchObject([
			{ reply: { id: under.id, underCount: 1 }, under: [{ id: deeper.id }] },
		]);
		const old = await threadAs(other, lesson.threadNumber);
		expect(old.thread).toMatchObject({ replyCount: 1, topCount: 1 });
		expect(old.branches).toMatchObject([
			{ reply: { promotedTo: { number }, underCount: 0 }, under: [] },
		]);
		const votes = await voteThread(
			Number(
				(
					await sql<{
						id: number;
					}>`SELECT id FROM threads WHERE number = ${number}`
				)[0]?.id,
			),
			{ by: instructor, course, voted: true },
		);
		expect(votes).toBe(6);
	});

	it("leaves behind what the asker of an anonymous question wrote under it", async () => {
		const { course, learner, other, instructor } = cast;
		const asked = await makeThread(course, learner, {
			kind: "question",
			isAnonymous: true,
		});
		const write = (by: Person, parentId: number | null = null) =>
			makeReply(course, asked.id, by, { parentId });
		const aside = await write(other);
		const goes = await write(instructor, aside.id);
		const stays = await write(learner, goes.id);
		const after = await write(instructor, stays.id);
		const { number } = await promoteReply(aside, {
			by: cast.instructor,
			course,
			title: "另一个问题",
		});
		const made = await threadAs(instructor, number);
		expect(made.branches).toMatchObject([
			{ reply: { id: goes.id, underCount: 0 }, under: [] },
		]);
		const old = await threadAs(learner, asked.number);
		expect(old.branches).toMatchObject([
			{
				reply: { id: aside.id, underCount: 2 },
				under: [{ id: stays.id }, { id: after.id }],
			},
		]);
		expect(saidOf(old.branches[0]?.under[0] ?? {})).not.toContain(
			zh.threads.inReplyTo(""),
		);
		expect(await drifted()).toEqual([]);
	});

	it("becomes one question if two people promote it at once", async () => {
		const asked = await reply(cast.learner, "请问为什么？");
		const made = await Promise.all(
			[1, 2].map(() =>
				promoteReply(asked, {
					by: cast.instructor,
					course: cast.course,
					title: "为什么",
				}),
			),
		);
		expect(made[0]).toEqual(made[1]);
		expect(
			await sql`SELECT 1 FROM threads WHERE promoted_from_id = ${asked.id}`,
		).toHaveLength(1);
	});

	it("is promoted only by its author and staff, and not out of a private question", async () => {
		const asked = await reply(cast.learner, "请问为什么？");
		expect(
			await onReply(promotion, cast.other, asked.id, { title: "为什么" }),
		).toMatchObject({ status: 403 });
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
			isPrivate: true,
		});
		const hidden = await makeReply(cast.course, secret.id, cast.learner);
		for (const by of [cast.learner, cast.instructor])
			expect(
				await onReply(promotion, by, hidden.id, { title: "为什么" }),
			).toMatchObject({ status: 403 });
	});
});
