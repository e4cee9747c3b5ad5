import { describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { QUESTIONS_PER_PAGE } from "#app/questions/lists.server.ts";
import { questions as words } from "#app/words/zh/questions.ts";
import { makeLesson, type Person, useCast } from "#tests/support/cast.ts";
import { questionsAs } from "#tests/support/pages.ts";

const cast = useCast();

/** Makes `count` questions with few different votes and times; every tenth is private, every third the learner's. */
const fillQuestions = (count: number, lessonId: number | null = null) => sql`
	INSERT INTO threads (course_id, number, kind, lesson_id, title, author_id, is_private, vote_count, created_at)
	SELECT ${cast.course.id}, 1000 + i, 'question', ${lessonId}, 'A question',
		CASE WHEN i % 3 = 0 THEN ${cast.learner.id} ELSE ${cast.other.id} END::int, i % 10 = 0, i % 4,
		timestamptz '2026-01-01' + (i % 7) * interval '1 day'
	FROM generate_series(1, ${count}::int) i`;

/** The numbers on all pages, in order. */
async function numbersOf(by: Person | null, query = ""): Promise<number[]> {
	const numbers: number[] = [];
	let after: string | null = null;
	do {
		const next: string = after ? `&after=${after}` : "";
		const page = await questionsAs(by, `?${query}${next}`);
		expect(page.questions.length).toBeLessThanOrEqual(QUESTIONS_PER_PAGE);
		expect(page.isFirst).toBe(after === null);
		numbers.push(...page.questions.map(({ number }) => number));
		after = page.next;
	} while (after);
	return numbers;
}

/** The same, computed without the application. */
async function expected(by: Person | null, isStaff = false) {
	const rows = await sql<{ number: number }>`
		SELECT number FROM threads WHERE kind = 'question' AND (NOT is_private OR ${isStaff} OR author_id = ${by?.id ?? null})
		ORDER BY vote_count DESC, created_at, number`;
	return rows.map(({ number }) => number);
}

describe("the pages of the list of questions", () => {
	it('list every question the viewer may see once, most "me too" first', async () => {
		await fillQuestions(100);
		for (const by of [null, cast.learner, cast.instructor])
			expect(await numbersOf(by)).toEqual(
				await expected(by, by === cast.instructor),
			);
		expect(await numbersOf(null)).toHaveLength(90);
	});

	it("list every question once by lesson and place in the text, on request", async () => {
		const lessons = [];
		for (const title of ["后建先读", "另一课"])
			lessons.push(
				await makeLesson(cast.course, {
					title,
					source: Array.from({ length: 5 }, (_, i) => `第 ${i} 段。`).join(
						"\n\n",
					),
				}),
			);
		await fillQuestions(100);
		await sql`UPDATE threads SET lesson_id = ${lessons[0]?.id} WHERE kind = 'question' AND number % 4 > 1`;
		await sql`UPDATE threads SET lesson_id = ${lessons[1]?.id} WHERE kind = 'question' AND number % 4 = 1`;
		await sql`
			INSERT INTO anchors (thread_id, lesson_id, block_id, revision, start, quote, before, after)
			SELECT t.id, t.lesson_id, b.id, 1, t.number % 2, '段', '', '' FROM threads t CROSS JOIN LATERAL (
				SELECT id FROM blocks WHERE lesson_id = t.lesson_id ORDER BY id OFFSET 4 - t.number % 3 LIMIT 1
			) b WHERE kind = 'question' AND number % 5 > 0`;
		await sql`UPDATE lessons SET position = 100 - position, place = 3 - place`;
		const rows = await sql<{
			number: number;
			author: number;
			isPrivate: boolean;
		}>`
			SELECT t.number, t.author_id AS author, t.is_private AS "isPrivate" FROM threads t LEFT JOIN lessons l ON l.id = t.lesson_id
			LEFT JOIN anchors a ON a.thread_id = t.id LEFT JOIN blocks b ON b.id = a.block_id WHERE t.kind = 'question'
			ORDER BY l.place NULLS LAST, b.position NULLS LAST, a.start, t.number`;
		const inPlace = (may: (row: (typeof rows)[number]) => boolean) =>
			rows.filter(may).map(({ number }) => number);
		const isOwn = ({ author }: { author: number }) =>
			author === cast.learner.id;
		const order = "order=place";
		expect(await numbersOf(cast.instructor, order)).toEqual(
			inPlace(() => true),
		);
		expect(await numbersOf(null, order)).toEqual(
			inPlace(({ isPrivate }) => !isPrivate),
		);
		expect(await numbersOf(cast.learner, order)).toEqual(
			inPlace((row) => !row.isPrivate || isOwn(row)),
		);
		expect(await numbersOf(cast.learner, `filter=mine&${order}`)).toEqual(
			inPlace(isOwn),
		);
		const other = `lesson=${lessons[1]?.number}&${order}`;
		const inOther = await numbersOf(cast.instructor, other);
		expect(inOther).toEqual(inPlace(() => true).slice(0, inOther.length));
		expect(inOther).toHaveLength(25);
	});

	it("keep the filters", async () => {
		const lesson = await makeLesson(cast.course);
		await fillQuestions(100, lesson.id);
		const query = `filter=waiting&lesson=${lesson.number}`;
		expect(await numbersOf(null, query)).toEqual(await expected(null));
		expect(await numbersOf(null, "filter=follow_up")).toEqual([]);
		expect(await numbersOf(cast.learner, "filter=mine")).toHaveLength(33);
	});

	it("go on at the same place, whatever gets votes meanwhile", async () => {
		await fillQuestions(50);
		const first = await questionsAs(cast.instructor);
		await sql`UPDATE threads SET vote_count = 100 WHERE number = ${first.questions[0]?.number}`;
		const second = await questionsAs(cast.instructor, `?after=${first.next}`);
		const seen = [...first.questions, ...second.questions];
		expect(new Set(seen.map(({ number }) => number)).size).toBe(50);
	});

	it.each(["x", "-1_0_0", "1_2", "9999999999_1_1"])(
		"begin at the first question after %s",
		async (after) => {
			await fillQuestions(3);
			expect(await questionsAs(null, `?after=${after}`)).toMatchObject({
				isFirst: true,
				questions: [{}, {}, {}],
			});
			expect(
				await questionsAs(null, `?order=place&after=${after}`),
			).toMatchObject({ isFirst: true, questions: [{}, {}, {}] });
		},
	);

	it("stop counting at the number they show", async () => {
		await fillQuestions(1112);
		const { count } = await questionsAs(null);
		expect(count).toBe(1000);
		expect(words.count(count)).toBe("共 999+ 个");
		expect((await questionsAs(cast.learner, "?filter=mine")).count).toBe(370);
	});
});
