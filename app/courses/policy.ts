import type { Role } from "#app/platform/prisma/enums.ts";

export type { Role };

export const ROLES = ["learner", "assistant", "instructor"] as const;

/** Who acts in a course: an account's id and its role there. A visitor has neither, an owner is an instructor. */
export type Member = { id: number | null; role: Role | null };

/** Characters of the title of a course, a lesson or a thread. */
export const TITLE_MAX = 200;

export const isStaff = (role: Role | null) =>
	role === "assistant" || role === "instructor";

const isInstructor = (by: Member) => by.role === "instructor";

export const canEditCourse = (by: Member) => isInstructor(by);
export const canEditLessons = (by: Member) => isInstructor(by);
export const canImport = (by: Member) => isInstructor(by);
export const canNameRoles = (by: Member) => isInstructor(by);

/** Courses are made, and their first instructors named, by owners of the site. */
export const canCreateCourse = (viewer: { isOwner: boolean } | null) =>
	viewer?.isOwner ?? false;
