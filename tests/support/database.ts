import pg from "pg";
import { inject } from "vitest";
import { sql } from "#app/platform/db.server.ts";

/** The address of a database on the tests' server. */
export function databaseUrl(name: string): string {
	const url = new URL(inject("serverUrl"));
	url.pathname = `/${name}`;
	return url.href;
}

/** A fresh copy of the migrated, empty database; gives its address and how to drop it. */
export async function createDatabase(name: string) {
	const admin = new pg.Client({ connectionString: inject("serverUrl") });
	await admin.connect();
	await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
	await admin.query(`CREATE DATABASE ${name} TEMPLATE ${inject("template")}`);
	return {
		url: databaseUrl(name),
		async drop() {
			await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
			await admin.end();
		},
	};
}

/** Empties every table and begins all ids at 1 again. */
export async function truncateAll(): Promise<void> {
	await sql`
		TRUNCATE users, sessions, courses, memberships, imports, lessons, lesson_revisions, blocks, threads, replies,
			reply_edits, thread_edits, reply_votes, thread_votes, pins, rate_limits RESTART IDENTITY`;
}
