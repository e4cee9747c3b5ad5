import { beforeEach, describe, expect, it } from "vitest";
import { importLessons } from "#app/imports/commands.server.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { findTie } from "#app/questions/anchors.server.ts";
import {
	blocksOf,
	type Cast,
	makeCast,
	makeLesson,
} from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { sourceOf } from "#tests/support/documents.ts";

let cast: Cast;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
});

async function hiddenAndShown() {
	const { course, instructor: by } = cast;
	const hidden = await makeLesson(course, {
		title: "甲",
		source: "没有公开。",
	});
	await publishLesson(hidden, "hide", { by, course });
	const shown = await makeLesson(course, {
		title: "乙",
		source: "公开的一课。",
	});
	return { hidden, shown };
}

describe("a lesson that is not shown", () => {
	it("has no place in an import's report, and takes none from the others", async () => {
		await hiddenAndShown();
		const reports = await importLessons(
			[
				sourceOf("# 甲\n\n没有公开。", "甲.md"),
				sourceOf("# 乙\n\n公开的一课。", "乙.md"),
			],
			{ slug: "course", byId: null },
		);
		expect(reports.map(({ place }) => place)).toEqual([null, 1]);
	});

	it("is offered as such where a document may be it", async () => {
		await hiddenAndShown();
		const [report] = await importLessons(
			[{ ...sourceOf("# 丙\n\n另一课。", "丙.md"), match: "99" }],
			{ slug: "course", byId: null },
		);
		expect(report?.doubt?.lessons).toMatchObject([
			{ title: "甲", place: null },
			{ title: "乙", place: 1 },
		]);
	});

	it("ties a question to its paragraph for staff only", async () => {
		const { hidden } = await hiddenAndShown();
		const [block] = await blocksOf(hidden);
		const place = { lessonId: hidden.id, blockId: block?.id ?? 0 };
		const { learner, instructor } = cast;
		const by = (id: number, role: "instructor" | null) => ({ id, role });
		expect(await findTie(place, null, by(learner.id, null))).toBeNull();
		expect(
			await findTie(place, null, by(instructor.id, "instructor")),
		).toMatchObject(place);
	});
});
