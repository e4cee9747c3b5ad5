import pg from "pg";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
	addTerm,
	editTerm,
	removeTerm,
	restoreTerm,
} from "#app/glossary/commands.server.ts";
import {
	BATCH,
	lookedThrough,
	stopLooking,
} from "#app/glossary/lesson-terms.server.ts";
import { LESSONS_SHOWN } from "#app/glossary/limits.ts";
import {
	changesSent,
	generationNow,
	isUnchanged,
} from "#app/platform/postgres/changes.server.ts";
import { sql, transaction } from "#app/platform/postgres/db.server.ts";
import { renderAgainTask } from "#app/server/render-again.ts";
import { type Lesson, makeLesson, rewriteLesson } from "#tests/support/cast.ts";
import { termsAs } from "#tests/support/glossary.ts";
import { runAtStart } from "#tests/support/jobs.ts";
import { useTerms, visit } from "#tests/support/occurrences.ts";

const { cast, given, makeLessons } = useTerms();

const MANY = 3 * BATCH + 1;

/** Statements sent during `work`. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
	const sent = vi.spyOn(pg.Client.prototype, "query");
	try {
		await work();
		const calls: unknown[][] = sent.mock.calls;
		return calls.map(([given]) =>
			typeof given === "string" ? given : (given as { text: string }).text,
		);
	} finally {
		sent.mockRestore();
	}
}

/** Whether a view receives the lessons with their terms. */
async function isSentLessons(): Promise<boolean> {
	const sent = vi.spyOn(pg.Client.prototype, "query");
	try {
		await visit();
		const answers = sent.mock.settledResults.map(({ value }) => value?.rows);
		return JSON.stringify(answers).includes("termIds");
	} finally {
		sent.mockRestore();
	}
}

/** How many lessons are searched during `work`. */
async function lookedThroughBy(work: () => Promise<unknown>): Promise<number> {
	const rows = () => sql<{ id: number; xmin: string }>`
		SELECT lesson_id AS id, xmin::text FROM lesson_terms`;
	const had = new Map((await rows()).map(({ id, xmin }) => [id, xmin]));
	await work();
	return (await rows()).filter(({ id, xmin }) => had.get(id) !== xmin).length;
}

describe("the lessons of a glossary's terms, in a short course", () => {
	let lessons: Lesson[];

	beforeEach(async () => {
		lessons = [];
		for (const source of ["涌现与相变", "相变", "词表"])
			lessons.push(await makeLesson(cast.course, { source }));
		await addTerm(given("emergence", "涌现"));
		await addTerm(given("phase transition", "相变"));
	});

	it("are searched once, even by concurrent views, and no text is read again", async () => {
		expect(
			await lookedThroughBy(() =>
				Promise.all(Array.from({ length: 6 }, visit)),
			),
		).toBe(3);
		await changesSent();
		const sent = await statementsOf(visit);
		expect(sent.filter((text) => /\bhtml\b/.test(text))).toEqual([]);
		expect(sent.length).toBeLessThanOrEqual(3);
		expect(await lookedThroughBy(visit)).toBe(0);
	});

	it("are current right after a change of a term", async () => {
		await visit();
		await addTerm(given("vocabulary", "词表"));
		expect(await visit()).toEqual({
			counts: { 1: 1, 2: 2, 3: 1 },
			isUnderway: false,
		});
		await removeTerm({ id: 2 }, { by: cast.instructor, course: cast.course });
		expect((await visit()).counts).toEqual({ 1: 1, 3: 1 });
		await restoreTerm({ id: 2 }, { by: cast.instructor, course: cast.course });
		expect((await visit()).counts).toEqual({ 1: 1, 2: 2, 3: 1 });
	});

	it("are current after a word was rewritten in capitals", async () => {
		const [first] = lessons;
		if (first) await rewriteLesson(cast.course, first, "put it in the rag");
		await addTerm(given("rag", "检索增强"));
		expect((await visit()).counts).toMatchObject({ 3: 1 });
		await editTerm({ id: 3 }, { ...given("RAG", "检索增强"), version: 1 });
		expect((await visit()).counts).toMatchObject({ 3: 0 });
	});

	it("are not searched again if only a term's meaning changes", async () => {
		await visit();
		const changed = given("emergence", "涌现");
		changed.words.meaning = "整体有的。";
		await editTerm({ id: 1 }, { ...changed, version: 1 });
		expect(await lookedThroughBy(visit)).toBe(0);
	});

	it("are searched only in a lesson that changed", async () => {
		await visit();
		const [, second] = lessons;
		if (second) await rewriteLesson(cast.course, second, "涌现");
		expect(await lookedThroughBy(visit)).toBe(1);
		expect(await visit()).toEqual({
			counts: { 1: 2, 2: 1 },
			isUnderway: false,
		});
	});

	it("are sent once, until they change", async () => {
		expect(await isSentLessons()).toBe(true);
		expect(await isSentLessons()).toBe(false);
		await sql`UPDATE lessons SET title = 'Another' WHERE id = ${lessons[0]?.id}`;
		expect(await isSentLessons()).toBe(true);
		expect((await termsAs(null))[0]?.lessons[0]?.title).toBe("Another");
		await sql`UPDATE lesson_terms SET term_ids = '[]' WHERE lesson_id = ${lessons[0]?.id}`;
		expect(await isSentLessons()).toBe(true);
		expect((await visit()).counts).toEqual({ 1: 0, 2: 1 });
	});

	it("are searched again in a lesson that was rendered again", async () => {
		await visit();
		await sql`UPDATE blocks SET renderer = 0 WHERE lesson_id = ${lessons[0]?.id}`;
		await runAtStart(renderAgainTask);
		expect(await lookedThroughBy(visit)).toBe(1);
	});

	it("are named up to a limit, and counted", async () => {
		await makeLessons(LESSONS_SHOWN, "又是相变");
		await visit();
		await lookedThrough();
		const [, term] = await termsAs(null);
		expect(term?.lessons.map(({ number }) => number)).toEqual([1, 2, 4]);
		expect(term?.count).toBe(LESSONS_SHOWN + 2);
	});
});

