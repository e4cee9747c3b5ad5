import { randomUUID } from "node:crypto";
import pg from "pg";
import { pool } from "#app/platform/db.server.ts";

/*
 * Who keeps something that is made from public rows (the page cache) listens here. A command reports the course it
 * changed after its commit: this process hears it at once, the others by NOTIFY. The notifications of 100 ms travel
 * together and outside the transaction, because NOTIFY inside one makes all commits wait for each other.
 */
const CHANNEL = "seminar_changes";
const GATHER_MS = 100;
const self = randomUUID();

/** A course's id, or null: anything may have changed. */
type Listener = (courseId: number | null) => void;

const listeners = new Set<Listener>();
const gathered = new Set<number | null>();
let gathering: Promise<void> | null = null;
let hearing: pg.Client | null = null;

/** Calls `listener` for each change, own and of other processes. */
export function onChange(listener: Listener): void {
	listeners.add(listener);
}

/** True while changes made by other processes arrive here. */
export const hearsOthers = () => hearing !== null;

/** Says that public rows of a course have changed. To be called after the commit. */
export function changed(courseId: number | null): void {
	for (const listener of listeners) listener(courseId);
	gathered.add(courseId);
	gathering ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(
		async () => {
			gathering = null;
			const courses = [...gathered].map((id) => id ?? "").join(",");
			gathered.clear();
			// Unheard, the others serve the old page until it expires by itself.
			await pool
				.query("SELECT pg_notify($1, $2)", [CHANNEL, `${self}:${courses}`])
				.catch(() => {});
		},
	);
}

/** Resolves when what was reported so far has been sent: for a process that is about to end. */
export async function changesSent(): Promise<void> {
	await gathering;
}

/** Starts to listen to other processes, and again whenever the connection breaks. Returns how to stop. */
export function hearOthers(url: string): () => Promise<void> {
	let stopped = false;
	let retry: NodeJS.Timeout | undefined;
	const connect = async () => {
		const client = new pg.Client({
			connectionString: url,
			application_name: "seminar changes",
			keepAlive: true,
		});
		const lost = () => {
			if (hearing === client) hearing = null;
			client.removeAllListeners("end");
			client.end().catch(() => {});
			if (!stopped) retry = setTimeout(connect, 1000);
		};
		client.on("error", lost);
		client.on("notification", ({ payload }) => {
			const [sender, courses = ""] = (payload ?? "").split(":");
			if (sender === self) return;
			for (const id of courses.split(","))
				for (const listener of listeners) listener(id ? Number(id) : null);
		});
		try {
			await client.connect();
			await client.query(`LISTEN ${CHANNEL}`);
			client.on("end", lost);
			hearing = client;
			// What was missed while deaf may be anything.
			for (const listener of listeners) listener(null);
		} catch {
			lost();
		}
	};
	void connect();
	return async () => {
		stopped = true;
		clearTimeout(retry);
		const client = hearing;
		hearing = null;
		await client?.end();
	};
}
