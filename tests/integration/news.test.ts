import { beforeEach, describe, expect, it } from "vitest";
import { runLater } from "#app/platform/http/after-sending.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import * as home from "#app/routes/home.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import * as threadPage from "#app/routes/threads/show.tsx";
import {
	type Lesson,
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	type Thread,
	useCast,
} from "#tests/support/cast.ts";
import {
	courseAs,
	lessonAs,
	questionsAs,
	threadAs,
	threadsAs,
} from "#tests/support/pages.ts";
import {
	argsOf,
	atLesson,
	atThread,
	load,
	makeContext,
} from "#tests/support/requests.ts";

const cast = useCast();
let topic: Thread;
let lesson: Lesson;

beforeEach(async () => {
	topic = await makeThread(cast.course, cast.other);
	lesson = await makeLesson(cast.course);
	await sql`UPDATE memberships SET created_at = now() + interval '1 hour'`;
});

type Headers = Record<string, string>;

/** Sends the page, as the server does, with what it does afterwards. */
async function open(
	by: Person | null,
	{ loader }: { loader: (args: never) => Promise<unknown> },
	place: { path: string; params: Record<string, string> },
	headers: Headers = {},
) {
	const args = await argsOf({ by, ...place, context: { isDocument: false } });
	for (const [name, value] of Object.entries(headers))
		args.request.headers.set(name, value);
	await loader(args as never);
	await runLater(args.context);
}

const openTopic = (by: Person | null, headers?: Headers) =>
	open(by, threadPage, atThread(topic.number), headers);

const reply = (by: Person, body = "一条。") =>
	makeReply(cast.course, topic.id, by, { body });

const said = (html: string | undefined) => (html ?? "").replace(/<[^>]+>/g, "");

const newsIn = (html: string | undefined) =>
	/<span class="fresh">([^<]*)/.exec(html ?? "")?.[1] ?? null;

const listed = async (by: Person) => newsIn((await threadsAs(by)).list.html);

describe("the list of discussions", () => {
	it("says how many replies came since one opened them", async () => {
		await reply(cast.other);
		await openTopic(cast.learner);
		expect(await listed(cast.learner)).toBeNull();
		await reply(cast.other);
		await reply(cast.assistant);
		expect(await listed(cast.learner)).toBe("2 条新");
		await openTopic(cast.learner);
		expect(await listed(cast.learner)).toBeNull();
	});

	it("counts no removed reply, and none of one's own", async () => {
		await openTopic(cast.learner);
		const removed = await reply(cast.other);
		await reply(cast.learner);
		await reply(cast.other);
		await removeReply(
			{ id: removed.id, authorId: cast.other.id },
			{ by: cast.other, course: cast.course },
		);
		expect(await listed(cast.learner)).toBe("1 条新");
	});

	it("marks as unread what began since one joined, until one opens it", async () => {
		expect(await listed(cast.learner)).toBeNull();
		await sql`UPDATE memberships SET created_at = now() - interval '1 hour' WHERE user_id = ${cast.learner.id}`;
		const { list } = await threadsAs(cast.learner);
		expect(list.html?.match(/未读/g)).toHaveLength(3);
		await openTopic(cast.learner);
		const after = (await threadsAs(cast.learner)).list;
		expect(after.html?.match(/未读/g)).toHaveLength(2);
		expect(await listed(cast.other)).toBeNull();
	});

	it("counts up to 99", async () => {
		await openTopic(cast.learner);
		await sql`
			INSERT INTO replies (thread_id, author_id, source, html, renderer)
			SELECT ${topic.id}, ${cast.other.id}, 'x', '<p>x</p>', 1 FROM generate_series(1, 120)`;
		expect(await listed(cast.learner)).toBe("99+ 条新");
	});

	it("counts among questions too", async () => {
		const question = await makeThread(cast.course, cast.learner, {
			kind: "question",
		});
		await open(cast.learner, threadPage, atThread(question.number));
		await makeReply(cast.course, question.id, cast.assistant);
		const { list } = await questionsAs(cast.learner);
		expect(newsIn(list.html)).toBe("1 条新");
	});

	it("tells nobody what others have read", async () => {
		await openTopic(cast.learner);
		await reply(cast.assistant);
		for (const by of [cast.other, cast.assistant, cast.instructor])
			expect(await listed(by)).toBeNull();
		expect((await threadsAs(null)).list.html).not.toContain("fresh");
	});
});

