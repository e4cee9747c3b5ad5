import { beforeAll, describe, expect, it } from "vitest";
import { type Piece, sql } from "#app/platform/postgres/db.server.ts";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import type { Member } from "#app/visibility/member.ts";
import {
	canKnowWriter,
	canReachThread,
	canReadReply,
	isAuthor,
	isShown,
} from "#app/visibility/policy.ts";
import {
	hiddenThreads,
	isReadable,
	replies,
	repliesIn,
	repliesOf,
	THEIR_THREAD,
	threads,
	type Who,
	writerOf,
} from "#app/visibility/relations.server.ts";

// Compares the SQL relations with the predicates, on random courses, people and texts.

import {
	COURSES,
	made,
	type Person,
	people,
	type Reply,
	type Thread,
	writeChosen,
	written,
} from "#tests/support/chosen-texts.ts";

beforeAll(writeChosen);

const memberOf = (person: Person | null, courseId: number): Member => ({
	id: person?.id ?? null,
	role: person?.isOwner ? "instructor" : (person?.roles.get(courseId) ?? null),
});

const hasWritten = (by: Member, thread: Thread) =>
	thread.writeFirst &&
	written.some(
		(reply) =>
			reply.threadId === thread.id &&
			isAuthor(by, reply) &&
			isShown(reply) &&
			reply.characters >= OPENING_CHARACTERS,
	);

const canRead = (by: Member, reply: Reply, thread: Thread) =>
	isShown(reply) &&
	!reply.isPromoted &&
	canReadReply(
		by,
		{ ...reply, pinned: reply.isPinned || null },
		{ ...thread, hasWritten: hasWritten(by, thread) },
	);

const idsOf = async (relation: Piece) =>
	(await sql<{ id: number }>`SELECT id FROM ${relation} x ORDER BY id`).map(
		({ id }) => id,
	);

const threadOf = ({ threadId }: Reply) => {
	const thread = made.find(({ id }) => id === threadId);
	if (!thread) throw new Error("A reply stands in no thread");
	return thread;
};

/** All courses for an account or a visitor, one course for its member. */
const views = [null, 0, 1, 2, 3, 4, 5, 6, 7].flatMap((nth) => {
	const of = () => (nth === null ? null : (people[nth] ?? null));
	const name = nth === null ? "a visitor" : `person ${nth + 1}`;
	const everywhere = { name: `${name}, anywhere`, of, courses: COURSES };
	const here = COURSES.map((id) => ({
		...{ name: `${name}, in course ${id}`, of, courses: [id] },
	}));
	return [{ ...everywhere, isMember: false }].concat(
		here.map((one) => ({ ...one, isMember: true })),
	);
});

describe.each(views)(
	"the SQL relations for $name",
	({ of, courses, isMember }) => {
		const by = (thread: Thread) => memberOf(of(), thread.courseId);
		const who = (): Who => (isMember ? memberOf(of(), courses[0] ?? 0) : of());
		const here = () =>
			made.filter(({ courseId }) => courses.includes(courseId));
		const there = () => written.filter((r) => here().includes(threadOf(r)));
		const wherever = (ids: number[], all: { id: number }[]) =>
			ids.filter((id) => all.some((one) => one.id === id));

		it("give the threads that the predicates allow", async () => {
			const may = (can: (thread: Thread, by: Member) => boolean) =>
				here()
					.filter((thread) => can(thread, by(thread)))
					.map(({ id }) => id);
			const get = async (relation: Piece) =>
				wherever(await idsOf(relation), here());
			expect(await get(threads(who()))).toEqual(
				may((thread, by) => isShown(thread) && canReachThread(by, thread)),
			);
			expect(await get(threads(who(), "evenRemoved"))).toEqual(
				may((thread, by) => canReachThread(by, thread)),
			);
			expect(await get(threads(who(), "tombstones"))).toEqual(
				may((thread, by) =>
					canReachThread(by, { ...thread, visibility: "shown" }),
				),
			);
			expect(await get(hiddenThreads(who()))).toEqual(
				may(
					(thread, by) =>
						!isShown(thread) &&
						canReachThread(by, { ...thread, isPrivate: true }),
				),
			);
		});

		it("give the replies that the predicates allow", async () => {
			const readable = there()
				.filter((reply) => canRead(by(threadOf(reply)), reply, threadOf(reply)))
				.map(({ id }) => id);
			const listed = wherever(
				readable,
				there().filter((reply) => {
					const thread = threadOf(reply);
					return isShown(thread) && canReachThread(by(thread), thread);
				}),
			);
			expect(wherever(await idsOf(replies(who())), there())).toEqual(listed);
			const inThreads = await sql<{ id: number }>`
			SELECT r.id FROM ${threads(who())} t JOIN ${repliesIn(who())} r ON true ORDER BY r.id`;
			expect(
				wherever(
					inThreads.map(({ id }) => id),
					there(),
				),
			).toEqual(listed);
			const looked = await sql<{ id: number }>`
			SELECT r.id FROM replies r ${THEIR_THREAD}
			WHERE ${isReadable(who())} AND r.visibility = 'shown' AND r.promoted_to_id IS NULL ORDER BY r.id`;
			expect(
				wherever(
					looked.map(({ id }) => id),
					there(),
				),
			).toEqual(readable);
			for (const thread of here().slice(0, 10)) {
				const found = { ...thread, hasWritten: hasWritten(by(thread), thread) };
				expect(await idsOf(repliesOf(found, by(thread)))).toEqual(
					wherever(
						readable,
						written.filter(({ threadId }) => threadId === thread.id),
					),
				);
			}
		});

		it("name only writers that the viewer may know", async () => {
			const asked = await sql<{ id: number; byId: number | null }>`
			SELECT id, ${writerOf("t", who())} AS "byId" FROM threads t ORDER BY id`;
			expect(
				asked.filter(({ id }) => here().some((thread) => thread.id === id)),
			).toEqual(
				here().map((thread) => ({
					id: thread.id,
					byId: canKnowWriter(by(thread), thread) ? thread.authorId : null,
				})),
			);
			const replied = await sql<{ id: number; byId: number | null }>`
			SELECT r.id, ${writerOf("r", who())} AS "byId" FROM replies r ${THEIR_THREAD} ORDER BY r.id`;
			expect(
				replied.filter(({ id }) => there().some((reply) => reply.id === id)),
			).toEqual(
				there().map((reply) => {
					const thread = threadOf(reply);
					const isAsker = reply.authorId === thread.authorId;
					const isKnown = !isAsker || canKnowWriter(by(thread), thread);
					return { id: reply.id, byId: isKnown ? reply.authorId : null };
				}),
			);
		});
	},
);
