/** @typedef {Record<string, string | number>} Facts */
/** @typedef {"visitor" | "learner" | "staff"} Role */
/**
 * A page, and its viewers: roles, or one account. `leads`: it answers with a redirect.
 * @typedef {{ name: string, path: (facts: Facts) => string, roles?: Role[], as?: (facts: Facts) => unknown, leads?: boolean }} Page
 */

export const C = "/courses/big";
/** @type {Role[]} */
export const SIGNED_IN = ["learner", "staff"];
/** @type {Role[]} */
export const STAFF = ["staff"];
/** @type {Role[]} */
export const VISITORS = ["visitor"];
/** @param {Facts} f */
export const heavy = (f) => f.heavy;

/** @param {string} name @param {string} query @param {Role[]} [roles] */
export const list = (name, query, roles) => ({
	name: `threads, ${name}`,
	path: (/** @type {Facts} */ f) =>
		`${C}/threads?${query.replace("MIDDLE", String(f.middle_thread))}`,
	roles,
});
/** @param {string} name @param {(facts: Facts) => string} query @param {Role[]} [roles] */
export const questions = (name, query, roles) => ({
	name: `questions, ${name}`,
	path: (/** @type {Facts} */ f) => `${C}/questions?${query(f)}`,
	roles,
});
/** @param {string} name @param {string} fact of a thread's number @param {(facts: Facts) => string} [rest] @param {Role[]} [roles] */
export const thread = (name, fact, rest = () => "", roles) => ({
	name,
	path: (/** @type {Facts} */ f) => `${C}/threads/${f[fact]}${rest(f)}`,
	roles,
});
/** @param {string} name @param {string} fact of a reply's id @param {string} rest @param {Role[]} [roles] */
export const reply = (name, fact, rest, roles) => ({
	name,
	path: (/** @type {Facts} */ f) => `${C}/replies/${f[fact]}${rest}`,
	roles,
	leads: rest === "" || rest.startsWith("?"),
});
/** @param {string} path @param {Role[]} [roles] @param {string} [name] */
export const plain = (path, roles, name = path.slice(1)) => ({
	name,
	path: () => path,
	roles,
});
/** @param {string} path below the course @param {Role[]} [roles] @param {string} [name] */
export const ofCourse = (path, roles, name = path.slice(1)) =>
	plain(C + path, roles, name);
