import { ACTS_OF_ACCOUNTS } from "./acts-of-accounts.mjs";
import { ACTS_OF_COURSES } from "./acts-of-courses.mjs";
import { ACTS_ON_REPLIES } from "./acts-on-replies.mjs";
import { ACTS_ON_THREADS } from "./acts-on-threads.mjs";
import { PAGES_OF_COURSES } from "./pages-of-courses.mjs";
import { PAGES_OF_THREADS } from "./pages-of-threads.mjs";

/** @typedef {import("./act.mjs").Act} Act */
/** @typedef {import("./act.mjs").Row} Row */
/** @typedef {import("./compare.mjs").Asked} Asked */
/** @typedef {import("./compare.mjs").Side} Side */
/** @typedef {import("./page.mjs").Role} Role */
/** @typedef {{ name: string, next: (side: Side, nth: number) => Promise<Asked> }} Step */

/** @type {Role[]} */
const ROLES = ["visitor", "learner", "staff"];
const PAGES = [...PAGES_OF_COURSES, ...PAGES_OF_THREADS];
export const ACTS = [
	...ACTS_ON_REPLIES,
	...ACTS_ON_THREADS,
	...ACTS_OF_COURSES,
	...ACTS_OF_ACCOUNTS,
];

/** @param {Side} side @param {Role} role */
const accountOf = ({ facts }, role) =>
	({ visitor: null, learner: Number(facts.learner), staff: 2 })[role];

/** Every page for every role that may see it. @type {Step[]} */
export const PAGE_STEPS = PAGES.flatMap(({ name, path, roles, as, leads }) =>
	as
		? [
				{
					name,
					next: async (/** @type {Side} */ { facts }) => ({
						path: path(facts),
						as: Number(as(facts)),
						leads,
					}),
				},
			]
		: (roles ?? ROLES).map((role) => ({
				name: `${name} · ${role}`,
				next: async (/** @type {Side} */ side) => ({
					path: path(side.facts),
					as: accountOf(side, role),
					leads,
				}),
			})),
);

/**
 * An act's requests, each for another thing; when all things are used, it looks for more.
 * @param {Act} act @returns {Step}
 */
export function stepOf({
	name,
	rows,
	path,
	fields,
	actor = () => null,
	refused,
}) {
	/** @type {Map<Side, Row[]>} */
	const left = new Map();
	return {
		name,
		async next(side, nth) {
			let waiting = left.get(side) ?? [];
			if (rows && waiting.length === 0) {
				waiting = (await side.client.query(rows)).rows;
				if (waiting.length === 0) throw new Error(`Nothing left for: ${name}`);
			}
			const row = waiting.shift() ?? {};
			left.set(side, waiting);
			const { facts } = side;
			return {
				path: path(row, facts),
				as: actor(facts, nth, row),
				fields: fields(row, nth),
				refused,
			};
		},
	};
}

/** Changes, and the visitors' pages that are opened right after them. */
const CHANGES = {
	"term edited": ["glossary", "lesson", "lesson with 60 notes and questions"],
	"lesson edited": ["glossary", "lesson", "course", "home"],
	"lesson added": ["course", "glossary"],
	"reply to a topic": ["home", "course", "threads"],
	"reply, long thread": ["long thread, first page", "home"],
	"question asked": ["questions", "course", "threads, question"],
	"reply to a question": ["question", "questions", "course"],
	vote: ["long thread, first page", "course"],
	"reply pinned into the lesson": ["lesson", "course"],
	"profile saved": ["home", "course", "long thread, first page", "lesson"],
	"role named": ["course", "questions"],
	"course edited": ["home", "course"],
};

/**
 * The first view after a change: both sides make the change untimed.
 * @param {(side: Side, asked: Asked) => Promise<{ error?: string }>} send @returns {Step[]}
 */
export const changeSteps = (send) =>
	Object.entries(CHANGES).flatMap(([change, pages]) =>
		pages.map((name) => {
			const page = PAGES.find((one) => one.name === name);
			const act = ACTS.find((one) => one.name === change);
			if (!page || !act) throw new Error(`No ${change}, or no ${name}.`);
			const step = stepOf(act);
			return {
				name: `${name}, first after: ${change}`,
				async next(/** @type {Side} */ side, /** @type {number} */ nth) {
					const { error } = await send(side, await step.next(side, nth));
					if (error) throw new Error(error);
					return { path: page.path(side.facts), as: null, isKept: true };
				},
			};
		}),
	);
