import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as settings from "#app/routes/accounts/settings.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import * as preview from "#app/routes/preview.tsx";
import * as newReply from "#app/routes/replies/new.tsx";
import * as newThread from "#app/routes/threads/new.tsx";
import { makeThread, type Person, useCast } from "#tests/support/cast.ts";
import { sendNewLesson } from "#tests/support/lesson-forms.ts";
import { ask, load } from "#tests/support/requests.ts";

const cast = useCast();
let params: Record<string, string>;

beforeEach(async () => {
	const thread = await makeThread(cast.course, cast.other);
	params = { course: "course", number: String(thread.number) };
});

const reply = (body: string) =>
	ask<Failure>(newReply.action, {
		by: cast.learner,
		path: "/",
		params,
		form: { body, submissionId: randomUUID() },
	});

/** The latest reply. */
async function lastReply() {
	const [row] = await sql<{ source: string; html: string }>`
		SELECT source, html FROM replies ORDER BY id DESC LIMIT 1`;
	return row;
}

const long = (characters: number) => "𠮷".repeat(characters);

describe("a text of exactly the greatest length is accepted", () => {
	it.each([
		["of plane 2", long(30_000)],
		["with line ends counted as one", `${"行\r\n".repeat(14_999)}行尾`],
	])("as a reply of 30,000 characters %s", async (_, body) => {
		expect(await reply(body)).toMatchObject({ status: 303 });
		const source = (await lastReply())?.source ?? "";
		expect([...source]).toHaveLength(30_000);
		expect(source).toBe(body.replaceAll("\r\n", "\n"));
	});

	it("as a title of 200, a name of 40, a bio of 2,000", async () => {
		const [title, name, bio] = [long(200), long(40), long(2_000)];
		const by = cast.learner;
		const form = {
			...{ kind: "topic", lesson: "", body: "说说看。" },
			...{ title, submissionId: randomUUID() },
		};
		expect(
			await ask(newThread.action, { by, path: "/", params, form }),
		).toMatchObject({ status: 302 });
		expect(
			await ask(settings.action, { by, path: "/", form: { name, bio } }),
		).toMatchObject({ status: 303 });
		expect(await sql`SELECT name, bio FROM users WHERE id = ${by.id}`).toEqual([
			{ name, bio },
		]);
		expect(
			await sql`SELECT title FROM threads ORDER BY id DESC LIMIT 1`,
		).toEqual([{ title }]);
	});
});

describe("a body in an unusual form", () => {
	const post = (body: BodyInit, type?: string) =>
		ask<Failure>(
			({ request, ...args }) => {
				const headers = new Headers(request.headers);
				if (type) headers.set("Content-Type", type);
				const sent = { method: "POST", headers, body };
				return newReply.action({
					...args,
					request: new Request(request.url, sent),
				});
			},
			{ by: cast.learner, path: "/", params },
		);

	it("is stored without NUL, with LF line ends, and with whole characters", async () => {
		await post(
			`submissionId=${randomUUID()}&body=%00a%00%0D%0Ab%0Dc%ED%A0%80`,
			"application/x-www-form-urlencoded",
		);
		expect((await lastReply())?.source).toBe("a\nb\nc\ufffd\ufffd\ufffd");
	});

	it("is read from a multipart form too", async () => {
		const form = new FormData();
		form.set("submissionId", randomUUID());
		form.set("body", "分段来的");
		form.set("file", new File(["x"], "x.txt"));
		expect(await post(form)).toMatchObject({ status: 303 });
		expect((await lastReply())?.source).toBe("分段来的");
	});

	it.each([
		["application/json", '{"body":"x"}'],
		["text/plain", "body=x"],
		["multipart/form-data", "no boundary"],
		["multipart/form-data; boundary=x", "--y\r\nbroken"],
		["nonsense", "body=x"],
	])("counts as an empty form if it is %s", async (type, body) => {
		const { status, data } = await post(body, type);
		expect(status).toBe(422);
		expect(data.errors).toEqual({ body: "bodyEmpty", form: "formBroken" });
	});
});

describe("a preview", () => {
	const previewOf = async (
		form: Record<string, string>,
		by: Person = cast.instructor,
	) => {
		const { status, data } = await ask<{ ok: boolean; html?: string }>(
			preview.action,
			{
				by,
				path: "/preview",
				form,
				context: { isDocument: false },
			},
		);
		return { status, ...data };
	};

	it.each([
		"一段，**重点**，[链接](https://example.com)。",
		"行内 $E = mc^2$ 与独行\n\n$$L(N) = N^{-\\alpha}$$",
		"| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
		"```js\nconst 涌现 = 1;\n```",
		"<script>alert(1)</script> <b>不是标签</b> ![图](https://example.com/x.png)",
		"1. 一\n2. 二\n   - 三\n\n> 引用\n\n# 标题",
		"错的 $\\frac{1$ 公式",
	])("shows what will be saved: %s", async (body) => {
		const { html } = await previewOf({ body });
		expect(await reply(body)).toMatchObject({ status: 303 });
		expect(html).toBe((await lastReply())?.html);
	});

	it("of a lesson shows what the lesson will show", async () => {
		const body =
			"开头 $x$。\n\n## 一节\n\n- 甲\n- 乙\n\n$$y$$\n\n```py\nz\n```\n\n| a | b |\n| - | - |\n| 1 | 2 |";
		const { html } = await previewOf({ body, flavour: "lesson" });
		await sendNewLesson(cast.instructor, { body });
		const { blocks } = await load(lessonPage.loader, {
			by: null,
			path: "/",
			params: { course: "course", number: "1" },
			context: { isDocument: false },
		});
		expect(blocks.length).toBe(6);
		expect(blocks.map((block) => block.html).join("")).toBe(html);
	});

	it("keeps the text if it cannot be rendered, or comes too often", async () => {
		const body = "$x$ ".repeat(201);
		expect(await previewOf({ body }, cast.learner)).toMatchObject({
			status: 422,
			errors: { body: "render_formulas" },
			values: { body },
		});
		for (let i = 0; i < 59; i++) await previewOf({ body: "短" }, cast.learner);
		const late = { body: "第六十一次" };
		expect(await previewOf(late, cast.learner)).toMatchObject({
			status: 429,
			values: late,
		});
		for (let i = 0; i < 60; i++) await previewOf({ body: "短" });
		expect(await previewOf(late)).toMatchObject({ status: 200 });
	});
});

describe("a text without anything visible is refused at its field", () => {
	it.each([
		["a definition of a link", "[a]: https://example.org"],
		["spaces by name", "&nbsp; &#8203;"],
		["a formula of blanks and phantoms", "$\\phantom{x}$ $\\,\\text{ }$"],
		["invisible characters", "\u200b\u2060\ufeff"],
		["an empty list, quotation and block of code", "- \n\n> \n\n```\n```"],
	])("%s", async (_, body) => {
		const refused = { status: 422, data: { errors: { body: "bodyEmpty" } } };
		expect(await reply(body)).toMatchObject(refused);
		const by = cast.learner;
		const shown = { form: { body }, by, path: "/" };
		expect(await ask(preview.action, shown)).toMatchObject(refused);
		const form = {
			...{ kind: "topic", lesson: "", title: "说说看", body },
			submissionId: randomUUID(),
		};
		expect(
			await ask(newThread.action, { by, path: "/", params, form }),
		).toMatchObject(refused);
	});

	it("a picture's name, a formula, code and a line are visible", async () => {
		for (const body of ["![图](a.png)", "$x$", "`a`", "***"])
			expect(await reply(body)).toMatchObject({ status: 303 });
	});
});
