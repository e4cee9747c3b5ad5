import { beforeEach, describe, expect, it } from "vitest";
import {
	addTerm,
	editTerm,
	removeTerm,
	restoreTerm,
} from "#app/glossary/commands.server.ts";
import { BATCH, lookedThrough } from "#app/glossary/lesson-terms.server.ts";
import { termCollector } from "#app/glossary/mark-terms.ts";
import { findGlossary } from "#app/glossary/queries.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { type Lesson, rewriteLesson } from "#tests/support/cast.ts";
import { useTerms, visit } from "#tests/support/occurrences.ts";
import { makeChance } from "#tests/support/random.ts";

const { cast, given, makeLessons } = useTerms();

describe("the glossary counts the lessons that mark its terms through all kinds of changes", () => {
	const WORDS = [
		...["涌", "涌现", "涌现能力", "能力", "相变", "变", "a b", "ability"],
		...["b", "能力 ability", "R&D", "İ", "é", "2"],
	];
	const GAPS = ["", "，", " ", "\n", "、**", "$x$", "`c`", "s"];
	const chance = makeChance(17);
	const { one } = chance;
	const text = () =>
		Array.from(
			{ length: 2 + chance.below(6) },
			() => one(WORDS) + one(GAPS),
		).join("") + (chance.below(2) ? "\n\n又一段" : "。");

	let lessons: Lesson[];

	beforeEach(async () => {
		lessons = await makeLessons(BATCH + 2, text());
	});

	async function change(): Promise<void> {
		const terms = await sql<{ id: number; version: number }>`
			SELECT id, version FROM terms ORDER BY id`;
		const term = terms.length > 0 ? one(terms) : { id: 0, version: 0 };
		const words = given(one(WORDS), one(WORDS), one(WORDS));
		await one([
			() => addTerm(words),
			() => editTerm(term, { ...words, version: term.version }),
			() => removeTerm(term, { by: cast.instructor, course: cast.course }),
			() => restoreTerm(term, { by: cast.instructor, course: cast.course }),
			() => rewriteLesson(cast.course, one(lessons), text()),
			() => rewriteLesson(cast.course, one(lessons), text()),
		])();
	}

	/** The same, from the text of every lesson. */
	async function marked() {
		const glossary = await findGlossary(cast.course);
		const counts = new Map(glossary.terms.map(({ id }) => [id, 0]));
		for (const { id } of lessons) {
			const blocks = await sql<{ html: string }>`
				SELECT html FROM blocks WHERE lesson_id = ${id} AND position IS NOT NULL ORDER BY position`;
			const { ids, read } = termCollector(glossary);
			for (const { html } of blocks) read(html);
			for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
		}
		return Object.fromEntries(counts);
	}

	it("one after another, and concurrently with many views", async () => {
		for (let i = 0; i < 24; i++) {
			// Another term's word, a term that is gone: both are refused and change nothing.
			const changes = Array.from({ length: 1 + (i % 3) }, () =>
				change().catch(() => {}),
			);
			await Promise.all([...changes, visit(), visit()]);
			await visit();
			await lookedThrough();
			expect(await visit()).toEqual({
				counts: await marked(),
				isUnderway: false,
			});
		}
	});
});
