import { randomBytes } from "node:crypto";
import { createAccount, saveProfile } from "#app/accounts/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { addTerm } from "#app/glossary/commands.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { parseSource } from "#app/imports/source.ts";
import { nameOwner, nameRole } from "#app/members/commands.server.ts";
import { session, sql } from "#app/platform/postgres/db.server.ts";
import { addSavedReply } from "#app/saved-replies/commands.server.ts";
import { cast, type Handle } from "#prisma/seed/cast.ts";
import { draftTerms } from "#prisma/seed/glossary.ts";
import { savedReplies } from "#prisma/seed/saved-replies.ts";
import { seedDiscussions } from "#prisma/seed/seed-discussions.server.ts";

export const DEMO_COURSE = {
	slug: "llm",
	title: "大模型十讲：从一个词到一段话",
	description:
		"写给想弄懂大语言模型的人。从预测下一个词元讲起，到注意力，再到规模与涌现；每课两道思考题，欢迎先想再看。",
};

// The build includes the lessons, so the demo needs no folder beside it.
const LESSONS = import.meta.glob<string>("./lessons/*.md", {
	query: "?raw",
	import: "default",
	eager: true,
});

/** For the embedded database, which nobody else can reach. */
const KNOWN_PASSWORD = "seminar-demo";

type State = { users: number; owners: number; demo: boolean };

/** The advisory lock under which one process seeds at a time. */
const SEEDING = 72_707_370;

/**
 * Adds the demo course to an empty database once, even if several processes try. It first clears what a killed seeding
 * left: the site opens only afterwards, so nobody has written anything yet. Naming the owner comes last and marks the end.
 * @returns lines that tell how to sign in; with your own database only from the call that made the passwords
 */
export async function seed(
	database: { embedded: boolean },
	say: (line: string) => void,
): Promise<string[]> {
	return session(async (sql) => {
		await sql`SELECT pg_advisory_lock(${SEEDING})`;
		const signIns = await seedOnce(database, say);
		await sql`SELECT pg_advisory_unlock(${SEEDING})`;
		return signIns;
	});
}

async function seedOnce(
	database: { embedded: boolean },
	say: (line: string) => void,
): Promise<string[]> {
	const [state] = await sql<State>`
		SELECT (SELECT count(*)::int FROM users) AS users,
			(SELECT count(*)::int FROM users WHERE owner_at IS NOT NULL) AS owners,
			EXISTS (SELECT 1 FROM users WHERE email = ${cast[0]?.email}) AS demo`;
	if (!state) throw new Error("The database says nothing of itself");
	const finished = state.owners > 0;
	if (finished)
		return database.embedded && state.demo ? signIns(() => KNOWN_PASSWORD) : [];
	if (state.users > 0 && !state.demo) return [];
	if (state.users > 0) await clear();
	say("Putting in the demo course …");
	const passwords = new Map(
		cast.map(({ handle }) => [
			handle,
			database.embedded ? KNOWN_PASSWORD : randomBytes(9).toString("base64url"),
		]),
	);
	await seedCourse((handle) => passwords.get(handle) ?? KNOWN_PASSWORD);
	return signIns((handle) => passwords.get(handle) ?? KNOWN_PASSWORD);
}

const clear = async () => {
	await sql`TRUNCATE users, courses, rate_limits RESTART IDENTITY CASCADE`;
};

function signIns(passwordOf: (handle: Handle) => string): string[] {
	const [instructor] = cast.filter(({ role }) => role === "instructor");
	const [assistant] = cast.filter(({ role }) => role === "assistant");
	const [learner] = cast.filter(({ role }) => role === "learner");
	return [instructor, assistant, learner].flatMap((member) =>
		member
			? [
					`  ${member.role.padEnd(10)}  ${member.email}  ${passwordOf(member.handle)}`,
				]
			: [],
	);
}

/** Writes the demo's people, course, lessons and discussions. */
export async function seedCourse(
	passwordOf: (handle: Handle) => string,
): Promise<void> {
	const accounts = await Promise.all(
		cast.map(async ({ handle, name, email, bio }) => {
			const { id } = await createAccount({
				handle,
				name,
				email,
				password: passwordOf(handle),
			});
			if (bio)
				await saveProfile(id, {
					name,
					bio,
					language: null,
					theme: null,
					timeZone: null,
				});
			return [handle, id] as const;
		}),
	);
	const ids = new Map<Handle, number>(accounts);
	const sources = Object.entries(LESSONS).map(([path, text]) => {
		const name = path.split("/").at(-1) ?? path;
		return { name, ...parseSource(name, Buffer.from(text)) };
	});
	await importLessons(sources, {
		slug: DEMO_COURSE.slug,
		title: DEMO_COURSE.title,
		byId: ids.get("guxing") ?? null,
	});
	const [course] = await sql<Course>`
		UPDATE courses SET description = ${DEMO_COURSE.description}, created_at = now() - interval '40 days'
		WHERE slug = ${DEMO_COURSE.slug} RETURNING id, slug, title`;
	if (!course) throw new Error("The demo course was not written");
	const by = { id: ids.get("guxing") ?? null, role: "instructor" as const };
	for (const { handle, role } of cast)
		await nameRole(handle, { by, course, role });
	for (const words of draftTerms) await addTerm({ by, course, words });
	await sql`UPDATE terms SET created_at = now() - interval '38 days'`;
	for (const saved of savedReplies)
		await addSavedReply({ by, course, ...saved });
	await sql`UPDATE saved_replies SET updated_at = now() - interval '30 days'`;
	await seedDiscussions(course, ids);
	await sql`UPDATE lessons SET created_at = now() - interval '38 days', updated_at = now() - interval '12 days'`;
	await sql`UPDATE users SET created_at = now() - interval '45 days'`;
	await sql`UPDATE memberships SET created_at = now() - interval '39 days'`;
	await nameOwner("guxing");
	await sql`ANALYZE`;
}
