import { createHash, randomUUID } from "node:crypto";
import { ACTORS, AUTHORS, cookieOf, sessionOf } from "./cast.mjs";
import { chinese, randomFrom } from "./chinese.mjs";
import { REPLIES, THREADS } from "./discussion.mjs";

/**
 * A request that writes, and the values that differ between its statements and another's.
 * @typedef {{ path: string, headers: Record<string, string>, body: string, values: unknown[] }} Write
 */

const SEED = 7;
const BODIES = 500;

/** The keys under which the server stores a reply's form and words. @param {string} submissionId @param {string} body */
function keyOf(submissionId, body) {
	const hash = createHash("sha256")
		.update(`${submissionId}\0${body}`)
		.digest("hex");
	return `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`;
}

/** @param {string} url */
export function writesTo(url) {
	const random = randomFrom(SEED);
	const bodies = Array.from({ length: BODIES }, () => chinese(random, 50, 600));
	/** @param {number} id @param {string} page */
	const headers = (id, page) => ({
		"Accept-Encoding": "gzip",
		"Content-Type": "application/x-www-form-urlencoded",
		Cookie: cookieOf(id),
		Origin: url,
		Referer: url + page,
	});
	/** The nth actor: never an author of the data set. @param {number} n */
	const actor = (n) => AUTHORS + 1 + (n % ACTORS);

	return {
		/** The nth vote, unlike all others. @param {number} n @returns {Write} */
		vote(n) {
			const id = actor(n);
			const reply = 1 + ((n + Math.floor(n / ACTORS)) % (THREADS * REPLIES));
			return {
				path: `/courses/bench/replies/${reply}/vote`,
				headers: headers(id, "/courses/bench/threads/10"),
				body: "value=1",
				values: [id, sessionOf(id), `votes:${id}`, reply],
			};
		},
		/** The nth reply, spread over the 50 threads. @param {number} n @returns {Write} */
		reply(n) {
			const id = actor(n);
			const thread = 1 + (n % THREADS);
			const page = `/courses/bench/threads/${thread}`;
			const submissionId = randomUUID();
			const body = bodies[n % BODIES] ?? "";
			return {
				path: `${page}/replies`,
				headers: headers(id, page),
				body: String(new URLSearchParams({ body, submissionId, parentId: "" })),
				values: [
					id,
					sessionOf(id),
					`repliesAMinute:${id}`,
					`repliesADay:${id}`,
					thread,
					keyOf(submissionId, body),
				],
			};
		},
	};
}
