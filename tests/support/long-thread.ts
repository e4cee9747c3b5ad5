import type { Course } from "#app/courses/queries.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { makeReply, type Person } from "#tests/support/cast.ts";
import { makeChance } from "#tests/support/random.ts";

const TOP = 87;
/** The top-level replies that have others under them, and how many. */
const UNDER = [
	[3, 62],
	[40, 11],
	[41, 10],
	[86, 1],
] as const;
/** Some of them stay as tombstones. */
const REMOVED = [3, 7, 50, 90, 107, 148];

/**
 * Fills a thread with 171 replies, some removed. Times, votes, endorsements and places in the source have so few values
 * that every order has ties.
 */
export async function fillThread(
	course: Course,
	thread: { id: number },
	people: Person[],
): Promise<void> {
	const chance = makeChance(171);
	const written: { id: number; by: Person }[] = [];
	const write = async (parentId: number | null = null) => {
		const by = chance.one(people);
		const { id } = await makeReply(course, thread.id, by, { parentId });
		written.push({ id, by });
		return id;
	};
	for (let i = 0; i < TOP; i++) await write();
	for (const [nth, count] of UNDER) {
		const branch = written.slice(nth, nth + 1).map(({ id }) => id);
		for (let i = 0; i < count; i++)
			branch.push(await write(chance.one(branch)));
	}
	for (const { id, by } of written.filter((_, i) => REMOVED.includes(i)))
		await removeReply({ id, authorId: by.id }, { by, course });
	await sql`
		UPDATE replies SET created_at = timestamptz '2026-01-01' + (id * 7 % 11) * interval '1 hour',
			imported_votes = id * 5 % 4, source_position = CASE WHEN id % 3 > 0 THEN id * 3 % 17 END,
			endorsed_at = CASE WHEN id % 13 = 0 THEN now() END
		WHERE thread_id = ${thread.id}`;
}
