import {
	act,
	always,
	at,
	C,
	learner,
	newName,
	ROWS,
	staff,
	text,
	title,
} from "./act.mjs";

/** @typedef {import("./act.mjs").Act} Act */
/** @typedef {import("./act.mjs").Row} Row */
/** @typedef {import("./act.mjs").Facts} Facts */

const LESSONS = `
	SELECT l.number, l.title, l.revision AS version, r.source, (
		SELECT string_agg(title, E'\\n' ORDER BY position) FROM threads
		WHERE lesson_id = l.id AND kind = 'thinking' AND left_lesson_at IS NULL
	) AS questions FROM lessons l JOIN lesson_revisions r ON r.lesson_id = l.id AND r.number = l.revision
	WHERE l.course_id = 1 ORDER BY l.id OFFSET 3 LIMIT ${ROWS}`;
/** Two neighbours that swap places, as in the form. */
const ORDER = `
	SELECT string_agg(number::text, ',' ORDER BY position DESC, id DESC) AS numbers FROM (
		SELECT id, number, position FROM lessons WHERE course_id = 1 ORDER BY position, id OFFSET 3 LIMIT 2
	) pair`;
const TERMS = `
	SELECT id, source, renderings[1] AS rendering, version FROM terms
	WHERE course_id = 1 AND removed_at IS NULL ORDER BY id DESC LIMIT ${ROWS}`;
const REMOVED_TERMS = TERMS.replace("IS NULL", "IS NOT NULL");
const SAVED = `
	SELECT id, version FROM saved_replies WHERE course_id = 1 AND removed_at IS NULL ORDER BY id LIMIT ${ROWS}`;
const LEARNERS = `
	SELECT 'member-' || user_id AS handle FROM memberships WHERE course_id = 1 AND role = 'learner' ORDER BY user_id DESC LIMIT ${ROWS}`;
const HEAVY = `
	SELECT 'member-' || author_id AS handle FROM replies WHERE author_id IS NOT NULL GROUP BY author_id ORDER BY count(*) DESC LIMIT 1`;

/** @param {string} folder @param {string} verb */
const each = (folder, verb) => (/** @type {Row} */ row) =>
	`${C}/${folder}/${row.number ?? row.id}/${verb}`;
const owner = () => 1;
const REMOVED = always({ removed: "true" });

/** @param {Row} row @param {number} nth */
const lesson = ({ title, source, questions, version }, nth) => ({
	title,
	body: source.replace(/\n\n/, `\n\n第 ${nth} 次修改。`),
	questions: questions ?? "",
	version: String(version),
});
const newLesson = () => ({
	title: title(),
	body: `${text()}\n\n${text()}`,
	questions: "",
});
const newTerm = () => ({
	source: newName(),
	rendering: `译名${newName()}`,
	meaning: text(40),
});
/** @param {Row} row @param {number} nth */
const term = ({ source, rendering, version }, nth) => ({
	source,
	rendering,
	otherRenderings: `另${nth}`,
	meaning: text(40),
	version: String(version),
});
/** @param {Row} row */
const saved = ({ version }) => ({
	title: title(),
	body: text(200),
	version: String(version ?? 1),
});
/** @param {Row} row */
const assistant = ({ handle }) => ({ handle, role: "assistant" });
/** @param {Row} row @param {number} nth */
const roleByTurns = ({ handle }, nth) => ({
	handle,
	role: nth % 2 ? "learner" : "assistant",
});
const document = () => ({
	body: `# ${title()}\n\n${text()}`,
	format: "markdown",
	dryRun: "true",
});
/** Acts on a course. @type {Act[]} */
export const ACTS_OF_COURSES = [
	act("lesson added", staff, at(`${C}/lessons/new`), newLesson),
	act("lesson edited", staff, each("lessons", "edit"), lesson, LESSONS),
	act(
		"lessons put in order",
		staff,
		at(`${C}/lessons/order`),
		({ numbers }) => ({ order: numbers }),
		ORDER,
	),
	act(
		"lesson read",
		learner,
		at(`${C}/lessons/7/progress`),
		always({ read: "true" }),
	),
	act("term added", staff, at(`${C}/glossary/new`), newTerm),
	act("term edited", staff, each("glossary", "edit"), term, TERMS),
	act("term removed", staff, each("glossary", "removal"), REMOVED, TERMS),
	act(
		"term restored",
		staff,
		each("glossary", "removal"),
		always({ removed: "false" }),
		REMOVED_TERMS,
	),
	act("saved reply added", staff, at(`${C}/saved-replies/new`), saved),
	act("saved reply edited", staff, each("saved-replies", "edit"), saved, SAVED),
	act(
		"saved reply removed",
		staff,
		each("saved-replies", "removal"),
		REMOVED,
		SAVED,
	),
	act("course edited", staff, at(`${C}/edit`), (_, nth) => ({
		title: `课程 ${nth}`,
		description: text(80),
	})),
	act("course made", owner, at("/courses/new"), () => ({
		slug: newName(),
		title: title(),
		description: "",
	})),
	act("import previewed", staff, at(`${C}/import`), document),
	act("role named", staff, at(`${C}/members`), assistant, LEARNERS),
	act(
		"role of the heavy writer named",
		staff,
		at(`${C}/members`),
		roleByTurns,
		HEAVY,
	),
];
