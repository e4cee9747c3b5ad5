import { describe, expect, it } from "vitest";
import { pinReply } from "#app/notes/commands.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { sayWord } from "#app/replies/answers.server.ts";
import * as everywhere from "#app/routes/search/everywhere.tsx";
import {
	makeLesson,
	makeNote,
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

const places = async (q: string, by: Person | null = null) =>
	(await search(q, by)).found.map(({ href }) => href.replace(/.*course\//, ""));

describe("a reply and its note", () => {
	it("stand once, as the note, and lead to the margin of its paragraph", async () => {
		const { course, learner, instructor } = cast;
		const lesson = await makeLesson(course, { source: "头。\n\n落叶。" });
		const reply = await makeReply(course, lesson.threadId, learner, {
			body: "银杏秋天变黄，水杉也是。",
		});
		const place = `lessons/${lesson.number}#note-${reply.id}`;
		await makeNote(
			course,
			{ ...reply, threadId: lesson.threadId },
			instructor,
			{
				...{ blockId: 2, shortForm: "银杏会变黄" },
			},
		);
		for (const q of ["银杏", "水杉", "秋天 水杉"]) {
			const { found, count } = await search(q);
			expect(found.map(({ href }) => href)).toEqual([
				`/courses/course/${place}`,
			]);
			expect([found[0]?.kind, count], q).toEqual(["note", 1]);
			expect(
				found[0]?.excerpt.some(([, isHit]) => isHit),
				q,
			).toBe(true);
		}
		expect(await places("银杏 种类:回复")).toEqual([place]);
		await pinReply(reply, {
			...{ by: instructor, course, kind: "answer", blockId: null },
			shortForm: "银杏会变黄",
		});
		expect(await places("银杏")).toEqual([`replies/${reply.id}`]);
	});

	it("come before plain replies, but not where staff call it wrong", async () => {
		const { course, learner, instructor: by } = cast;
		const { id } = await makeThread(course, learner);
		const say = (body: string) => makeReply(course, id, learner, { body });
		const plain = await say("银杏，银杏，银杏。");
		const noted = await say("后来的银杏。");
		await makeNote(course, { ...noted, threadId: id }, by, { shortForm: "树" });
		expect(await places("银杏")).toEqual([
			...[`replies/${noted.id}`, `replies/${plain.id}`],
		]);
		await sayWord(noted, { by, course, word: { kind: "wrong", text: "不对" } });
		expect(await places("银杏")).toEqual([
			...[`replies/${plain.id}`, `replies/${noted.id}`],
		]);
	});
});

describe("a question that one answer settled", () => {
	/** A public answer, and a question that it settled. */
	async function settled(asked: { isPrivate?: boolean } = {}) {
		const { course, learner, other, instructor: by } = cast;
		const topic = await makeThread(course, other, {
			...{ kind: "question", title: "树叶变色" },
		});
		const answer = await makeReply(course, topic.id, by, {
			body: "因为叶绿素少了。",
		});
		const question = await makeThread(course, learner, {
			...{ kind: "question", title: "银杏怎么黄了", ...asked },
		});
		await settleQuestions(answer, { by, course, numbers: [question.number] });
		return { answer, question };
	}

	it("finds the answer by its own words, and says which question it was", async () => {
		const { answer, question } = await settled();
		const { found } = await search("银杏");
		expect(found.map(({ href, settles }) => [href, settles])).toEqual([
			[`/courses/course/replies/${answer.id}`, "银杏怎么黄了"],
			[`/courses/course/threads/${question.number}`, null],
		]);
		expect(
			(await search("叶绿素")).found.map(({ settles }) => settles),
		).toEqual([null]);
	});

	it("tells nothing of a private question to others", async () => {
		const { answer } = await settled({ isPrivate: true });
		for (const by of [cast.other, null])
			expect(await search("银杏", by)).toMatchObject({ count: 0, found: [] });
		for (const by of [cast.learner, cast.instructor])
			expect((await places("银杏", by))[0]).toBe(`replies/${answer.id}`);
	});
});
