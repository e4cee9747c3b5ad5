import pg from "pg";
import { log } from "#app/platform/log.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

/*
 * Whether the database can be asked. Where a connection breaks or a statement gets no answer, a connection of its own
 * asks once more; where that gets none either, the database is away: statements fail at once, until an answer comes.
 */

/** A database that may move: where it is now, and why it is lost, if that is known. */
export type Place = {
	readonly url: string;
	whyLost?(): Promise<string | null>;
};

const TICK_MS = 100;
/** Within which the simplest statement has its answer, connecting included. */
const ANSWER_MS = 1000;
const PAUSE_MS = 250;
const TOO_MANY_CONNECTIONS = "53300";

let watched: Place | null = null;
let isGone = false;
let answers = 0;
let asking: Promise<boolean> | null = null;
const leaving = new Set<() => void>();
const returning = new Set<() => void>();

/** True while no statement can be made. */
export const isAway = () => isGone;

/** Calls `listener` when the database goes away. Returns how to stop that. */
export function onAway(listener: () => void): () => void {
	leaving.add(listener);
	return () => leaving.delete(listener);
}

/** Calls `listener` when it is back. */
export function onBack(listener: () => void): () => void {
	returning.add(listener);
	return () => returning.delete(listener);
}

/** To be called when a statement was answered: whatever a probe meets meanwhile, the database is there. */
export function answered(): void {
	answers += 1;
}

/** Looks after the database from now on. Returns how to stop. */
export function watchDatabase(place: Place): () => void {
	watched = place;
	return () => {
		watched = null;
		isGone = false;
	};
}

/** To be called when a connection broke or gives no answer. Resolves with whether the database is away. */
export async function doubt(): Promise<boolean> {
	if (!watched || isGone) return isGone;
	asking ??= look(watched).finally(() => {
		asking = null;
	});
	return asking;
}

async function look(place: Place): Promise<boolean> {
	const before = answers;
	const error = await probe(place.url);
	if (!error || answers !== before || watched !== place) return false;
	isGone = true;
	for (const listener of [...leaving]) listener();
	const why = await place.whyLost?.().catch(() => null);
	const reason = why ?? reasonOf(error);
	log.warn({ reason }, "the database is away");
	void awaitReturn(place);
	return true;
}

async function awaitReturn(place: Place) {
	const since = Date.now();
	while (watched === place && (await probe(place.url)))
		await new Promise((resolve) => setTimeout(resolve, PAUSE_MS).unref());
	if (watched !== place) return;
	isGone = false;
	log.info({ awayMs: Date.now() - since }, "the database is back");
	for (const listener of [...returning]) listener();
}

/** Asks on a connection of its own. Null: it answers, if only to say that it has too many of them. */
async function probe(url: string): Promise<unknown> {
	const client = new pg.Client({
		connectionString: url,
		application_name: "seminar probe",
	});
	client.on("error", () => {});
	const stop = after(ANSWER_MS, () =>
		client.connection.stream.destroy(new Error("no answer in time")),
	);
	try {
		await client.connect();
		await client.query("SELECT 1");
		return null;
	} catch (error) {
		const { code } = error as { code?: string };
		return code === TOO_MANY_CONNECTIONS ? null : error;
	} finally {
		stop();
		client.end().catch(() => {});
	}
}

/**
 * Calls `act` after so long, counted in ticks: a process that stood still itself has not read the answers that came
 * meanwhile. Returns how to stop.
 */
export function after(ms: number, act: () => void): () => void {
	let left = ms / TICK_MS;
	const timer = setInterval(() => {
		left -= 1;
		if (left > 0) return;
		clearInterval(timer);
		act();
	}, TICK_MS);
	return () => clearInterval(timer);
}
