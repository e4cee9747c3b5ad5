import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
	canEditCourse,
	canEditLessons,
	canImport,
	canNameRoles,
} from "#app/courses/policy.ts";
import { canEditGlossary } from "#app/glossary/policy.ts";
import { canWriteNote } from "#app/notes/policy.ts";
import { canMarkRead } from "#app/progress/policy.ts";
import {
	canProposePublishing,
	canPublish,
	canSolve,
} from "#app/questions/policy.ts";
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
	canStartThread,
	canVoteThread,
	type ThreadState,
} from "#app/threads/policy.ts";
import { isStaff, type Member } from "#app/visibility/member.ts";
import {
	canKnowWriter,
	canReachThread,
	canReadReply,
	canReadText,
} from "#app/visibility/policy.ts";

const AUTHOR = 1;
const people: Record<string, Member> = {
	visitor: { id: null, role: null },
	learner: { id: 2, role: "learner" },
	author: { id: AUTHOR, role: "learner" },
	assistant: { id: 3, role: "assistant" },
	instructor: { id: 4, role: "instructor" },
};

const then = new Date(0);
const thread = (state: Partial<ThreadState> = {}): ThreadState => ({
	kind: "topic",
	authorId: AUTHOR,
	isPrivate: false,
	isAnonymous: false,
	positions: [],
	writeFirst: false,
	hasWritten: false,
	lockedAt: null,
	visibility: "shown",
	hiddenByStaff: false,
	...state,
});
const open = thread();
const closed = thread({ kind: "thinking", authorId: null, writeFirst: true });
const question = thread({ kind: "question" });
const secret = thread({ kind: "question", isPrivate: true });
const locked = thread({ lockedAt: then });
const reply: ReplyState = {
	authorId: AUTHOR,
	visibility: "shown",
	hiddenByStaff: false,
	promotedTo: null,
};
const promoted = { ...reply, promotedTo: 1 };
const removed: ReplyState = { ...reply, visibility: "removed" };
const hiddenByStaff = { ...removed, hiddenByStaff: true };

