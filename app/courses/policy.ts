import type { Role } from "#app/platform/prisma/enums.ts";

export type { Role };

export const ROLES = ["learner", "assistant", "instructor"] as const;

/** A visitor has neither; an owner of the site is an instructor. */
export type Member = { id: number | null; role: Role | null };

/** Of a course, a lesson or a thread. */
export const TITLE_MAX = 200;

export const isStaff = (role: Role | null) =>
	role === "assistant" || role === "instructor";

const isInstructor = (by: Member) => by.role === "instructor";

export const canEditCourse = (by: Member) => isInstructor(by);
export const canEditLessons = (by: Member) => isInstructor(by);
export const canImport = (by: Member) => isInstructor(by);
export const canNameRoles = (by: Member) => isInstructor(by);

export const canCreateCourse = (viewer: { isOwner: boolean } | null) =>
	viewer?.isOwner ?? false;
