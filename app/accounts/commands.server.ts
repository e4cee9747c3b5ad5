import type { z } from "zod";
import { hashPassword, isPassword } from "#app/accounts/passwords.server.ts";
import type {
	passwordSchema,
	profileSchema,
	signUpSchema,
} from "#app/accounts/schema.ts";
import type { AccountSettings } from "#app/accounts/settings.ts";
import { skeleton } from "#app/accounts/skeleton.ts";
import { act } from "#app/events/act.server.ts";
import { renderOptional } from "#app/markdown/body.server.ts";
import { RENDERER_VERSION } from "#app/markdown/render.server.ts";
import type { ErrorKey } from "#app/platform/forms/failure.ts";
import { Invalid } from "#app/platform/forms/refusal.ts";
import { NO_COURSE } from "#app/platform/postgres/changes.server.ts";
import {
	db,
	type Sql,
	sql,
	withPrisma,
} from "#app/platform/postgres/db.server.ts";

/** Someone who already has the name may keep it. */
async function isOfStaff(name: string, ownId: number | null) {
	const [same] = await sql<{ isStaff: boolean | null; isOwn: boolean | null }>`
		SELECT bool_or(u.id = ${ownId}) AS "isOwn", bool_or(u.owner_at IS NOT NULL OR EXISTS (
			SELECT 1 FROM memberships m WHERE m.user_id = u.id AND m.role IN ('assistant', 'instructor')
		)) AS "isStaff" FROM users u WHERE u.name_skeleton = ${skeleton(name)}`;
	return same?.isStaff && !same.isOwn;
}

/** By field: a taken handle or address, or a name that passes for a teacher's. */
export async function findTaken(account: {
	handle?: string;
	name?: string;
	email?: string;
}): Promise<Record<string, ErrorKey>> {
	const { handle = "", name, email = "" } = account;
	const [others, staffs] = await Promise.all([
		db.user.findMany({
			where: { OR: [{ handle }, { email }] },
			select: { handle: true, email: true },
		}),
		name !== undefined && isOfStaff(name, null),
	]);
	return {
		...(others.some((other) => other.handle === handle) && {
			handle: "handleTaken",
		}),
		...(staffs && { name: "nameOfStaff" }),
		...(others.some((other) => other.email === email) && {
			email: "emailTaken",
		}),
	};
}

type Account = Omit<z.output<typeof signUpSchema>, "password">;

async function refuseTaken(account: Account) {
	const [taken] = Object.entries(await findTaken(account));
	if (taken) throw new Invalid(...taken);
}

/** @throws Invalid for a taken handle, e-mail or teacher's name @throws Unavailable where too many passwords wait */
export async function createAccount(
	form: z.output<typeof signUpSchema>,
	from: string | null = null,
): Promise<{ id: number }> {
	await refuseTaken(form);
	const { password, ...account } = form;
	return addAccount(account, await hashPassword(password, from));
}

/** For a hashed password. @throws Invalid where handle or e-mail are taken */
export async function addAccount(
	account: Account,
	passwordHash: string,
): Promise<{ id: number }> {
	const { handle, name, email } = account;
	const nameSkeleton = skeleton(name);
	const data = { handle, name, nameSkeleton, email, passwordHash };
	try {
		return await act({ by: null, course: null }, async (sql, happened) => {
			const made = await withPrisma(sql, (db) =>
				db.user.create({ data, select: { id: true } }),
			);
			happened("account.created", { details: { userId: made.id } });
			return made;
		});
	} catch (error) {
		await refuseTaken(account);
		throw error;
	}
}

/** An unknown address takes as long as a wrong password. @throws Unavailable where too many passwords wait */
export async function findByPassword(
	{ email, password }: { email: string; password: string },
	from: string,
): Promise<{ id: number } | null> {
	const account = await db.user.findUnique({
		where: { email },
		select: { id: true, passwordHash: true },
	});
	const right = await isPassword(account?.passwordHash, password, from);
	return account && right ? { id: account.id } : null;
}

type Saved = {
	renames: boolean;
	rewrites: boolean;
	isOwner: boolean;
	courses: number[];
};

/** @throws Invalid where the name passes for a teacher's, or the bio cannot be rendered */
export async function saveProfile(
	userId: number,
	profile: z.output<typeof profileSchema>,
): Promise<void> {
	const { name, bio, ...settings } = profile;
	if (await isOfStaff(name, userId)) throw new Invalid("name", "nameOfStaff");
	const bioHtml = bio ? await renderOptional(bio, userId, "bio") : "";
	await act({ by: { id: userId }, course: null }, async (sql, happened) => {
		const [saved] = await sql<Saved>`
			UPDATE users SET name = ${name}, name_skeleton = ${skeleton(name)},
				bio = ${bio}, bio_html = ${bioHtml}, bio_renderer = ${RENDERER_VERSION},
				settings = settings || ${settings}::jsonb
			FROM (SELECT name, bio FROM users WHERE id = ${userId} FOR NO KEY UPDATE) before WHERE id = ${userId}
			RETURNING before.name <> users.name AS renames, before.bio <> users.bio AS rewrites, owner_at IS NOT NULL AS "isOwner",
				ARRAY(SELECT course_id FROM memberships WHERE user_id = ${userId}) AS courses`;
		if (saved) happened("account.edited", { shownIn: shownIn(saved) });
	});
}

/** Owners write in courses without being members. */
function shownIn({ renames, rewrites, isOwner, courses }: Saved) {
	if (renames) return isOwner ? [null] : [...courses, NO_COURSE];
	return rewrites ? [NO_COURSE] : [];
}

/** Within a transaction. False where the account is an owner already. */
export async function makeOwner(sql: Sql, userId: number): Promise<boolean> {
	const named = await sql`
		UPDATE users SET owner_at = now() WHERE id = ${userId} AND owner_at IS NULL RETURNING 1`;
	return named.length > 0;
}

export async function savePreferences(
	userId: number,
	chosen: Partial<AccountSettings>,
): Promise<void> {
	await sql`UPDATE users SET settings = settings || ${chosen}::jsonb WHERE id = ${userId}`;
}

/** Ends all sessions; false where the present password is wrong. @throws Unavailable where too many passwords wait */
export async function changePassword(
	userId: number,
	{ currentPassword, newPassword }: z.output<typeof passwordSchema>,
	from: string,
): Promise<boolean> {
	const present = await db.user.findUniqueOrThrow({
		where: { id: userId },
		select: { passwordHash: true },
	});
	const { passwordHash: old } = present;
	if (!(await isPassword(old, currentPassword, from))) return false;
	const passwordHash = await hashPassword(newPassword, from);
	await act({ by: { id: userId }, course: null }, async (sql, happened) => {
		await withPrisma(sql, async (db) => {
			await db.user.updateMany({
				where: { id: userId },
				data: { passwordHash },
			});
			await db.session.deleteMany({ where: { userId } });
		});
		happened("account.password_changed");
	});
	return true;
}