const acts: Record<string, (by: Member) => boolean> = {
	"read a thread": (by) => canReachThread(by, open),
	"read a removed thread": (by) =>
		canReachThread(by, thread({ visibility: "removed" })),
	reply: (by) => canReply(by, open),
	"reply in a locked thread": (by) => canReply(by, locked),
	"edit a reply": (by) => canEditReply(by, reply, open),
	"edit a reply in a locked thread": (by) => canEditReply(by, reply, locked),
	"edit a removed reply": (by) => canEditReply(by, removed, open),
	"remove a reply": (by) => canRemoveReply(by, reply),
	"restore a reply its author removed": (by) => canRestoreReply(by, removed),
	"restore a reply staff removed": (by) => canRestoreReply(by, hiddenByStaff),
	"read a removed reply": (by) => canReadText(by, removed),
	"read the history of a reply": (by) => canReadHistory(by, reply),
	"read a reply in a write-first thread, before writing": (by) =>
		canReadReply(by, { ...reply, pinned: null }, closed),
	"read a pinned reply there, before writing": (by) =>
		canReadReply(by, { ...reply, pinned: "answer" }, closed),
	"upvote a reply": (by) => canVoteReply(by, reply, open),
	"upvote a reply in a locked thread": (by) => canVoteReply(by, reply, locked),
	"upvote a removed reply": (by) => canVoteReply(by, removed, open),
	"pin a reply": (by) => canPinReply(by, reply, open),
	"pin a removed reply": (by) => canPinReply(by, removed, open),
	"write a note beside a paragraph": (by) => canWriteNote(by, open),
	"write a note beside a paragraph of a lesson not shown": (by) =>
		canWriteNote(by, thread({ visibility: "held" })),
	"confirm a note, order the notes of a block": (by) =>
		canPinReply(by, reply, open),
	"do anything to a reply that has become a question": (by) =>
		canEditReply(by, promoted, open) ||
		canRemoveReply(by, promoted) ||
		canVoteReply(by, promoted, open) ||
		canPinReply(by, promoted, open) ||
		canAccept(by, promoted, question) ||
		canEndorse(by, promoted) ||
		canSayWord(by, promoted) ||
		canSettle(by, promoted, question),
	"start a topic": (by) => canStartThread(by, "topic"),
	"start a question": (by) => canStartThread(by, "question"),
	"start an announcement": (by) => canStartThread(by, "announcement"),
	"edit an opener": (by) => canEditThread(by, open),
	"edit the opener of a locked thread": (by) => canEditThread(by, locked),
	"correct the title of a question": (by) => canRetitle(by, question),
	"correct the title of an imported question": (by) =>
		canRetitle(by, thread({ kind: "question", authorId: null })),
	"read the history of an opener": (by) => canReadThreadHistory(by, open),
	"remove a topic": (by) => canRemoveThread(by, open),
	"remove a lesson's thread": (by) =>
		canRemoveThread(by, thread({ kind: "lesson", authorId: null })),
	"restore a topic its author removed": (by) =>
		canRestoreThread(by, thread({ visibility: "removed" })),
	"restore a topic staff removed": (by) =>
		canRestoreThread(
			by,
			thread({ visibility: "removed", hiddenByStaff: true }),
		),
	"upvote a question": (by) => canVoteThread(by, thread({ kind: "question" })),
	"upvote an announcement": (by) =>
		canVoteThread(by, thread({ kind: "announcement" })),
	"read a private question": (by) => canReachThread(by, secret),
	"see who asked anonymously": (by) =>
		canKnowWriter(by, { authorId: AUTHOR, isAnonymous: true }),
	"accept a reply to a question": (by) =>
		canAccept(by, { ...reply, authorId: 9 }, question),
	"mark a question as solved": (by) =>
		canSolve(by, { ...question, state: "follow_up" }),
	"endorse a reply": (by) => canEndorse(by, reply),
	"put a staff word on a reply": (by) => canSayWord(by, reply),
	"make a reply a question": (by) => canPromote(by, reply, open),
	"make a question a reply again": (by) =>
		canDemote(by, { ...question, promotedFromId: 1 }),
	"make a reply to a private question a question": (by) =>
		canPromote(by, reply, secret),
	"settle other questions with an answer": (by) =>
		canSettle(by, reply, question),
	"settle other questions with an answer to a private one": (by) =>
		canSettle(by, reply, secret),
	"claim a question": (by) => canClaim(by, question),
	"propose to publish a private question, and take that back": (by) =>
		canProposePublishing(by, secret),
	"publish a private question": (by) => canPublish(by, secret),
	"pin a reply to a private question": (by) => canPinReply(by, reply, secret),
	"lock a thread": canLockThread,
	"edit the glossary": canEditGlossary,
	"read, use and edit saved replies": canUseSavedReplies,
	"edit a course": canEditCourse,
	"edit lessons and their order": canEditLessons,
	"see lessons and courses that are not shown": (by) => isStaff(by.role),
	"hide, remove and restore a lesson or a course": (by) =>
		canEditLessons(by) && canEditCourse(by),
	"set positions and write-first of a thinking question": (by) =>
		canSetThinking(by, closed),
	"mark a lesson as read for oneself": canMarkRead,
	"import lessons, undo an import": canImport,
	"name roles": canNameRoles,
};

const rows = readFileSync("docs/permissions.md", "utf8")
	.split("\n")
	.filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
	.map((line) =>
		line
			.split("|")
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
const [head = [], ...table] = rows;

describe("docs/permissions.md", () => {
	it("lists every act that the policies know, and no other", () => {
		expect(table.map(([act]) => act)).toEqual(Object.keys(acts));
	});

	it.each(table)("is right about: %s", (act = "", ...cells) => {
		const allowed = cells.map((cell) => cell === "✓");
		const columns = head.slice(1).map((role) => people[role]);
		expect(columns.map((by) => by && acts[act]?.(by))).toEqual(allowed);
	});

	it("lets nobody edit imported replies, which have no author here", () => {
		const imported = { ...reply, authorId: null };
		for (const by of Object.values(people)) {
			expect(canEditReply(by, imported, open)).toBe(false);
			expect(canVoteReply(by, imported, open)).toBe(by.id !== null);
		}
	});
});
