import { isStaff, type Member } from "#app/visibility/member.ts";

declare module "#app/platform/forms/refusal.ts" {
	interface Refusals {
		termRemoved: true;
		termTaken: true;
	}
}

export const canEditGlossary = (by: Member) => isStaff(by.role);
