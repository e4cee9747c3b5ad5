import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { canSetThinking } from "#app/thinking/policy.ts";
import {
	canClaim,
	canDemote,
	canEditThread,
	canLockThread,
	canReadThreadHistory,
	canRemoveThread,
	canReply,
	canRestoreThread,
	canRetitle,
	canVoteThread,
	claimToWish,
} from "#app/threads/policy.ts";
import type { Thread } from "#app/threads/queries.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { granted } from "#app/visibility/rights.ts";

/** What the page of a thread offers. Those of a question's asker and staff are `questionRights`. */
export function threadRights(
	by: Member,
	thread: Parameters<typeof claimToWish>[1] &
		Pick<Thread, "editedAt" | "promotedFromId">,
) {
	const claims = claimToWish(by, thread);
	return granted({
		signIn: by.id === null,
		reply: canReply(by, thread),
		useSavedReplies: canUseSavedReplies(by),
		edit: canEditThread(by, thread),
		retitle: canRetitle(by, thread),
		history: thread.editedAt !== null && canReadThreadHistory(by, thread),
		remove: canRemoveThread(by, thread),
		restore: canRestoreThread(by, thread),
		demote: canDemote(by, thread),
		lock: canLockThread(by),
		vote: canVoteThread(by, thread),
		claim: claims === true,
		release: claims === false,
		unsettle: canClaim(by, thread),
		setThinking: canSetThinking(by, thread),
	});
}
