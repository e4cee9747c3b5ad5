import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as edit from "#app/routes/saved-replies/edit.tsx";
import * as list from "#app/routes/saved-replies/index.tsx";
import * as add from "#app/routes/saved-replies/new.tsx";
import * as offered from "#app/routes/saved-replies/offered.ts";
import * as removal from "#app/routes/saved-replies/removal.tsx";
import type { Offered } from "#app/saved-replies/queries.server.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import { ask, load } from "#tests/support/requests.ts";

const PATH = "/courses/course/saved-replies";

const cast = useCast();

type Route = { action: Parameters<typeof ask>[0] };

const send = (
	route: Route,
	path: string,
	form: Record<string, string>,
	by: Person | null = cast.assistant,
) =>
	ask<{ errors: object; refusal: string }>(route.action, {
		by,
		path: PATH + path,
		params: { course: "course", id: /\d+/.exec(path)?.[0] ?? "" },
		form,
	});

const save = (title: string, body: string) =>
	send(add, "/new", { title, body });

const all = async () =>
	(
		await load(list.loader, {
			by: cast.instructor,
			path: PATH,
			params: { course: "course" },
		})
	).saved;

const offeredIn = async (number: number, parent: number | "" = "") =>
	(
		await ask<{ offered: Offered[] }>(offered.loader, {
			by: cast.instructor,
			path: `${PATH}/offered?thread=${number}&parent=${parent}`,
			params: { course: "course" },
		})
	).data.offered.map(({ text }) => text);

describe("saved replies", () => {
	it("belong to the course, are listed by title, and are stored once", async () => {
		await save("再见", "再见。");
		await save("Hello", "Hello.");
		expect(await save("Hello", "Hello.")).toMatchObject({
			status: 302,
			location: PATH,
		});
		expect(await all()).toMatchObject([
			{ title: "Hello", source: "Hello.", by: cast.assistant.name },
			{ title: "再见" },
		]);
	});

	it("have a title of 1 to 60 characters and a text", async () => {
		for (const [form, errors] of [
			[{ title: "", body: "x" }, { title: "titleEmpty" }],
			[
				{ title: "字".repeat(61), body: "x" },
				{ title: ["savedTitleLong", 60] },
			],
			[{ title: "x", body: " " }, { body: "bodyEmpty" }],
		] as const)
			expect(await send(add, "/new", form)).toMatchObject({
				status: 422,
				data: { errors },
			});
		expect(await all()).toEqual([]);
	});

	it("contain no unknown placeholder, but keep braces in formulas and code", async () => {
		for (const body of ["{姓名}，你好。", "Hello {Name}", "｛name｝，好"])
			expect(await save("x", body)).toMatchObject({
				status: 422,
				data: { errors: { body: "placeholderUnknown" }, values: { body } },
			});
		expect(await all()).toEqual([]);
		await save("x", "{name}，$\\frac{a}{b}$ 与 `{b}` 和 {1}。");
		expect(await all()).toHaveLength(1);
	});

	it("are edited, unless somebody else did in the meantime", async () => {
		await save("问好", "你好。");
		const change = (body: string) =>
			send(edit, "/1/edit", { title: "问好", body, version: "1" });
		expect(await change("您好。")).toMatchObject({ status: 302 });
		expect(await change("您好。")).toMatchObject({ status: 302 });
		expect(await change("大家好。")).toMatchObject({
			status: 409,
			data: {
				refusal: "staleEdit",
				details: { theirs: "问好\n\n您好。", version: 2 },
			},
		});
		expect(await all()).toMatchObject([{ source: "您好。", version: 2 }]);
	});

	it("leave the list when removed, and can be restored", async () => {
		await save("问好", "你好。");
		for (const removed of ["true", "true", "false"]) {
			const { status } = await send(removal, "/1/removal", { removed });
			expect(status).toBe(303);
			expect(await all()).toHaveLength(removed === "true" ? 0 : 1);
		}
		expect(await sql`SELECT 1 FROM saved_replies`).toHaveLength(1);
	});

	it("are for staff", async () => {
		await save("问好", "你好。");
		const { number } = await makeThread(cast.course, cast.learner);
		const form = { title: "x", body: "x", version: "1", removed: "true" };
		for (const by of [null, cast.learner]) {
			const kept = by ? [403] : [302, 401];
			for (const [route, path] of [
				[list, ""],
				[add, "/new"],
				[edit, "/1/edit"],
				[offered, `/offered?thread=${number}`],
			] as const) {
				const params = { course: "course", id: "1" };
				const asked = { by, path: PATH + path, params };
				expect(kept).toContain((await ask(route.loader, asked)).status);
			}
			for (const [route, path] of [
				[add, "/new"],
				[edit, "/1/edit"],
				[removal, "/1/removal"],
			] as const)
				expect(kept).toContain((await send(route, path, form, by)).status);
		}
		expect(await all()).toMatchObject([{ title: "问好", version: 1 }]);
	});

	it("of another course are not found", async () => {
		await save("问好", "你好。");
		await sql`INSERT INTO courses (slug, title) VALUES ('other', 'Other')`;
		await sql`UPDATE saved_replies SET course_id = (SELECT id FROM courses WHERE slug = 'other')`;
		expect(await all()).toEqual([]);
		const form = { title: "x", body: "x", version: "1" };
		expect(await send(edit, "/1/edit", form)).toMatchObject({ status: 404 });
	});
});

describe("a saved reply in a form", () => {
	beforeEach(async () => {
		await save("问好", "{name}，你好。见{lesson}，{name}。`{other}`");
	});

	it("names the person it answers, and the lesson", async () => {
		const lesson = await makeLesson(cast.course);
		const { course, learner, other } = cast;
		const { id, number } = await makeThread(course, learner, {
			kind: "question",
			lessonId: lesson.id,
		});
		const reply = await makeReply(course, id, other);
		const text = (name: string) =>
			`${name}，你好。见第 ${lesson.number} 课，${name}。\`{other}\``;
		expect(await offeredIn(number)).toEqual([text(learner.name)]);
		expect(await offeredIn(number, reply.id)).toEqual([text(other.name)]);
		expect(await offeredIn(lesson.threadNumber)).toEqual([text("同学")]);
	});

	it("does not name an anonymous asker, or anybody in another thread", async () => {
		const { course, learner, other } = cast;
		const { id, number } = await makeThread(course, learner, {
			kind: "question",
			isAnonymous: true,
		});
		const own = await makeReply(course, id, learner);
		const others = await makeReply(course, id, other);
		const elsewhere = await makeThread(course, other);
		const far = await makeReply(course, elsewhere.id, other);
		const unnamed = ["同学，你好。见这门课，同学。`{other}`"];
		expect(await offeredIn(number)).toEqual(unnamed);
		expect(await offeredIn(number, own.id)).toEqual(unnamed);
		expect(await offeredIn(number, far.id)).toEqual(unnamed);
		expect(await offeredIn(number, others.id)).toEqual([
			unnamed[0]?.replaceAll("同学", other.name),
		]);
	});
});
