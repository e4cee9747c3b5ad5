import pg from "pg";
import { inject } from "vitest";
import { fragment, pool, sql } from "#app/platform/postgres/db.server.ts";

/** The address of a database on the tests' server. */
export function databaseUrl(name: string): string {
	const url = new URL(inject("serverUrl"));
	url.pathname = `/${name}`;
	return url.href;
}

/** The address of this worker's database, a copy of the migrated, empty one. */
export async function workersDatabase(): Promise<string> {
	const template = inject("template");
	const name = `${template}_${process.env.VITEST_POOL_ID}`;
	const admin = new pg.Client({ connectionString: inject("serverUrl") });
	await admin.connect();
	const { rowCount } = await admin.query(
		"SELECT 1 FROM pg_database WHERE datname = $1",
		[name],
	);
	if (!rowCount)
		await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
	await admin.end();
	return databaseUrl(name);
}

/** Every table, referring ones first, and whether it has an id sequence. */
const TABLES = [
	...[
		"search_documents",
		"events",
		"import_changes",
		"lesson_terms",
		"glossaries",
	],
	...["term_words", "term_edits", "terms"],
	...["thread_reads", "lesson_reads", "saved_replies"],
	...["anchors", "notifications", "question_tokens", "role_changes"],
	...["pins", "reply_votes", "thread_votes", "reply_edits", "thread_edits"],
	...["replies", "threads", "blocks", "lesson_revisions", "lessons"],
	...["imports", "memberships", "sessions", "courses", "users"],
	"rate_limits",
];
const COUNTED = [
	...["pins", "replies", "threads", "blocks", "lessons", "imports"],
	...["courses", "users", "terms", "saved_replies", "events"],
	"search_documents",
];
// On such small tables DELETE takes a tenth of TRUNCATE's time.
const EMPTYING = [
	// A server that is making words of these rows ends first, and finds none afterwards.
	"LOCK TABLE search_documents IN EXCLUSIVE MODE",
	// Threads and replies refer to each other.
	"UPDATE threads SET promoted_from_id = NULL, settled_by_reply_id = NULL, settled_at = NULL WHERE promoted_from_id IS NOT NULL OR settled_at IS NOT NULL",
	"UPDATE replies SET promoted_to_id = NULL WHERE promoted_to_id IS NOT NULL",
	...[...TABLES, "pgboss.job", "pgboss.archive"].map(
		(table) => `DELETE FROM ${table}`,
	),
	...COUNTED.map((table) => `SELECT setval('${table}_id_seq', 1, false)`),
].join(";");

/** Empties every table and restarts all ids at 1. */
export async function truncateAll(): Promise<void> {
	await pool.query(EMPTYING);
}

const CONTENTS = TABLES.filter((table) => table !== "rate_limits");

/** A number for each table's contents, without rate limits. */
export const contents = () =>
	Promise.all(
		CONTENTS.map(
			(table) =>
				sql`SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM ${fragment(table)} t`,
		),
	);
