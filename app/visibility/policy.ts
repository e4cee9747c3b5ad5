import type { TextVisibility } from "#app/platform/prisma/enums.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";

// Who may see a thread or a reply. `relations.server.ts` says the same in SQL, and a test compares the two.

export type Visibility = TextVisibility;

type Written = {
	/** Null: imported, a former account, or an asker whom the viewer may not know. */
	authorId: number | null;
};

/** `held` waits for staff: until then it is hidden like a removed text. */
export type Text = Written & { visibility: Visibility };

export type ThreadSight = Text & {
	isPrivate: boolean;
	/** A learner reads others' replies only after writing one; `hasWritten` is about the viewer. */
	writeFirst: boolean;
	hasWritten: boolean;
};

/** An imported text has no author here. */
export const isAuthor = (by: Member, { authorId }: Written) =>
	by.id !== null && by.id === authorId;

const isAuthorOrStaff = (by: Member, text: Written) =>
	isAuthor(by, text) || isStaff(by.role);

export const isShown = ({ visibility }: Pick<Text, "visibility">) =>
	visibility === "shown";

/** Author and staff also read what is held or removed. */
export const canReadText = (by: Member, text: Text) =>
	isShown(text) || isAuthorOrStaff(by, text);

/** Lists also require that it is shown. */
export const canReachThread = (
	by: Member,
	thread: Text & { isPrivate: boolean },
) =>
	canReadText(by, thread) && (!thread.isPrivate || isAuthorOrStaff(by, thread));

export const canReadReplies = (
	by: Member,
	thread: Pick<ThreadSight, "writeFirst" | "hasWritten">,
) => !thread.writeFirst || thread.hasWritten || isStaff(by.role);

/** Before a thread opens: one's own replies, and pinned ones. */
export const canReadReply = (
	by: Member,
	reply: Written & { pinned: unknown },
	thread: Pick<ThreadSight, "writeFirst" | "hasWritten">,
) => canReadReplies(by, thread) || isAuthor(by, reply) || reply.pinned !== null;

/** Of a question, or of its asker's own reply in it. */
export const canKnowWriter = (
	by: Member,
	text: Written & { isAnonymous: boolean },
) => !text.isAnonymous || isAuthorOrStaff(by, text);
