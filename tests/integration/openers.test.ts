import { beforeEach, describe, expect, it } from "vitest";
import * as editRoute from "#app/routes/threads/edit.tsx";
import * as history from "#app/routes/threads/history.tsx";
import { lockThread, removeThread } from "#app/threads/commands.server.ts";
import { makeThread, type Person, useCast } from "#tests/support/cast.ts";
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

	it("refuses an edit with both texts where another came first", async () => {
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

	it("refuses an edit, text kept, where it was locked meanwhile", async () => {
		await lockThread({ id: 1 }, { course: cast.course, locked: true });
		expect(await edit(cast.learner, { version: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "threadLocked", values: { body: "新文。" } },
		});
	});

	it("refuses an edit, text kept, where it was removed meanwhile", async () => {
		const thread = { id: 1, authorId: cast.learner.id };
		await removeThread(thread, { by: cast.assistant, course: cast.course });
		expect(await edit(cast.learner, { version: "1" })).toMatchObject({
			status: 409,
			data: { refusal: "threadRemoved", values: { body: "新文。" } },
		});
	});

	it("is its author's alone", async () => {
		for (const by of [cast.other, cast.instructor])
			expect(await edit(by, { version: "1" })).toMatchObject({ status: 403 });
	});
});
