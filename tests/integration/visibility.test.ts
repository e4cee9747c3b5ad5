import { beforeAll, describe, expect, it } from "vitest";
import { type Piece, sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import type { Member, Role } from "#app/visibility/member.ts";
import {
	canReachThread,
	canReadReply,
	canSeeAsker,
	isAuthor,
	isShown,
	type Visibility,
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
import { truncateAll } from "#tests/support/database.ts";
import { makeChance } from "#tests/support/random.ts";

// Compares the SQL relations with the predicates, on random courses, people and texts.

type Person = { id: number; isOwner: boolean; roles: Map<number, Role> };
type Thread = {
	id: number;
	courseId: number;
	kind: ThreadKind;
	authorId: number | null;
	visibility: Visibility;
	isPrivate: boolean;
	isAnonymous: boolean;
	writeFirst: boolean;
};
type Reply = {
	id: number;
	threadId: number;
	authorId: number | null;
	visibility: Visibility;
	isPromoted: boolean;
	isPinned: boolean;
	characters: number;
};

const COURSES = [1, 2, 3];
const THREADS = 120;
const REPLIES = 500;
const VISIBILITIES = ["shown", "shown", "shown", "held", "removed"] as const;

const people: Person[] = [];
const made: Thread[] = [];
const written: Reply[] = [];

const ROLES = [null, null, "learner", "assistant", "instructor"] as const;

function chosen(seed: number) {
	const chance = makeChance(seed);
	for (let id = 1; id <= 8; id++) {
		const roles = new Map<number, Role>();
		for (const course of COURSES) {
			const role = chance.one(ROLES);
			if (role) roles.set(course, role);
		}
		people.push({ id, isOwner: id === 1, roles });
	}
	const somebody = () => chance.one([null, ...people.map(({ id }) => id)]);
	for (let id = 1; id <= THREADS; id++) {
		const kind = chance.one<ThreadKind>([
			...(["question", "question", "thinking", "topic"] as const),
		]);
		made.push({
			...{ id, kind, courseId: chance.one(COURSES), authorId: somebody() },
			visibility: chance.one(VISIBILITIES),
			isPrivate: kind === "question" && chance.below(3) === 0,
			isAnonymous: kind === "question" && chance.below(3) === 0,
			writeFirst: kind === "thinking" && chance.below(3) > 0,
		});
	}
	for (let id = 1; id <= REPLIES; id++)
		written.push({
			...{ id, threadId: chance.one(made).id, authorId: somebody() },
			visibility: chance.one(VISIBILITIES),
			isPromoted: chance.below(8) === 0,
			isPinned: chance.below(6) === 0,
			characters: chance.one([5, OPENING_CHARACTERS]),
		});
}

beforeAll(async () => {
	await truncateAll();
	chosen(20);
	const rows = (all: unknown[]) => JSON.stringify(all);
	await sql`
		INSERT INTO users (id, handle, name, name_skeleton, email, password_hash, owner_at)
		SELECT id, 'p-' || id, 'P', 'p', id || '@example.com', 'x', CASE WHEN "isOwner" THEN now() END
		FROM jsonb_to_recordset(${rows(people)}::jsonb) AS p (id int, "isOwner" bool)`;
	await sql`INSERT INTO courses (id, slug, title) SELECT id, 'c-' || id, 'C' FROM unnest(${COURSES}::int[]) id`;
	for (const { id, roles } of people)
		for (const [course, role] of roles)
			await sql`INSERT INTO memberships (course_id, user_id, role) VALUES (${course}, ${id}, ${role}::role)`;
	await sql`INSERT INTO lessons (id, course_id, number, position, title) SELECT id, id, 1, 1, 'L' FROM unnest(${COURSES}::int[]) id`;
	await sql`
		INSERT INTO threads (id, course_id, number, kind, title, author_id, visibility, hidden_at, is_private, is_anonymous,
			write_first, lesson_id, position)
		SELECT id, "courseId", id, kind, 'T', "authorId", visibility, CASE WHEN visibility <> 'shown' THEN now() END,
			"isPrivate", "isAnonymous", "writeFirst",
			CASE kind WHEN 'thinking' THEN "courseId" END, CASE kind WHEN 'thinking' THEN id END
		FROM jsonb_to_recordset(${rows(made)}::jsonb) AS t (id int, "courseId" int, kind thread_kind, "authorId" int,
			visibility text_visibility, "isPrivate" bool, "isAnonymous" bool, "writeFirst" bool)`;
	await sql`
		INSERT INTO replies (id, thread_id, author_id, source, html, renderer, visibility, hidden_at, promoted_to_id)
		SELECT id, "threadId", "authorId", repeat('x', characters), '', 1, visibility,
			CASE WHEN visibility <> 'shown' THEN now() END, CASE WHEN "isPromoted" THEN 1 END
		FROM jsonb_to_recordset(${rows(written)}::jsonb) AS r (id int, "threadId" int, "authorId" int, characters int,
			visibility text_visibility, "isPromoted" bool)`;
	await sql`
		INSERT INTO pins (reply_id, thread_id, kind, reply_version)
		SELECT id, "threadId", 'answer', 1
		FROM jsonb_to_recordset(${rows(written.filter(({ isPinned }) => isPinned))}::jsonb) AS r (id int, "threadId" int)`;
});

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

const mayKnow = (by: Member, { isAnonymous, authorId }: Thread) =>
	!isAnonymous || canSeeAsker(by, authorId);

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
					byId: mayKnow(by(thread), thread) ? thread.authorId : null,
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
					const isKnown = !isAsker || mayKnow(by(thread), thread);
					return { id: reply.id, byId: isKnown ? reply.authorId : null };
				}),
			);
		});
	},
);
