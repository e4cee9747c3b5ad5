import { sql } from "#app/platform/db.server.ts";

/** Whatever an account was told so far is read. Idempotent. */
export async function readNotifications(userId: number): Promise<void> {
	await sql`UPDATE notifications SET read_at = now() WHERE user_id = ${userId} AND read_at IS NULL`;
}
