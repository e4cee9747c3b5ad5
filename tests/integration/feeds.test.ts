import { describe, expect, it } from "vitest";
import { publishCourse } from "#app/courses/publishing.server.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { siteUrl } from "#app/platform/env.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { loader as course } from "#app/routes/sharing/course-feed.ts";
import { loader as lesson } from "#app/routes/sharing/lesson-feed.ts";
import { loader as thread } from "#app/routes/sharing/thread-feed.ts";
import { zh } from "#app/words/zh.ts";
import {
	blocksOf,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import {
	argsOf,
	ask,
	atLesson,
	atThread,
	inCourse,
} from "#tests/support/requests.ts";
import { makeThinking, STANDARD, THIRTY } from "#tests/support/thinking.ts";

const cast = useCast();

type Loader = typeof course;
type Place = { path: string; params?: Record<string, string> };

async function read(
	loader: Loader,
	place: Place,
	headers: Record<string, string> = {},
	by: Person | null = null,
) {
	const args = await argsOf({ by, ...place });
	for (const [name, value] of Object.entries(headers))
		args.request.headers.set(name, value);
	return loader(args);
}

async function entriesOf(
	loader: Loader,
	place: Place,
	by: Person | null = null,
) {
	const text = await (await read(loader, place, {}, by)).text();
	const [, ...entries] = text.split("<entry>");
	const all = (name: string) =>
		entries.map((entry) => RegExp(`<${name}[^>]*>([^<]*)<`).exec(entry)?.[1]);
	return {
		text,
		ids: all("id"),
		titles: all("title"),
		names: all("name"),
		contents: all("content"),
		links: entries.map((entry) => /href="([^"]*)"/.exec(entry)?.[1]),
	};
}

const hold = (replyId: number) =>
	sql`UPDATE replies SET visibility = 'held', hidden_at = now() WHERE id = ${replyId}`;

describe("the feed of a course", () => {
	it("brings new threads and staff's answers, the newest first", async () => {
		const { learner, other, assistant } = cast;
		await makeLesson(cast.course);
		const { id, number } = await makeThread(cast.course, learner, {
			...{ kind: "question", title: "问 <一>", body: "[看](/about) `a < b`" },
		});
		await makeReply(cast.course, id, other, { body: "同学的话。" });
		const answer = await makeReply(cast.course, id, assistant);
		const feed = await entriesOf(course, inCourse("/feed.atom"));
		expect(feed.titles).toEqual([
			zh.feeds.answer("问 &lt;一&gt;"),
			"问 &lt;一&gt;",
		]);
		expect(feed.names).toEqual([assistant.name, learner.name]);
		expect(feed.links).toEqual([
			`${siteUrl}/courses/course/replies/${answer.id}`,
			`${siteUrl}/courses/course/threads/${number}`,
		]);
		expect(feed.contents[1]).toContain(`href=&quot;${siteUrl}/about&quot;`);
		expect(feed.text).not.toContain("同学的话");
		expect(feed.text).toMatch(
			/^<\?xml [^>]*>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom" xml:lang="zh-CN">/,
		);
	});

	it("is not there while the course is not shown, not even for staff", async () => {
		const { instructor } = cast;
		await publishCourse(cast.course, "hide", { by: instructor });
		const { status } = await ask(course, {
			...{ by: instructor, ...inCourse("/feed.atom") },
		});
		expect(status).toBe(404);
	});

	it("holds nothing private or held, and no name of an anonymous asker, whoever asks", async () => {
		const { learner, assistant, instructor } = cast;
		const question = { kind: "question", isAnonymous: true } as const;
		const hidden = await makeThread(cast.course, learner, {
			...{ kind: "question", isPrivate: true, title: "秘密" },
		});
		await makeReply(cast.course, hidden.id, assistant, { body: "秘密" });
		const shown = await makeThread(cast.course, learner, question);
		const held = await makeReply(cast.course, shown.id, assistant, {
			body: "秘密",
		});
		await hold(held.id);
		const own = await makeThread(cast.course, assistant, question);
		await makeReply(cast.course, own.id, assistant);
		for (const by of [null, learner, instructor]) {
			const feed = await entriesOf(course, inCourse("/feed.atom"), by);
			const { anonymous } = zh.threads;
			expect(feed.names).toEqual([anonymous, anonymous]);
			expect(feed.text).not.toContain("秘密");
		}
	});
});

