import { expect, it } from "vitest";
import type { Failure } from "#app/platform/forms/failure.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as settings from "#app/routes/accounts/settings.tsx";
import * as imports from "#app/routes/imports/new.tsx";
import * as similar from "#app/routes/questions/similar.ts";
import * as edit from "#app/routes/replies/edit.tsx";
import * as removal from "#app/routes/replies/removal.tsx";
import * as newThread from "#app/routes/threads/new.tsx";
import {
	blocksOf,
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { ask, inCourse, load, onReply } from "#tests/support/requests.ts";

/** The import's answer. */
type Imported = {
	step: string;
	failure?: Failure;
	documents: { text: string }[];
};

const cast = useCast();

/** Uses up `points` of a person's limit. */
const use = (name: string, { id }: { id: number }, points: number) =>
	sql`INSERT INTO rate_limits (key, points, expire) VALUES (${`${name}:${id}`}, ${points}, ${Date.now() + 50_000})`;

it("edits, acts, settings and lookups are limited by person, and keep their text", async () => {
	const { course, learner, other } = cast;
	const thread = await makeThread(course, other);
	const { id } = await makeReply(course, thread.id, learner);
	await use("edits", learner, 30);
	await use("acts", learner, 120);
	await use("settings", learner, 10);
	await use("lookups", learner, 120);
	const body = "改过的文字";
	const answers = [
		await onReply(edit, learner, id, { body, version: "1" }),
		await onReply(removal, learner, id, { removed: "true" }),
		await ask<Failure>(settings.action, {
			by: learner,
			path: "/settings",
			form: { name: "周同学", bio: body },
		}),
	];
	for (const { status, data, retryAfter } of answers) {
		expect(status).toBe(429);
		expect(Number(retryAfter)).toBeGreaterThan(0);
		expect(data.refusal).toBe("tooFast");
	}
	expect(answers[0]?.data.values.body).toBe(body);
	const asked = { ...inCourse("/questions/similar"), by: learner };
	expect((await ask(similar.loader, asked)).status).toBe(429);
	const others = { ...asked, by: other };
	expect((await ask(similar.loader, others)).status).toBe(200);
});

it("an import that comes too soon keeps its documents", async () => {
	const { instructor } = cast;
	await use("edits", instructor, 90);
	const text = "# 第一讲\n\n正文。";
	const { status, retryAfter, data } = await ask<Imported>(imports.action, {
		...inCourse("/import"),
		by: instructor,
		form: { text, name: "01.md", written: "markdown", dryRun: "false" },
	});
	expect(status).toBe(429);
	expect(Number(retryAfter)).toBeGreaterThan(0);
	expect(data.failure?.refusal).toBe("tooFast");
	expect(data.step).toBe("preview");
	expect(data.documents[0]?.text).toBe(text);
	expect(await sql`SELECT id FROM lessons`).toEqual([]);
});

it("a passage shows as it was chosen after too many lookups", async () => {
	const { course, learner } = cast;
	const lesson = await makeLesson(course);
	const [block] = await blocksOf(lesson);
	const query = `lesson=${lesson.number}&block=${block?.id}&start=0&quote=<一段>`;
	await use("lookups", learner, 120);
	const { passage } = await load(newThread.loader, {
		...inCourse(`/threads/new?${query}`),
		by: learner,
	});
	expect(passage).toMatchObject({
		blockId: block?.id,
		quote: "<一段>",
	});
	expect(passage).not.toHaveProperty("html");
});
