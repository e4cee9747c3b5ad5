import { createHash } from "node:crypto";
import { chinese } from "./chinese.mjs";

/** Who wrote and voted in the data set; member 1 teaches, the last one reads. */
export const AUTHORS = 200;
export const TEACHER = 1;
export const READER = 200;
/** Who votes and replies in the run: so many that nobody comes near a limit. */
export const ACTORS = 12_000;

const HOUR = 3_600_000;
const ids = Array.from({ length: AUTHORS + ACTORS }, (_, i) => i + 1);

/** What the cookie of a member carries. @param {number} id */
const tokenOf = (id) => `bench-${id}`;

/** What the database holds of it. @param {number} id */
export const sessionOf = (id) =>
	createHash("sha256").update(tokenOf(id)).digest("hex");

/** The Cookie header of a member's browser. @param {number} id */
export const cookieOf = (id) => `session=${tokenOf(id)}`;

/** Accounts with a session each, all of them members of course 1. @param {import("./chinese.mjs").Random} random */
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
