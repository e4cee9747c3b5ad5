import { createHash } from "node:crypto";
import { chinese } from "./chinese.mjs";

/** Authors and voters of the data set; member 1 teaches, the last one reads. */
export const AUTHORS = 200;
export const TEACHER = 1;
export const READER = 200;
/** Voters and authors during the run: so many that nobody reaches a limit. */
export const ACTORS = 12_000;

const HOUR = 3_600_000;
const ids = Array.from({ length: AUTHORS + ACTORS }, (_, i) => i + 1);

/** The value in a member's cookie. @param {number} id */
const tokenOf = (id) => `bench-${id}`;

/** Its value in the database. @param {number} id */
export const sessionOf = (id) =>
	createHash("sha256").update(tokenOf(id)).digest("hex");

/** The Cookie header of a member's browser. @param {number} id */
export const cookieOf = (id) => `session=${tokenOf(id)}`;

/** Accounts with one session each, all members of course 1. @param {import("./chinese.mjs").Random} random */
export function castRows(random) {
	const expires = new Date(Date.now() + 30 * 24 * HOUR).toISOString();
	return {
		users: ids.map((id) => ({
			id,
			handle: `member-${id}`,
			name: `${chinese(random, 3, 4).slice(0, -1)}${id}`,
			name_skeleton: `member-${id}`,
			email: `member-${id}@example.org`,
			password_hash: "none",
		})),
		sessions: ids.map((id) => ({
			id: sessionOf(id),
			user_id: id,
			expires_at: expires,
		})),
		memberships: ids.map((id) => ({
			course_id: 1,
			user_id: id,
			role: id === TEACHER ? "instructor" : "learner",
		})),
	};
}
