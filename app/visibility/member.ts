import type { Role } from "#app/platform/prisma/enums.ts";

export type { Role };

export const ROLES = ["learner", "assistant", "instructor"] as const;

/** Who asks, in one course. A visitor has neither; an owner of the site is an instructor. */
export type Member = {
	id: number | null;
	role: Role | null;
	/** Whether they ever asked privately or anonymously in the course; undefined where it was not looked up. */
	hidesSome?: boolean;
};

export const isStaff = (role: Role | null) =>
	role === "assistant" || role === "instructor";
