import { describe, expect, it } from "vitest";
import { publishCourse } from "#app/courses/publishing.server.ts";
import { LOCALE } from "#app/platform/language.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as coursePage from "#app/routes/courses/show.tsx";
import * as glossaryPage from "#app/routes/glossary/index.tsx";
import * as homePage from "#app/routes/home.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import { loader as permalink } from "#app/routes/replies/show.ts";
import { loader as courseCard } from "#app/routes/sharing/card.ts";
import { loader as siteCard } from "#app/routes/sharing/site-card.ts";
import * as threadPage from "#app/routes/threads/show.tsx";
import {
	blocksOf,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import {
	type Args,
	argsOf,
	atLesson,
	atReply,
	atThread,
	inCourse,
} from "#tests/support/requests.ts";

const cast = useCast();

type Page = { loader: (args: Args) => Promise<unknown> };
type Place = { path: string; params?: Record<string, string> };

async function imageAt({ loader }: Page, place: Place) {
	const args = await argsOf({ by: null, ...place });
	await loader(args);
	const { head = "" } = args.context;
	const said = (name: string) =>
		RegExp(`property="og:image${name}" content="([^"]*)"`).exec(head)?.[1];
	const url = new URL((said("") ?? "").replaceAll("&amp;", "&"));
	return { path: url.pathname + url.search, alt: said(":alt"), head };
}

async function picture(path: string, headers: Record<string, string> = {}) {
	const isSite = path.startsWith("/card.png");
	const args = await argsOf({
		by: null,
		path,
		params: isSite ? {} : { course: "course" },
	});
	for (const [name, value] of Object.entries(headers))
		args.request.headers.set(name, value);
	const answer = await (isSite ? siteCard : courseCard)(args);
	return {
		status: answer.status,
		kept: answer.headers.get("Cache-Control"),
		tag: answer.headers.get("ETag"),
		bytes: (await answer.arrayBuffer()).byteLength,
	};
}

const FOR_EVER = "public, max-age=31536000, immutable";

async function makeAll() {
	const { course, learner, instructor } = cast;
	const lesson = await makeLesson(course);
	const [block] = await blocksOf(lesson);
	const thread = await makeThread(course, learner, { title: "一个问题" });
	const note = await makeReply(course, lesson.threadId, learner, {
		body: "两个词都可以用。",
	});
	const pinned = { ...note, threadId: lesson.threadId };
	await makeNote(course, pinned, instructor, { blockId: block?.id });
	return { lesson, thread, note };
}

describe("a share image", () => {
	it("is found by the address that each page gives, and may be kept for ever", async () => {
		const { lesson, thread, note } = await makeAll();
		const [term] = await sql<{ id: number }>`
			INSERT INTO terms (course_id, source, renderings) VALUES (${cast.course.id}, 'emergence', '{涌现,突现}') RETURNING id`;
		const images = await Promise.all([
			imageAt(homePage, { path: "/" }),
			imageAt(coursePage, inCourse()),
			imageAt(lessonPage, atLesson(lesson.number)),
			imageAt(threadPage, atThread(thread.number)),
			imageAt(threadPage, atThread(1, `?about=${note.id}`)),
			imageAt(glossaryPage, inCourse(`/glossary?about=${term?.id}`)),
		]);
		expect(images.map(({ alt }) => alt)).toEqual([
			"研讨",
			"课程 · 课程",
			"课程 · 第 1 课 · 涌现",
			"课程 · 话题 · 一个问题",
			"课程 · 批注 · 答疑 · 涌现",
			"课程 · 术语 · 涌现",
		]);
		for (const { path, head } of images) {
			expect(head).toContain(
				'name="twitter:card" content="summary_large_image"',
			);
			expect(head).toContain('property="og:image:width" content="1200"');
			const { status, kept, bytes } = await picture(path);
			expect({ path, status, kept }).toEqual({
				...{ path, status: 200, kept: FOR_EVER },
			});
			expect(bytes).toBeGreaterThan(5000);
		}
	});

	it("has a new address when its counts change; the old one gives the new picture for a while", async () => {
		const { course, learner } = cast;
		const { id, number } = await makeThread(course, learner);
		const before = await imageAt(threadPage, atThread(number));
		await makeReply(course, id, learner);
		const after = await imageAt(threadPage, atThread(number));
		expect(after.path).not.toBe(before.path);
		const [old, current] = [
			await picture(before.path),
			await picture(after.path),
		];
		expect(old.tag).toBe(current.tag);
		expect(old.kept).toBe("public, max-age=300");
		const again = await picture(after.path, {
			"If-None-Match": `${current.tag}`,
		});
		expect(again).toMatchObject({ status: 304, bytes: 0 });
	});

	it("of what is private, hidden or not there is the course's", async () => {
		const { course, learner } = cast;
		const asked = await makeThread(course, learner, {
			...{ kind: "question", title: "秘密的题目", isPrivate: true },
		});
		const reply = await makeReply(course, asked.id, learner);
		const held = await makeThread(course, learner, { title: "秘密的讨论" });
		await sql`UPDATE threads SET visibility = 'held', hidden_at = now() WHERE id = ${held.id}`;
		const { tag } = await picture("/courses/course/card.png?in=zh");
		for (const key of [
			`thread-${asked.number}`,
			`reply-${reply.id}`,
			`thread-${held.number}`,
			"thread-99",
			"lesson-99",
			"term-99",
			"toString-1",
			"",
		]) {
			const path = `/courses/course/card.png?in=zh&of=${key}`;
			expect({ key, tag: (await picture(path)).tag }).toEqual({ key, tag });
		}
	});

	it("of a course that is not shown is the site's", async () => {
		const { course, instructor } = cast;
		const { lesson } = await makeAll();
		const { tag } = await picture("/card.png?in=zh");
		await publishCourse(course, "hide", { by: instructor });
		for (const of of ["", `lesson-${lesson.number}`]) {
			const path = `/courses/course/card.png?in=zh&of=${of}`;
			expect((await picture(path)).tag).toBe(tag);
		}
	});

	it("of an anonymous question names nobody, and each language has its own", async () => {
		const { course, learner } = cast;
		const { number } = await makeThread(course, learner, {
			...{ kind: "question", isAnonymous: true },
		});
		const { alt, path } = await imageAt(threadPage, atThread(number));
		expect(alt).not.toContain(learner.name);
		const tags = await Promise.all(
			Object.keys(LOCALE).map(
				async (language) =>
					(await picture(path.replace(/in=\w+/, `in=${language}`))).tag,
			),
		);
		expect(new Set(tags).size).toBe(2);
	});
});

describe("a permalink", () => {
	it("tells other sites which reply it is about, as they send no fragment; browsers need not be told", async () => {
		const { course, learner } = cast;
		const { id, number } = await makeThread(course, learner);
		const reply = await makeReply(course, id, learner, {
			body: "这一句就是它的开头。",
		});
		const args = await argsOf({ by: null, ...atReply(reply.id) });
		args.request.headers.delete("Sec-Fetch-Mode");
		const robot = (await permalink(args)).headers.get("Location") ?? "";
		expect(robot).toBe(
			`/courses/course/threads/${number}?about=${reply.id}#reply-${reply.id}`,
		);
		args.request.headers.set("Sec-Fetch-Mode", "navigate");
		expect((await permalink(args)).headers.get("Location")).toBe(
			`/courses/course/threads/${number}#reply-${reply.id}`,
		);
		const query = robot.slice(robot.indexOf("?"), robot.indexOf("#"));
		const { head } = await imageAt(threadPage, atThread(number, query));
		expect(head).toContain('name="description" content="这一句就是它的开头。"');
		expect(head).toContain(`reply-${reply.id}&amp;in=zh`);
	});

	it("says nothing about a reply that was removed", async () => {
		const { course, learner } = cast;
		const { id, number } = await makeThread(course, learner);
		const reply = await makeReply(course, id, learner, { body: "说错的话。" });
		await makeReply(course, id, learner, { parentId: reply.id });
		await sql`UPDATE replies SET visibility = 'removed', hidden_at = now() WHERE id = ${reply.id}`;
		const at = atThread(number, `?about=${reply.id}`);
		const { head } = await imageAt(threadPage, at);
		expect(head).not.toMatch(/说错的话|of=reply/);
	});
});
