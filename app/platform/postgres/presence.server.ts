import pg from "pg";
import { log } from "#app/platform/log.server.ts";
import { reasonOf } from "#app/platform/reason.server.ts";

// When a connection breaks or a statement gets no answer, a probe asks once more. If that fails too, the database is
// away: statements fail at once until a probe is answered.

export type Place = {
	readonly url: string;
	whyLost?(): Promise<string | null>;
};

const TICK_MS = 100;
const ANSWER_MS = 1000;
const PAUSE_MS = 250;
const TOO_MANY_CONNECTIONS = "53300";

let watched: Place | null = null;
let isGone = false;
let answers = 0;
let asking: Promise<boolean> | null = null;
const leaving = new Set<() => void>();
const returning = new Set<() => void>();

export const isAway = () => isGone;

export function onAway(listener: () => void): () => void {
	leaving.add(listener);
	return () => leaving.delete(listener);
}

export function onBack(listener: () => void): () => void {
	returning.add(listener);
	return () => returning.delete(listener);
}

/** Call it after every answered statement: it overrules a probe that fails meanwhile. */
export function answered(): void {
	answers += 1;
}

export function watchDatabase(place: Place): () => void {
	watched = place;
	return () => {
		watched = null;
		isGone = false;
	};
}

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

/** Null when it answers, even only to refuse a connection too many. */
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

/** Counts ticks, not time: a process that was itself suspended has not read its answers yet. Returns how to cancel. */
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
