import { sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import { OPENING_CHARACTERS } from "#app/visibility/limits.ts";
import type { Role } from "#app/visibility/member.ts";
import type { Visibility } from "#app/visibility/policy.ts";
import { truncateAll } from "#tests/support/database.ts";
import { makeChance } from "#tests/support/random.ts";

// Compares the SQL relations with the predicates, on random courses, people and texts.

export type Person = { id: number; isOwner: boolean; roles: Map<number, Role> };
export type Thread = {
	id: number;
	courseId: number;
	kind: ThreadKind;
	authorId: number | null;
	visibility: Visibility;
	isPrivate: boolean;
	isAnonymous: boolean;
	writeFirst: boolean;
};
export type Reply = {
	id: number;
	threadId: number;
	authorId: number | null;
	visibility: Visibility;
	isPromoted: boolean;
	isPinned: boolean;
	characters: number;
};

export const COURSES = [1, 2, 3];
const THREADS = 120;
const REPLIES = 500;
const VISIBILITIES = ["shown", "shown", "shown", "held", "removed"] as const;

export const people: Person[] = [];
export const made: Thread[] = [];
export const written: Reply[] = [];

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

/** Writes them to the database, without the application. */
export async function writeChosen(): Promise<void> {
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
}
