import { questionRights } from "#app/questions/rights.ts";
import { isAsker } from "#app/threads/policy.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";

export type QuestionOnPage = ReturnType<typeof questionOnPage>;

export const questionOnPage = (by: Member, thread: Thread) => ({
	isAsker: isAsker(by, thread),
	isPrivate: thread.isPrivate,
	isAnonymous: thread.isAnonymous,
	isProposed: thread.publishProposedAt !== null,
	isDeclined: thread.publishDeclinedAt !== null,
	can: questionRights(by, thread),
});
