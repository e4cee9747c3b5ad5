import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as editPage from "#app/routes/replies/edit.tsx";
import * as replies from "#app/routes/replies/new.tsx";
import * as settings from "#app/routes/threads/settings.tsx";
import { setThinking } from "#app/threads/thinking.server.ts";
import { makeReply, type Person, useCast } from "#tests/support/cast.ts";
import { threadAs } from "#tests/support/pages.ts";
import {
	type Answer,
	ask,
	atReply,
	atThread,
	load,
} from "#tests/support/requests.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

const cast = useCast();
let question: Awaited<ReturnType<typeof makeThinking>>;

beforeEach(async () => {
	question = await makeThinking(cast.course, { positions: STANDARD });
});

const state = (by: Person, position: string | null) =>
	makeReply(cast.course, question.id, by, { position });
describe("a position", () => {
	const post = (form: Record<string, string>) =>
		ask<{ errors: object }>(replies.action, {
			by: cast.learner,
			...atThread(question.number, "/replies"),
			form: { body: "我的看法。", submissionId: crypto.randomUUID(), ...form },
			context: { isDocument: false },
		});
	const stated = async () => {
		const [reply] = await sql<{ position: string | null }>`
			SELECT position FROM replies ORDER BY id DESC LIMIT 1`;
		return reply?.position;
	};

	it("is stated in the reply form, or left out", async () => {
		expect((await post({ position: "partly" })).status).toBe(200);
		expect(await stated()).toBe("partly");
		expect((await post({ position: "" })).status).toBe(200);
		expect(await stated()).toBeNull();
	});

	const refused = ({ status, data }: Answer<{ errors: object }>) => {
		expect(status).toBe(422);
		expect(data.errors).toEqual({ position: "positionUnknown" });
	};

	it("is refused if the question does not offer it", async () => {
		refused(await post({ position: "也许" }));
	});

	it("is stated only by top-level replies", async () => {
		const { id } = await state(cast.other, null);
		refused(await post({ position: "yes", parentId: String(id) }));
	});

	it("stays through an edit, and the edit can change or remove it", async () => {
		const { id } = await state(cast.learner, "yes");
		const asked = { by: cast.learner, ...atReply(id, "/edit") };
		const { text } = await load(editPage.loader, asked);
		const { position, positions } = text;
		expect([position, positions]).toEqual(["yes", [...STANDARD]]);
		const edit = (version: number, form: Record<string, string>) =>
			ask(editPage.action, {
				...asked,
				form: { body: "改过。", version: String(version), ...form },
			});
		await edit(1, { position: "yes" });
		expect(await stated()).toBe("yes");
		await edit(2, { position: "no" });
		expect(await stated()).toBe("no");
		await edit(2, { position: "" });
		expect(await stated()).toBeNull();
		const [{ version } = { version: 0 }] = await sql<{ version: number }>`
			SELECT version FROM replies WHERE id = ${id}`;
		expect(version).toBe(2);
	});

	it("survives an edit while the question asks for none", async () => {
		const { id } = await state(cast.learner, "yes");
		await setThinking(question, {
			by: cast.instructor,
			course: cast.course,
			positions: [],
			writeFirst: false,
		});
		await ask(editPage.action, {
			by: cast.learner,
			...atReply(id, "/edit"),
			form: { body: "改过。", version: "1" },
		});
		expect(await stated()).toBe("yes");
	});
});

describe("the settings of a thinking question", () => {
	const path = () => `/courses/course/threads/${question.number}/settings`;
	const send = (by: Person, form: Record<string, string>) =>
		ask<{ errors: object }>(settings.action, {
			by,
			path: path(),
			params: { course: "course", number: String(question.number) },
			form,
		});
	const now = async () => {
		const { thread } = await threadAs(null, question.number);
		return [thread.positions, thread.writeFirst];
	};

	it("are saved", async () => {
		const form = { asks: "own", positions: "更快\n更慢", writeFirst: "on" };
		const { status, location } = await send(cast.instructor, form);
		expect([status, location]).toEqual([303, path().replace("/settings", "")]);
		expect(await now()).toEqual([["更快", "更慢"], true]);
		await send(cast.instructor, { asks: "none", positions: "更快" });
		expect(await now()).toEqual([[], false]);
	});

	it("come back with a sentence if they are wrong", async () => {
		const { status, data } = await send(cast.instructor, {
			asks: "own",
			positions: "只有一种",
		});
		expect(status).toBe(422);
		expect(data.errors).toEqual({ positions: ["positionsFew", 2] });
	});

	it("are for instructors, and only on thinking questions", async () => {
		for (const by of [cast.learner, cast.assistant])
			expect((await send(by, { asks: "none" })).status).toBe(403);
		const { status } = await ask(settings.loader, {
			by: cast.instructor,
			path: "/courses/course/threads/1/settings",
			params: {
				course: "course",
				number: String(question.lesson.threadNumber),
			},
		});
		expect(status).toBe(404);
	});
});