describe("a page of a discussion", () => {
	it("leads to the first unread reply", async () => {
		await reply(cast.other);
		await openTopic(cast.learner);
		const first = await reply(cast.other);
		await reply(cast.assistant);
		const { news } = await threadAs(cast.learner, topic.number);
		expect(said(news)).toBe("上次看过以后，有 2 条新回复。跳到第一条未读");
		expect(news).toContain(`/replies/${first.id}?sort=oldest`);
	});

	it("says nothing new at the first visit, after all is read, and to visitors", async () => {
		await reply(cast.other);
		const news = async (by: Person | null) =>
			(await threadAs(by, topic.number)).news;
		expect(await news(cast.learner)).toBe("");
		await openTopic(cast.learner);
		expect(await news(cast.learner)).toBe("");
		expect(await news(null)).toBe("");
	});
});

describe("reading", () => {
	const reads = () =>
		sql`SELECT user_id, thread_id, read_to FROM thread_reads ORDER BY user_id, thread_id`;

	it("is remembered as the last reply, with no time", async () => {
		const { id } = await reply(cast.other);
		await openTopic(cast.learner);
		expect(await reads()).toEqual([
			{ user_id: cast.learner.id, thread_id: topic.id, read_to: id },
		]);
		const columns = await sql<{ type: string }>`
			SELECT data_type AS type FROM information_schema.columns WHERE table_name = 'thread_reads' ORDER BY type`;
		expect(new Set(columns.map(({ type }) => type))).toEqual(
			new Set(["integer"]),
		);
	});

	it("is not remembered of visitors, and not of what a browser fetches in advance", async () => {
		await openTopic(null);
		await openTopic(cast.learner, { "Sec-Purpose": "prefetch;prerender" });
		await openTopic(cast.learner, { Purpose: "prefetch" });
		expect(await reads()).toEqual([]);
	});

	it("writes once for the same replies", async () => {
		await openTopic(cast.learner);
		const args = await argsOf({ by: cast.learner, ...atThread(topic.number) });
		await threadPage.loader(args);
		expect(args.context.later).toEqual([]);
	});

	it("never goes back", async () => {
		const place = atThread(topic.number);
		const early = await argsOf({ by: cast.learner, ...place });
		await threadPage.loader(early);
		const { id } = await reply(cast.other);
		await openTopic(cast.learner);
		await runLater(early.context);
		expect(await reads()).toMatchObject([{ read_to: id }]);
	});

	it("fails unseen", async () => {
		const context = makeContext({
			later: [() => Promise.reject(new Error("away"))],
		});
		await expect(runLater(context)).resolves.toBeUndefined();
	});
});

describe("the course's page", () => {
	const newsOfLesson = async (by: Person) =>
		(await courseAs(by)).lessons.map(({ news }) => news);

	it("says for each lesson what is new in its discussions", async () => {
		await open(cast.learner, lessonPage, atLesson(lesson.number));
		expect(await newsOfLesson(cast.learner)).toEqual([null]);
		await makeReply(cast.course, lesson.threadId, cast.other);
		expect(await newsOfLesson(cast.learner)).toEqual(["1 条新"]);
		expect(await newsOfLesson(cast.other)).toEqual([null]);
		const { news } = await lessonAs(cast.learner, lesson.number);
		expect(said(news)).toContain("有 1 条新回复");
		await open(cast.learner, lessonPage, atLesson(lesson.number));
		expect(await newsOfLesson(cast.learner)).toEqual([null]);
	});
});

describe("home", () => {
	const newsAtHome = async (by: Person | null) => {
		const { courses } = await load(home.loader, { by, path: "/" });
		return courses.map(({ news }) => news);
	};

	it("says for each course in how many discussions something is new", async () => {
		await openTopic(cast.learner);
		expect(await newsAtHome(cast.learner)).toEqual([null]);
		await reply(cast.other);
		await reply(cast.other);
		expect(await newsAtHome(cast.learner)).toEqual(["1 个讨论有新内容"]);
		expect(await newsAtHome(cast.other)).toEqual([null]);
		expect(await newsAtHome(null)).toEqual([null]);
	});
});
