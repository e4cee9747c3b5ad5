import { randomUUID } from "node:crypto";
import pg from "pg";
import { pool } from "#app/platform/db.server.ts";
import {
	after,
	doubt,
	isAway,
	onAway,
	onBack,
	type Place,
} from "#app/platform/presence.server.ts";

/*
 * Who keeps something that is made from public rows (the page cache) listens here. A command reports the course it
 * changed after its commit: this process hears it at once, the others by NOTIFY. The notifications of 100 ms travel
 * together and outside the transaction, because NOTIFY inside one makes all commits wait for each other.
 */
const CHANNEL = "seminar_changes";
const GATHER_MS = 100;
const RETRY_MS = 1000;
/** How often the connection is tried, and within which it answers: a frozen database ends none. */
const BEAT_MS = 2000;
const self = randomUUID();

/** In place of a course's id: what is in none of them, as the list of courses and what somebody says about themselves. */
export const NO_COURSE = 0;

/**
 * A course's id, or null: anything may have changed. `adds`: something came to it, and nothing that could be read before
 * was taken away or written anew.
 */
type Listener = (courseId: number | null, adds: boolean) => void;

const listeners = new Set<Listener>();
/** By course: whether all changes only added something. */
const gathered = new Map<number | null, boolean>();
let gathering: Promise<void> | null = null;
let hearing: pg.Client | null = null;

/** Calls `listener` for each change, own and of other processes. */
export function onChange(listener: Listener): void {
	listeners.add(listener);
}

/** True while changes made by other processes arrive here. */
export const hearsOthers = () => hearing !== null;

const tell: Listener = (courseId, adds) => {
	for (const listener of listeners) listener(courseId, adds);
};

/** Says that public rows of a course have changed. To be called after the commit. */
export function changed(courseId: number | null, { adds = false } = {}): void {
	tell(courseId, adds);
	gathered.set(courseId, adds && (gathered.get(courseId) ?? true));
	gathering ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(
		async () => {
			gathering = null;
			const courses = [...gathered]
				.map(([id, adds]) => `${adds ? "+" : ""}${id ?? ""}`)
				.join(",");
			gathered.clear();
			// Unheard, the others serve the old page until it expires by itself.
			await pool
				.query("SELECT pg_notify($1, $2)", [CHANNEL, `${self}:${courses}`])
				.catch(() => {});
		},
	);
}

function hear(payload = ""): void {
	const [sender, courses = ""] = payload.split(":");
	if (sender === self) return;
	for (const one of courses.split(","))
		tell(/\d/.test(one) ? Number(one) : null, one.startsWith("+"));
}

/** Resolves when what was reported so far has been sent: for a process that is about to end. */
export async function changesSent(): Promise<void> {
	await gathering;
}

/** Starts to listen to other processes, and again whenever the connection breaks. Returns how to stop. */
export function hearOthers(place: Place): () => Promise<void> {
	let client: pg.Client | null = null;
	let isStopped = false;
	let retry: NodeJS.Timeout | undefined;
	const connect = () => {
		clearTimeout(retry);
		client ??= listener(place, () => {
			client = null;
			if (!isStopped) retry = setTimeout(() => isAway() || connect(), RETRY_MS);
		});
	};
	const stops = [
		onAway(() => client?.connection.stream.destroy()),
		onBack(connect),
	];
	connect();
	return async () => {
		isStopped = true;
		clearTimeout(retry);
		for (const stop of stops) stop();
		hearing = null;
		await client?.end();
	};
}

/** A connection that listens, until it breaks or gives no answer. */
function listener(place: Place, lost: () => void): pg.Client {
	const client = new pg.Client({
		connectionString: place.url,
		application_name: "seminar changes",
		keepAlive: true,
		keepAliveInitialDelayMillis: 10_000,
	});
	const ask = async (text: string) => {
		const stop = after(BEAT_MS, () => client.connection.stream.destroy());
		await client.query(text).finally(stop);
	};
	let beat: NodeJS.Timeout | undefined;
	client.on("error", () => {});
	client.on("notification", ({ payload }) => hear(payload));
	client.once("end", async () => {
		clearInterval(beat);
		const wasHearing = hearing === client;
		if (wasHearing) hearing = null;
		lost();
		// Where others can still write, what is missed now may be anything.
		if (wasHearing && !(await doubt())) tell(null, false);
	});
	const stop = after(BEAT_MS, () => client.connection.stream.destroy());
	client
		.connect()
		.finally(stop)
		.then(() => ask(`LISTEN ${CHANNEL}`))
		.then(() => {
			hearing = client;
			beat = setInterval(() => ask("SELECT 1").catch(() => {}), BEAT_MS);
			// What was missed while deaf may be anything.
			tell(null, false);
		})
		.catch(() => client.connection.stream.destroy());
	return client;
}
