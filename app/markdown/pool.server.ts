import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import workerSource from "virtual:markdown-worker";
import type { Rendered, RenderedLesson } from "#app/markdown/compose.ts";
import { LIMITS } from "#app/markdown/limits.ts";
import type { LessonJob, TextJob } from "#app/markdown/worker.ts";
import { Unavailable } from "#app/platform/unavailable.ts";

/** Then a hostile text occupies only one of two workers. */
const MAX_WORKERS = 2;
/** Queue places for all people, and for each; further texts wait for their author's own. */
const PLACES = 32;
const PLACES_EACH = 2;
const WAITING_EACH = 20;
const RETRY_AFTER_S = 5;
/** Longer texts yield by up to LONGEST_MS; those that nobody waits for by more. */
const MS_PER_CHARACTER = 0.1;
const LONGEST_MS = 3_000;
const NOBODY_MS = 5_000;
const RESOURCES = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };

type Outcome = Rendered | RenderedLesson;
type Task = {
	job: TextJob | LessonJob;
	by: number | null;
	due: number;
	resolve: (outcome: Outcome) => void;
	reject: (error: Error) => void;
};
type Hand = {
	worker: Worker;
	isReady: boolean;
	task?: Task;
	deadline?: NodeJS.Timeout;
};

const waiting: Task[] = [];
const hands = new Set<Hand>();

/** Short texts come first, one of each person at a time. @throws Unavailable where the queue is full */
export function renderInWorker(
	job: TextJob,
	by: number | null,
): Promise<Rendered>;
export function renderInWorker(
	job: LessonJob,
	by: number | null,
): Promise<RenderedLesson>;
export function renderInWorker(
	job: TextJob | LessonJob,
	by: number | null,
): Promise<Outcome> {
	if (by !== null && isFullFor(by))
		return Promise.reject(new Unavailable("busy", RETRY_AFTER_S));
	const length = Math.min(job.source.length * MS_PER_CHARACTER, LONGEST_MS);
	const due = performance.now() + length + (by === null ? NOBODY_MS : 0);
	return new Promise((resolve, reject) => {
		waiting.push({ job, by, due, resolve, reject });
		distribute();
	});
}

function isFullFor(by: number): boolean {
	const texts = new Map<number | null, number>();
	for (const task of waiting) texts.set(task.by, (texts.get(task.by) ?? 0) + 1);
	const own = texts.get(by) ?? 0;
	if (own >= PLACES_EACH) return own >= WAITING_EACH;
	texts.delete(null);
	let taken = 0;
	for (const count of texts.values()) taken += Math.min(count, PLACES_EACH);
	return taken >= PLACES;
}

function takeNext(): Task | undefined {
	const served = new Set([...hands].flatMap(({ task }) => task?.by ?? []));
	let next: Task | undefined;
	for (const task of waiting)
		if (
			!(task.by !== null && served.has(task.by)) &&
			(!next || task.due < next.due)
		)
			next = task;
	if (next) waiting.splice(waiting.indexOf(next), 1);
	return next;
}

function distribute(): void {
	const idle = [...hands].filter((hand) => !hand.task);
	for (const hand of idle) {
		const task = hand.isReady && takeNext();
		if (task) begin(hand, task);
	}
	const starting = idle.filter((hand) => !hand.isReady).length;
	if (waiting.length > starting && hands.size < MAX_WORKERS) hire();
}

function hire(): void {
	// Node's own flags would override a worker's limits.
	setFlagsFromString("--max-old-space-size=0");
	setFlagsFromString("--max-semi-space-size=0");
	const worker = new Worker(workerSource, {
		eval: true,
		name: "markdown",
		resourceLimits: RESOURCES,
	});
	const hand: Hand = { worker, isReady: false };
	hands.add(hand);
	worker.on("message", (message: "ready" | Outcome) => {
		hand.isReady = true;
		if (message !== "ready") finish(hand)?.resolve(message);
		worker.unref();
		distribute();
	});
	worker.on("error", (error) => lose(hand, error));
	worker.on("exit", () => lose(hand, new Error("The Markdown worker ended")));
}

function begin(hand: Hand, task: Task): void {
	hand.task = task;
	hand.worker.ref();
	hand.worker.postMessage(task.job);
	endAfter(limitOf(task), hand, task, process.cpuUsage());
}

const limitOf = ({ job }: Task) =>
	LIMITS[job.kind === "lesson" ? job.kind : job.flavour].ms;

/** Counts CPU time: on a busy machine a worker gets less than passes. */
function endAfter(
	ms: number,
	hand: Hand,
	task: Task,
	before: NodeJS.CpuUsage,
): void {
	hand.deadline = setTimeout(() => {
		// An answer may have arrived while this thread was busy; it is read first.
		setImmediate(() => {
			if (hand.task !== task) return;
			const { user, system } = process.cpuUsage(before);
			const left = Math.ceil(limitOf(task) - (user + system) / 1000);
			if (left > 0) endAfter(left, hand, task, before);
			else end(hand, task);
		});
	}, ms);
}

function finish(hand: Hand): Task | undefined {
	const { task } = hand;
	clearTimeout(hand.deadline);
	hand.task = undefined;
	return task;
}

function end(hand: Hand, task: Task): void {
	hands.delete(hand);
	void hand.worker.terminate();
	task.resolve({ ok: false, limit: "time" });
	distribute();
}

function lose(hand: Hand, error: Error & { code?: string }): void {
	if (!hands.delete(hand)) return;
	const task = finish(hand);
	if (task && error.code === "ERR_WORKER_OUT_OF_MEMORY")
		task.resolve({ ok: false, limit: "memory" });
	else (task ?? waiting.shift())?.reject(error);
	distribute();
}
