import { skeleton } from "#app/accounts/skeleton.ts";
import { sql } from "#app/platform/postgres/db.server.ts";

export async function renewSkeletons(): Promise<void> {
	const staff = await sql<{ id: number; name: string; had: string }>`
		SELECT id, name, name_skeleton AS had FROM users u
		WHERE owner_at IS NOT NULL OR id IN (SELECT user_id FROM memberships WHERE role <> 'learner')`;
	for (const { id, name, had } of staff)
		if (had !== skeleton(name))
			await sql`UPDATE users SET name_skeleton = ${skeleton(name)} WHERE id = ${id}`;
}