describe("the feed of a lesson", () => {
	it("brings new notes and the replies of its discussion", async () => {
		const { learner, other, instructor } = cast;
		const one = await makeLesson(cast.course);
		const [block] = await blocksOf(one);
		const reply = await makeReply(cast.course, one.threadId, learner);
		await makeReply(cast.course, one.threadId, other, { body: "秘密" }).then(
			({ id }) => hold(id),
		);
		await makeNote(
			cast.course,
			{ id: reply.id, threadId: one.threadId },
			instructor,
			{ blockId: block?.id ?? null, shortForm: "短短一句。" },
		);
		const feed = await entriesOf(lesson, atLesson(one.number, "/feed.atom"));
		expect(feed.titles).toEqual([zh.feeds.note, zh.feeds.reply(learner.name)]);
		expect(feed.contents[0]).toContain("短短一句。");
		expect(feed.links[0]).toBe(
			`${siteUrl}/courses/course/lessons/${one.number}#block-${block?.id}`,
		);
		expect(feed.text).not.toContain("秘密");
	});

	it("is not there while the lesson is not shown", async () => {
		const { instructor } = cast;
		const one = await makeLesson(cast.course);
		await publishLesson(one, "hide", { by: instructor, course: cast.course });
		const at = { by: instructor, ...atLesson(one.number, "/feed.atom") };
		expect((await ask(lesson, at)).status).toBe(404);
	});
});

describe("the feed of a thread", () => {
	it("brings its replies, whose ids stay when they are edited", async () => {
		const { learner, other } = cast;
		const { id, number } = await makeThread(cast.course, learner);
		const reply = await makeReply(cast.course, id, other);
		const place = atThread(number, "/feed.atom");
		const before = await entriesOf(thread, place);
		expect(before.ids).toEqual([`tag:localhost,2026:reply/${reply.id}`]);
		await sql`UPDATE replies SET edited_at = '2031-05-06T07:08:09Z' WHERE id = ${reply.id}`;
		const after = await entriesOf(thread, place);
		expect(after.ids).toEqual(before.ids);
		expect(
			after.text.match(/<updated>2031-05-06T07:08:09.000Z</g),
		).toHaveLength(2);
	});

	it("gives no closed replies of a write-first question, whoever asks", async () => {
		const { learner, instructor } = cast;
		const question = await makeThinking(cast.course, {
			...{ positions: STANDARD, writeFirst: true },
		});
		await makeReply(cast.course, question.id, learner, {
			...{ body: THIRTY, position: "yes" },
		});
		const place = atThread(question.number, "/feed.atom");
		for (const by of [null, learner, instructor])
			expect((await entriesOf(thread, place, by)).ids).toEqual([]);
	});

	it("is not there for a private question, not even for its asker", async () => {
		const { learner } = cast;
		const { number } = await makeThread(cast.course, learner, {
			...{ kind: "question", isPrivate: true },
		});
		const at = { by: learner, ...atThread(number, "/feed.atom") };
		expect((await ask(thread, at)).status).toBe(404);
	});

	it("is not sent again until something is new", async () => {
		const { learner } = cast;
		const { id, number } = await makeThread(cast.course, learner);
		const place = atThread(number, "/feed.atom");
		const first = await read(thread, place);
		expect(first.headers.get("Content-Type")).toBe(
			"application/atom+xml; charset=utf-8",
		);
		const known = { "If-None-Match": first.headers.get("ETag") ?? "" };
		expect((await read(thread, place, known)).status).toBe(304);
		await makeReply(cast.course, id, learner);
		expect((await read(thread, place, known)).status).toBe(200);
		const english = { "Accept-Language": "en" };
		expect(await (await read(thread, place, english)).text()).toContain(
			'xml:lang="en"',
		);
	});
});
