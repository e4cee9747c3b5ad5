import { randomUUID } from "node:crypto";
import pg from "pg";
import { pool } from "#app/platform/postgres/db.server.ts";
import {
	after,
	doubt,
	isAway,
	onAway,
	onBack,
	type Place,
} from "#app/platform/postgres/presence.server.ts";

// Caches of public rows listen here. A command reports a change after its commit. NOTIFY is sent outside the
// transaction, because inside one it makes all commits wait for each other.
const CHANNEL = "seminar_changes";
const GATHER_MS = 100;
const RETRY_MS = 1000;
/** The connection is probed this often and must answer within it: a frozen database closes none. */
const BEAT_MS = 2000;
const self = randomUUID();

/** In place of a course's id, for rows of no course: the list of courses, people's descriptions. */
export const NO_COURSE = 0;

/** `courseId` null: anything may have changed. `adds`: nothing readable before was removed or rewritten. */
type Listener = (courseId: number | null, adds: boolean) => void;

const listeners = new Set<Listener>();
const gathered = new Map<number | null, boolean>();
let gathering: Promise<void> | null = null;
let hearing: pg.Client | null = null;

export function onChange(listener: Listener): void {
	listeners.add(listener);
}

export const hearsOthers = () => hearing !== null;

const tell: Listener = (courseId, adds) => {
	for (const listener of listeners) listener(courseId, adds);
};

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

export async function changesSent(): Promise<void> {
	await gathering;
}

/** Reconnects whenever the connection breaks. Returns how to stop. */
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
		// Others may still write, so anything may have been missed.
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
			tell(null, false);
		})
		.catch(() => client.connection.stream.destroy());
	return client;
}
