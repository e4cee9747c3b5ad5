import { expect, it } from "vitest";
import { listHanging } from "#app/lessons/hanging.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { useCast } from "#tests/support/cast.ts";
import { makeNoteToCheck, PARAGRAPHS } from "#tests/support/notes.ts";

const cast = useCast();

it("a note at a paragraph that an edit changes is named with its formulas", async () => {
	const { lesson } = await makeNoteToCheck(cast);
	await sql`UPDATE pins SET short_form = '看 $N$ 吧' WHERE lesson_id = ${lesson.id}`;
	const next = PARAGRAPHS.replace("说涌现", "讲别的")
		.split("\n\n")
		.map((source) => ({ source }));
	const [note] = await listHanging("course", lesson.id, next);
	expect(note?.name).toBe("看 $N$ 吧");
	expect(note?.nameHtml).toMatch(/^看 <math>.*<\/math> 吧$/s);
});
