import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { listSimilar } from "#app/questions/similar.server.ts";
import * as editRoute from "#app/routes/threads/edit.tsx";
import * as history from "#app/routes/threads/history.tsx";
import * as titleRoute from "#app/routes/threads/title.tsx";
import { lockThread, removeThread } from "#app/threads/commands.server.ts";
import { makeThread, type Person, useCast } from "#tests/support/cast.ts";
import { threadAs } from "#tests/support/pages.ts";
import { atThread, load, onThread } from "#tests/support/requests.ts";

const cast = useCast();

describe("an opener", () => {
	beforeEach(() => makeThread(cast.course, cast.learner));
	const edit = (by: Person, form: Record<string, string>) =>
		onThread(editRoute, by, 1, { title: "新题", body: "新文。", ...form });

	it("keeps every wording before the present one", async () => {
		await edit(cast.learner, { version: "1" });
		await edit(cast.learner, { title: "又一题", version: "2" });
		const { wordings } = await load(history.loader, {
			by: cast.assistant,
			...atThread(1, "/history"),
		});
		expect(
			wordings.map(({ version, title, source }) => [version, title, source]),
		).toEqual([
			[3, "又一题", "新文。"],
			[2, "新题", "新文。"],
			[1, "一个话题", "说说看。"],
		]);
	});

	it("refuses an edit with both texts if another came first", async () => {
		await edit(cast.learner, { version: "1" });
		const late = { title: "后到", body: "后到的。", version: "1" };
		expect(await edit(cast.learner, late)).toMatchObject({
			status: 409,
			data: {
				refusal: "staleEdit",
				values: late,
				details: { theirs: "新题\n\n新文。", version: 2 },
			},
		});
	});

	it("refuses an edit and keeps the text if it was locked in the meantime", async () => {
		await lockThread(
			{ id: 1 },
			{ by: cast.instructor, course: cast.course, locked: true },
		);
		expect(await edit(cast.learner, { version: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "threadLocked", values: { body: "新文。" } },
		});
	});

	it("refuses an edit and keeps the text if it was removed in the meantime", async () => {
		const thread = { id: 1, authorId: cast.learner.id };
		await removeThread(thread, { by: cast.assistant, course: cast.course });
		expect(await edit(cast.learner, { version: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "threadRemoved", values: { body: "新文。" } },
		});
	});

	it("of a question may lose its text, of a topic it may not", async () => {
		await makeThread(cast.course, cast.learner, { kind: "question" });
		const emptied = { title: "只剩题目", body: " \n", version: "1" };
		expect(await edit(cast.learner, emptied)).toMatchObject({
			status: 422,
			data: { errors: { body: "bodyEmpty" } },
		});
		expect(await onThread(editRoute, cast.learner, 2, emptied)).toMatchObject({
			status: 302,
		});
		const { thread } = await threadAs(null, 2);
		expect(thread).toMatchObject({ title: "只剩题目", html: "" });
	});

	it("is edited only by its author", async () => {
		for (const by of [cast.other, cast.instructor])
			expect(await edit(by, { version: "1" })).toMatchObject({ status: 403 });
	});
});

describe("the title of a question made from an imported reply", () => {
	const retitle = (by: Person, title = "更清楚的题目") =>
		onThread(titleRoute, by, 1, { title });

	beforeEach(async () => {
		await makeThread(cast.course, cast.learner, {
			kind: "question",
			body: "原样的 *文字*",
		});
		await sql`UPDATE threads SET author_id = NULL, imported_name = '旧友', html = '<p>原样</p>'`;
	});

	it("is corrected by staff; the text stays, the old title is kept", async () => {
		expect(await retitle(cast.learner)).toMatchObject({ status: 403 });
		const { status, location } = await retitle(cast.assistant);
		expect({ status, location }).toEqual({
			status: 303,
			location: "/courses/course/threads/1",
		});
		await retitle(cast.instructor);
		const { thread } = await threadAs(cast.other, 1);
		expect(thread).toMatchObject({
			title: "更清楚的题目",
			html: "<p>原样</p>",
		});
		expect(await listSimilar(cast.course, cast.other, "更清楚")).toMatchObject([
			{ number: 1 },
		]);
		const { name, wordings } = await load(history.loader, {
			by: cast.assistant,
			...atThread(1, "/history"),
		});
		expect(name).toBe("旧友");
		expect(wordings.map(({ version, title }) => [version, title])).toEqual([
			[2, "更清楚的题目"],
			[1, "一个话题"],
		]);
	});

	it("reports a wrong title and keeps it in the form", async () => {
		expect(await retitle(cast.assistant, " ")).toMatchObject({
			status: 422,
			data: { errors: { title: "titleEmpty" } },
		});
		await removeThread(
			{ id: 1, authorId: null },
			{ by: cast.assistant, course: cast.course },
		);
		expect(await retitle(cast.assistant)).toMatchObject({
			status: 409,
			data: { refusal: "threadRemoved", values: { title: "更清楚的题目" } },
		});
	});
});
