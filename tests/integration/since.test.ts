import { beforeEach, describe, expect, it } from "vitest";
import { addTerm } from "#app/glossary/commands.server.ts";
import {
	lookedThrough,
	lookThrough,
} from "#app/glossary/lesson-terms.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as progressPage from "#app/routes/lessons/progress.tsx";
import * as sincePage from "#app/routes/lessons/since.tsx";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	type Person,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { courseAs } from "#tests/support/pages.ts";
import { ask, atLesson, inCourse, load } from "#tests/support/requests.ts";

const cast = useCast();
let lesson: Lesson;

const FIRST = "一段开头。\n\n模型会突现出新的能力。\n\n收尾。";

const read = (by: Person) =>
	ask(progressPage.action, {
		by,
		...atLesson(lesson.number, "/progress"),
		form: { read: "true" },
		context: { isDocument: false },
	});

beforeEach(async () => {
	lesson = await makeLesson(cast.course, { source: FIRST, questions: [] });
	await read(cast.learner);
});

const since = async (by: Person) => {
	const { lessons } = await load(sincePage.loader, {
		by,
		...inCourse("/since"),
	});
	return lessons.flatMap(({ changes }) => changes);
};

/** The number that the course's page says. */
const countFor = async (by: Person) =>
	Number(/\d+/.exec((await courseAs(by)).changes ?? "")?.[0] ?? 0);

async function note(body = "译作涌现更好。", shortForm = "") {
	const [, block] = await blocksOf(lesson);
	const reply = await makeReply(cast.course, lesson.threadId, cast.other, {
		body,
	});
	const place = { ...reply, threadId: lesson.threadId };
	await makeNote(cast.course, place, cast.instructor, {
		blockId: block?.id ?? null,
		shortForm,
	});
}

describe("since one read a lesson", () => {
	it("nothing has changed at first", async () => {
		expect(await since(cast.learner)).toEqual([]);
		expect(await countFor(cast.learner)).toBe(0);
	});

	it("a note's short form is text, with its formulas", async () => {
		await note(undefined, "<math><i onclick=x>甲</i></math>，即 $a<b$");
		const [change] = await since(cast.learner);
		expect(change?.html).toContain("&lt;math&gt;&lt;i onclick=x&gt;甲");
		expect(change?.html).toMatch(/<math><semantics>/);
	});

	it("there are new notes", async () => {
		await note();
		const [change, ...others] = await since(cast.learner);
		expect(others).toEqual([]);
		expect(change).toMatchObject({ kind: "note", html: "译作涌现更好。" });
		expect(await countFor(cast.learner)).toBe(1);
	});

	it("corrected paragraphs are told word by word, and new ones whole", async () => {
		await rewriteLesson(
			cast.course,
			lesson,
			"一段开头。\n\n模型会涌现出新的能力。\n\n收尾。\n\n再添一段。",
		);
		const changes = await since(cast.learner);
		expect(changes.map(({ kind }) => kind)).toEqual(["block", "block"]);
		const said = (is: string) =>
			changes[0]?.changes
				?.filter((part) => part.is === is)
				.map(({ html }) => html)
				.join("");
		expect(said("gone")).toBe("突现");
		expect(said("new")).toBe("涌现");
		expect(changes[1]).toMatchObject({ html: "再添一段。", changes: null });
		expect(await countFor(cast.learner)).toBe(2);
	});

	it("what one asked, or wanted to know too, was answered", async () => {
		const question = (by: Person, title: string) =>
			makeThread(cast.course, by, {
				...{ kind: "question", title, lessonId: lesson.id },
			});
		const own = await question(cast.learner, "我问的");
		const wondered = await question(cast.other, "别人问的");
		const another = await question(cast.other, "与我无关的");
		await sql`INSERT INTO thread_votes (thread_id, voter_id) VALUES (${wondered.id}, ${cast.learner.id})`;
		await makeReply(cast.course, own.id, cast.other);
		expect(await since(cast.learner)).toEqual([]);
		for (const { id } of [own, wondered, another])
			await makeReply(cast.course, id, cast.assistant);
		const changes = await since(cast.learner);
		expect(changes.map(({ html }) => html)).toEqual(["我问的", "别人问的"]);
	});

	it("newly preferred terms of the lesson are named, others not", async () => {
		const term = (source: string, renderings: string[]) =>
			addTerm({
				by: cast.instructor,
				course: cast.course,
				words: { source, renderings, meaning: "" },
			});
		await term("emergence", ["突现"]);
		await term("attention", ["注意力"]);
		// Another test's page may have begun one without these terms.
		await lookedThrough();
		await lookThrough(cast.course);
		const changes = await since(cast.learner);
		expect(changes).toMatchObject([{ kind: "term", html: "emergence 突现" }]);
	});

	it("is told until one says that it was seen, and begins again", async () => {
		await note();
		await read(cast.learner);
		expect(await since(cast.learner)).toEqual([]);
		await note("第二条。");
		expect(await countFor(cast.learner)).toBe(1);
	});

	it("is told of read lessons alone, and to their reader alone", async () => {
		await note();
		for (const by of [cast.other, cast.assistant])
			expect(await since(by)).toEqual([]);
		const { status } = await ask(sincePage.loader, {
			...{ by: null, ...inCourse("/since") },
		});
		expect(status).toBe(302);
	});

	it("says nothing of a lesson that is no longer shown", async () => {
		await note();
		await sql`UPDATE lessons SET state = 'hidden' WHERE id = ${lesson.id}`;
		expect(await since(cast.learner)).toEqual([]);
	});
});
