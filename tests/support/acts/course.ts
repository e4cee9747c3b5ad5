import {
	addTerm,
	removeTerm,
	restoreTerm,
} from "#app/glossary/commands.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { undoImport } from "#app/imports/undo.server.ts";
import { createLesson, editLesson } from "#app/lessons/commands.server.ts";
import { orderLessons } from "#app/lessons/order.server.ts";
import { findLessonSource } from "#app/lessons/queries.server.ts";
import { nameOwner, nameRole } from "#app/members/commands.server.ts";
import { readNotifications } from "#app/notifications/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { type Act, someone } from "#tests/support/acts/act.ts";
import {
	COMMENTS,
	lessonDocument,
	sourceOf,
} from "#tests/support/documents.ts";

const words = ["涌现", "突现", "浮现", "emergence"];

export const COURSE_ACTS: Record<string, Act> = {
	read: (seen, chance) => readNotifications(chance.one(seen.people).id),
	name: (seen, chance, course) =>
		nameRole(chance.one(seen.people).handle, {
			...{ by: null, course },
			role: chance.one(["learner", "assistant", "instructor"]),
		}),
	own: async (seen, chance) => {
		if (chance.below(4) === 0) await nameOwner(chance.one(seen.people).handle);
	},
	newLesson: async (_, chance, course) => {
		const lesson = { title: "一课", source: "一段。", questions: ["为什么？"] };
		if (chance.below(4) === 0) await createLesson(lesson, { by: null, course });
	},
	editLesson: async (seen, chance, course) => {
		const lesson = chance.one(seen.lessons);
		const now = await findLessonSource(lesson.id);
		const source = `${now.source}\n\n又一段 ${chance.below(100)}。`;
		await editLesson(lesson, { ...now, source }, { by: null, course });
	},
	order: (seen, chance, course) => {
		const numbers = seen.lessons.map(({ number }) => number);
		if (chance.below(2)) numbers.reverse();
		return orderLessons(numbers, someone(seen, chance, course));
	},
	import: (seen, chance) => {
		const documents = ["采样", "规模"].map((title, n) =>
			sourceOf(
				lessonDocument({
					title: `0${n + 1} | ${title}`,
					comments: COMMENTS.slice(0, chance.below(4)),
				}),
				`${n}.txt`,
			),
		);
		if (chance.below(2)) documents.reverse();
		const instructorId = chance.below(2)
			? chance.one(seen.people).id
			: undefined;
		return importLessons(documents, {
			...{ slug: "course", byId: null, instructorId },
			dryRun: chance.below(3) === 0,
		});
	},
	undo: async (seen, chance, course) => {
		const [last] = await sql<{ id: number }>`
			SELECT id FROM imports WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1`;
		if (last) await undoImport(last, someone(seen, chance, course));
	},
	addTerm: (seen, chance, course) => {
		const [source, ...renderings] = [chance.one(words), chance.one(words)];
		const by = chance.one(seen.people);
		return addTerm({ by, course, words: { source, renderings, meaning: "" } });
	},
	removeTerm: async (seen, chance, course) => {
		if (seen.terms.length > 0)
			await removeTerm(chance.one(seen.terms), someone(seen, chance, course));
	},
	restoreTerm: async (seen, chance, course) => {
		if (seen.terms.length > 0)
			await restoreTerm(chance.one(seen.terms), someone(seen, chance, course));
	},
};
