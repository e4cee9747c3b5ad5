import { beforeEach, describe, expect, it } from "vitest";
import { removeReply } from "#app/replies/commands.server.ts";
import * as answersPage from "#app/routes/replies/by-staff.tsx";
import {
	makeReply,
	makeThread,
	type Person,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import { saidOf, threadAs } from "#tests/support/pages.ts";
import { inCourse, load } from "#tests/support/requests.ts";

const cast = useCast();
let topic: Thread;

beforeEach(async () => {
	topic = await makeThread(cast.course, cast.other);
});

const reply = (
	by: Person,
	body: string,
	{ in: thread = topic, parentId = null as number | null } = {},
) => makeReply(cast.course, thread.id, by, { body, parentId });

const textsOf = (html: (string | undefined)[]) =>
	html.map((text = "") => text.replace(/<[^>]+>/g, "").trim());

describe("a discussion of staff alone", () => {
	const byStaff = async (by: Person | null, query = "") => {
		const page = await threadAs(
			by,
			topic.number,
			`?by=staff${query && `&${query}`}`,
		);
		return { ...page, shown: page.branches.map(({ reply }) => reply) };
	};

	it("shows what staff wrote, by time, each with whom it answers", async () => {
		const asked = await reply(cast.learner, "怎么理解？");
		await reply(cast.instructor, "这样理解。", { parentId: asked.id });
		await reply(cast.other, "谢谢。", { parentId: asked.id });
		await reply(cast.assistant, "补充一句。");
		const { shown, sort } = await byStaff(cast.learner);
		expect(textsOf(shown.map(({ html }) => html))).toEqual([
			"这样理解。",
			"补充一句。",
		]);
		expect(shown.map(saidOf)[0]).toContain("回复 周同学");
		expect(sort).toBe("staff");
	});

	it("goes on from page to page", async () => {
		for (let n = 1; n <= 52; n++) await reply(cast.assistant, `第 ${n} 条`);
		const first = await byStaff(null);
		expect(first.shown).toHaveLength(50);
		const second = await byStaff(null, `from=${first.later}`);
		expect(textsOf(second.shown.map(({ html }) => html))).toEqual([
			"第 51 条",
			"第 52 条",
		]);
	});

	it("shows no removed reply, and says where staff wrote nothing", async () => {
		await reply(cast.learner, "等一等。");
		const { id } = await reply(cast.assistant, "写错了。");
		await removeReply(
			{ id, authorId: cast.assistant.id },
			{ by: cast.assistant, course: cast.course },
		);
		const { shown, empty } = await byStaff(cast.learner);
		expect(shown).toEqual([]);
		expect(empty).toContain("教师团队还没有");
	});

	it("does not betray staff who ask anonymously", async () => {
		const question = await makeThread(cast.course, cast.assistant, {
			...{ kind: "question", isAnonymous: true },
		});
		await reply(cast.assistant, "是我问的，再补一句。", { in: question });
		await reply(cast.instructor, "答在这里。", { in: question });
		const { branches } = await threadAs(
			cast.learner,
			question.number,
			"?by=staff",
		);
		expect(textsOf(branches.map(({ reply }) => reply.html))).toEqual([
			"答在这里。",
		]);
	});
});

describe("the page of all that staff answered", () => {
	const context = { isDocument: false };
	const answers = async (by: Person | null, query = "") => {
		const page = await load(answersPage.loader, {
			...{ by, ...inCourse(`/answers${query}`), context },
		});
		return { ...page, texts: textsOf(page.answers.map(({ html }) => html)) };
	};

	it("lists them with the latest first, from all discussions, in parts", async () => {
		const another = await makeThread(cast.course, cast.learner);
		await reply(cast.learner, "我的看法。");
		for (let n = 1; n <= 21; n++)
			await reply(n % 2 ? cast.assistant : cast.instructor, `第 ${n} 答`, {
				in: n % 3 ? topic : another,
			});
		const { texts, older } = await answers(null);
		expect(texts).toHaveLength(20);
		expect(texts.slice(0, 2)).toEqual(["第 21 答", "第 20 答"]);
		expect((await answers(null, `?before=${older}`)).texts).toEqual([
			"第 1 答",
		]);
	});

	it("shows answers to a private question to its asker and staff alone", async () => {
		const question = await makeThread(cast.course, cast.learner, {
			...{ kind: "question", isPrivate: true },
		});
		await reply(cast.assistant, "悄悄答。", { in: question });
		for (const by of [cast.learner, cast.instructor])
			expect((await answers(by)).texts).toEqual(["悄悄答。"]);
		for (const by of [cast.other, null])
			expect((await answers(by)).texts).toEqual([]);
	});

	it("leaves out what staff wrote in discussions of their own", async () => {
		const own = await makeThread(cast.course, cast.assistant, {
			...{ kind: "question", isAnonymous: true },
		});
		await reply(cast.assistant, "自己再想想。", { in: own });
		expect((await answers(cast.learner)).texts).toEqual([]);
	});
});
