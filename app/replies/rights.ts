import {
	canAccept,
	canEditReply,
	canEndorse,
	canPinReply,
	canPromote,
	canReadHistory,
	canRemoveReply,
	canRestoreReply,
	canSayWord,
	canSettle,
	canVoteReply,
	type ReplyState,
} from "#app/replies/policy.ts";
import type { Reply } from "#app/replies/rows.server.ts";
import type { ThreadState } from "#app/threads/policy.ts";
import type { Member } from "#app/visibility/member.ts";
import { granted } from "#app/visibility/rights.ts";

export const replyRights = (
	by: Member,
	reply: ReplyState & Pick<Reply, "editedAt">,
	thread: ThreadState,
) =>
	granted({
		vote: canVoteReply(by, reply, thread),
		edit: canEditReply(by, reply, thread),
		history: reply.editedAt !== null && canReadHistory(by, reply),
		pin: canPinReply(by, reply, thread),
		word: canSayWord(by, reply),
		promote: canPromote(by, reply, thread),
		settle: canSettle(by, reply, thread),
		accept: canAccept(by, reply, thread),
		endorse: canEndorse(by, reply),
		remove: canRemoveReply(by, reply),
		restore: canRestoreReply(by, reply),
	});
