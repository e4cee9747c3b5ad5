import { describe, expect, it } from "vitest";
import * as questions from "#app/questions/policy.ts";
import { questionRights } from "#app/questions/rights.ts";
import * as replies from "#app/replies/policy.ts";
import { replyRights } from "#app/replies/rights.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { canSetThinking } from "#app/thinking/policy.ts";
import { THREAD_KINDS } from "#app/threads/kinds.ts";
import * as threads from "#app/threads/policy.ts";
import { threadRights } from "#app/threads/rights.ts";
import type { Member } from "#app/visibility/member.ts";
import { makeChance } from "#tests/support/random.ts";

const AUTHOR = 1;
const ASSISTANT = 3;
const cast: Member[] = [
	{ id: null, role: null },
	{ id: 9, role: null },
	{ id: 2, role: "learner" },
	{ id: AUTHOR, role: "learner" },
	{ id: ASSISTANT, role: "assistant" },
	{ id: 4, role: "instructor" },
];

const { one } = makeChance(20261130);
const either = () => one([true, false]);
const time = () => one([null, new Date(0)]);
const person = () => one([null, AUTHOR, AUTHOR, 2, ASSISTANT]);
const text = () => ({
	authorId: person(),
	visibility: one(["shown", "shown", "held", "removed"] as const),
	hiddenByStaff: either(),
	editedAt: time(),
});

const someThread = () => ({
	...text(),
	kind: one([...THREAD_KINDS, "question", "question"] as const),
	state: one([null, "waiting", "discussed", "answered", "follow_up"] as const),
	isPrivate: either(),
	isAnonymous: either(),
	positions: one([[], ["yes", "no"]]),
	writeFirst: either(),
	hasWritten: either(),
	lockedAt: time(),
	claimedById: one([null, ASSISTANT, 4]),
	promotedFromId: one([null, 7]),
});

const someReply = () => ({ ...text(), promotedTo: one([null, null, 1]) });

const states = Array.from({ length: 3_000 }, () => ({
	by: one(cast),
	thread: someThread(),
	reply: someReply(),
}));

/** Only the allowed acts. */
const allowed = (acts: Record<string, boolean>) =>
	Object.fromEntries(Object.entries(acts).filter(([, may]) => may));

describe("the rights that a page gets", () => {
	it("of a thread are exactly what the policies allow", () => {
		for (const { by, thread } of states)
			expect(threadRights(by, thread)).toEqual(
				allowed({
					signIn: by.id === null,
					reply: threads.canReply(by, thread),
					useSavedReplies: canUseSavedReplies(by),
					edit: threads.canEditThread(by, thread),
					retitle: threads.canRetitle(by, thread),
					history:
						threads.canReadThreadHistory(by, thread) &&
						thread.editedAt !== null,
					remove: threads.canRemoveThread(by, thread),
					restore: threads.canRestoreThread(by, thread),
					demote: threads.canDemote(by, thread),
					lock: threads.canLockThread(by),
					vote: threads.canVoteThread(by, thread),
					claim: threads.claimToWish(by, thread) === true,
					release: threads.claimToWish(by, thread) === false,
					unsettle: threads.canClaim(by, thread),
					setThinking: canSetThinking(by, thread),
				}),
			);
	});

	it("of a question are exactly what the policies allow", () => {
		for (const { by, thread } of states)
			expect(questionRights(by, thread)).toEqual(
				allowed({
					solve: questions.canSolve(by, thread),
					propose: questions.canProposePublishing(by, thread),
					publish: questions.canPublish(by, thread),
				}),
			);
	});

	it("of a reply are exactly what the policies allow", () => {
		for (const { by, thread, reply } of states)
			expect(replyRights(by, reply, thread)).toEqual(
				allowed({
					vote: replies.canVoteReply(by, reply, thread),
					edit: replies.canEditReply(by, reply, thread),
					history: replies.canReadHistory(by, reply) && reply.editedAt !== null,
					pin: replies.canPinReply(by, reply, thread),
					word: replies.canSayWord(by, reply),
					promote: replies.canPromote(by, reply, thread),
					settle: replies.canSettle(by, reply, thread),
					accept: replies.canAccept(by, reply, thread),
					endorse: replies.canEndorse(by, reply),
					remove: replies.canRemoveReply(by, reply),
					restore: replies.canRestoreReply(by, reply),
				}),
			);
	});

	it("all occur among these states", () => {
		const kinds = (told: object[]) => new Set(told.flatMap(Object.keys)).size;
		expect([
			kinds(states.map(({ by, thread }) => threadRights(by, thread))),
			kinds(states.map(({ by, thread }) => questionRights(by, thread))),
			kinds(states.map((one) => replyRights(one.by, one.reply, one.thread))),
		]).toEqual([15, 3, 11]);
	});

	it("tell an acceptable reply of one's own by the right to edit", () => {
		const accepted = states
			.map(({ by, thread, reply }) => ({
				can: replyRights(by, reply, thread),
				isOwn: reply.authorId === by.id,
			}))
			.filter(({ can }) => can.accept);
		expect(new Set(accepted.map(({ isOwn }) => isOwn)).size).toBe(2);
		for (const { can, isOwn } of accepted)
			expect(can.edit ?? false).toBe(isOwn);
	});

	it("of a visitor are to sign in", () => {
		const visitor: Member = { id: null, role: null };
		for (const { thread, reply } of states)
			expect([
				threadRights(visitor, thread),
				questionRights(visitor, thread),
				replyRights(visitor, reply, thread),
			]).toEqual([{ signIn: true }, {}, {}]);
	});

	it("are one object for the same acts, which a response writes once", () => {
		const learner: Member = { id: 2, role: "learner" };
		const thread = {
			...someThread(),
			lockedAt: null,
			visibility: "shown" as const,
		};
		const reply = {
			...someReply(),
			authorId: AUTHOR,
			visibility: "shown" as const,
			promotedTo: null,
		};
		const can = replyRights(learner, reply, thread);
		expect(can).toEqual({ vote: true });
		expect(replyRights(learner, { ...reply, authorId: null }, thread)).toBe(
			can,
		);
	});
});