describe("the lessons of a glossary's terms, in a long course", () => {
	let lessons: Lesson[];

	beforeEach(async () => {
		lessons = await makeLessons(MANY, "涌现与相变");
		await addTerm(given("emergence", "涌现"));
		await visit();
		await lookedThrough();
	});

	/** Runs `work` while some lessons are searched and others are not yet. */
	const amid = (work: () => Promise<unknown>) =>
		transaction(async (held) => {
			await held`SELECT 1 FROM lesson_terms WHERE lesson_id = ${lessons[BATCH]?.id} FOR UPDATE`;
			expect((await visit()).isUnderway).toBe(true);
			await vi.waitFor(async () => {
				const waiting = await sql`
					SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
				expect(waiting).toHaveLength(1);
			}, 10_000);
			await work();
		});

	const ALL = { counts: { 1: MANY }, isUnderway: false };

	it("are shown as stored, with a note that they may change, until all lessons are searched", async () => {
		expect(await visit()).toEqual(ALL);
		await addTerm(given("phase transition", "相变"));
		const before = { courseId: cast.course.id, generation: generationNow() };
		const looked = await lookedThroughBy(async () => {
			const views = await Promise.all([visit(), visit(), visit()]);
			for (const { counts, isUnderway } of views)
				expect({ first: counts[1], isUnderway }).toEqual({
					first: MANY,
					isUnderway: true,
				});
			await lookedThrough();
		});
		expect(looked).toBe(MANY);
		// A page kept for visitors must not go on saying that it may change.
		expect(isUnchanged(before)).toBe(false);
		expect(await visit()).toEqual({
			counts: { 1: MANY, 2: MANY },
			isUnderway: false,
		});
	});

	it("are searched once more if a term changes meanwhile", async () => {
		await addTerm(given("phase transition", "相变"));
		await amid(() =>
			editTerm(
				{ id: 1 },
				{ ...given("emergence", "从未出现的词"), version: 1 },
			),
		);
		await lookedThrough();
		expect(await visit()).toEqual({
			counts: { 1: 0, 2: MANY },
			isUnderway: false,
		});
	});

	it("are searched in the remaining lessons after a stop", async () => {
		await addTerm(given("phase transition", "相变"));
		const kept = await lookedThroughBy(async () => {
			let stopped = Promise.resolve();
			await amid(async () => {
				stopped = stopLooking();
			});
			await stopped;
		});
		expect(kept).toBe(2 * BATCH);
		const rest = await lookedThroughBy(async () => {
			await visit();
			await lookedThrough();
		});
		expect(kept + rest).toBe(MANY);
		expect((await visit()).counts).toEqual({ 1: MANY, 2: MANY });
	});
});
