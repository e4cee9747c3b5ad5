import {
	canProposePublishing,
	canPublish,
	canSolve,
} from "#app/questions/policy.ts";
import type { Member } from "#app/visibility/member.ts";
import { granted } from "#app/visibility/rights.ts";

export const questionRights = (
	by: Member,
	thread: Parameters<typeof canSolve>[1],
) =>
	granted({
		solve: canSolve(by, thread),
		propose: canProposePublishing(by, thread),
		publish: canPublish(by, thread),
	});
