import { sql } from "#app/platform/postgres/db.server.ts";
import type { ThreadKind } from "#app/platform/prisma/enums.ts";
import type { Role } from "#app/visibility/member.ts";
import type { makeChance } from "#tests/support/random.ts";

type Person = { id: number; handle: string; role: Role | null };
type Reply = { id: number; threadId: number; authorId: number | null };
type Thread = {
	id: number;
	number: number;
	authorId: number | null;
	kind: ThreadKind;
};

/** The course as somebody's page showed it; it may have changed by the time they act. */
export type Seen = {
	people: Person[];
	replies: Reply[];
	threads: Thread[];
	questions: Thread[];
	lessons: { id: number; number: number }[];
	blocks: { id: number; lessonId: number }[];
	terms: { id: number }[];
};

async function look(course: { id: number }): Promise<Seen> {
	const threads = await sql<Thread>`
		SELECT id, number, kind, author_id AS "authorId" FROM threads WHERE course_id = ${course.id}`;
	return {
		threads,
		questions: threads.filter(({ kind }) => kind === "question"),
		people: await sql<Person>`
			SELECT u.id, u.handle, m.role FROM users u
			LEFT JOIN memberships m ON m.user_id = u.id AND m.course_id = ${course.id}`,
		replies: await sql<Reply>`
			SELECT r.id, r.thread_id AS "threadId", r.author_id AS "authorId" FROM replies r
			JOIN threads t ON t.id = r.thread_id WHERE t.course_id = ${course.id}`,
		lessons:
			await sql`SELECT id, number FROM lessons WHERE course_id = ${course.id}`,
		blocks:
			await sql`SELECT id, lesson_id AS "lessonId" FROM blocks WHERE position IS NOT NULL`,
		terms: await sql`SELECT id FROM terms`,
	};
}

const FEW = 4;

/** A few of everything, chosen to belong together, so that concurrent acts meet. */
export async function lookAt(
	course: { id: number },
	chance: ReturnType<typeof makeChance>,
): Promise<Seen> {
	const seen = await look(course);
	const few = <Item>(items: Item[]) =>
		Array.from({ length: FEW }, () => chance.one(items));
	const { threadId } = chance.one(seen.replies);
	const replies = few(seen.replies.filter((one) => one.threadId === threadId));
	const questions = few(seen.questions);
	const here = seen.threads.filter(({ id }) => id === threadId);
	return { ...seen, replies, questions, threads: [...here, ...questions] };
}
