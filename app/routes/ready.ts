import { sql } from "#app/platform/postgres/db.server.ts";

/** The database answers too: 200, else 503. */
export const loader = () =>
	sql`SELECT 1`.then(
		() => new Response("ok\n"),
		() => new Response("no database\n", { status: 503 }),
	);
