import { randomUUID } from "node:crypto";
import pg from "pg";
import { pool } from "#app/platform/postgres/db.server.ts";
import {
	LastChanges,
	type Scope,
} from "#app/platform/postgres/last-changes.ts";
import {
	after,
	doubt,
	isAway,
	onAway,
	onBack,
	type Place,
} from "#app/platform/postgres/presence.server.ts";

// Caches ask here what has changed. A command reports a change after its commit. NOTIFY is sent outside the
// transaction, because inside one it makes all commits wait for each other.
const CHANNEL = "seminar_changes";
const GATHER_MS = 100;
const RETRY_MS = 1000;
/** The connection is probed this often and must answer within it: a frozen database closes none. */
const BEAT_MS = 2000;
const self = randomUUID();

/** In place of a course's id, for rows of no course: the list of courses, people's descriptions. */
export const NO_COURSE = 0;

export type Change = Scope & {
	/** Nothing readable before was removed or rewritten. */
	adds?: boolean;
};

/** More changes than this are sent as one of everything: NOTIFY carries 8,000 bytes. */
const NAMED_MAX = 200;

const gathered = new Map<string, Change>();
let gathering: Promise<void> | null = null;
let hearing: pg.Client | null = null;

let generation = 0;
const changes = new LastChanges();
const losses = new LastChanges();

/** Counts the changes told so far. */
export const generationNow = () => generation;

/** Whether nothing of it changed since it was begun in its `generation`. */
export const isUnchanged = (shown: Scope & { generation: number }) =>
	changes.areIn(shown);

/** Whether since then nothing of it was removed or rewritten. */
export const hasLostNothing = (shown: Scope & { generation: number }) =>
	losses.areIn(shown);

export const hearsOthers = () => hearing !== null;

function tell(change: Change): void {
	generation += 1;
	changes.note(change, generation);
	if (!change.adds) losses.note(change, generation);
}

/** One change for each place: it adds only where all of them do. */
export function gather(changes: Map<string, Change>, change: Change): void {
	const key = `${change.courseId}/${change.threadId}`;
	const adds = (change.adds ?? false) && (changes.get(key)?.adds ?? true);
	changes.set(key, { ...change, adds });
}

export function changed(change: Change): void {
	tell(change);
	gather(gathered, change);
	gathering ??= new Promise((resolve) => setTimeout(resolve, GATHER_MS)).then(
		async () => {
			gathering = null;
			const told =
				gathered.size > NAMED_MAX
					? [{ courseId: null }]
					: [...gathered.values()];
			gathered.clear();
			await pool
				.query("SELECT pg_notify($1, $2)", [
					CHANNEL,
					JSON.stringify({ sender: self, told }),
				])
				.catch(() => {});
		},
	);
}

function hear(payload = ""): void {
	try {
		const { sender, told } = JSON.parse(payload);
		if (sender !== self) for (const change of told) tell(change);
	} catch {
		// From a server of another version.
		tell({ courseId: null });
	}
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
		if (wasHearing && !(await doubt())) tell({ courseId: null });
	});
	const stop = after(BEAT_MS, () => client.connection.stream.destroy());
	client
		.connect()
		.finally(stop)
		.then(() => ask(`LISTEN ${CHANNEL}`))
		.then(() => {
			hearing = client;
			beat = setInterval(() => ask("SELECT 1").catch(() => {}), BEAT_MS);
			tell({ courseId: null });
		})
		.catch(() => client.connection.stream.destroy());
	return client;
}
