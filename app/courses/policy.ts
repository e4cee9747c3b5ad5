import type { Member } from "#app/visibility/member.ts";

export const TITLE_MAX = 200;

const isInstructor = (by: Member) => by.role === "instructor";

export const canEditCourse = (by: Member) => isInstructor(by);
export const canEditLessons = (by: Member) => isInstructor(by);
export const canImport = (by: Member) => isInstructor(by);
export const canNameRoles = (by: Member) => isInstructor(by);

export const canCreateCourse = (viewer: { isOwner: boolean } | null) =>
	viewer?.isOwner ?? false;
