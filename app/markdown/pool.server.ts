import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import workerSource from "virtual:markdown-worker";
import type { Rendered, RenderedLesson } from "#app/markdown/compose.ts";
import { MAX_MILLISECONDS } from "#app/markdown/limits.ts";
import type { LessonJob, TextJob } from "#app/markdown/worker.ts";

/** Two, so that a hostile text leaves a worker to everybody else. */
const MAX_WORKERS = 2;
const RESOURCES = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 };

type Outcome = Rendered | RenderedLesson;
type Task = {
	job: TextJob | LessonJob;
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

/**
 * Has a worker thread render a text. A worker that takes too long or too much
 * memory is ended and replaced; starting one does not count. Idle workers do
 * not keep the process alive. Rejects only on a bug.
 */
export function renderInWorker(job: TextJob): Promise<Rendered>;
export function renderInWorker(job: LessonJob): Promise<RenderedLesson>;
export function renderInWorker(job: TextJob | LessonJob): Promise<Outcome> {
	return new Promise((resolve, reject) => {
		waiting.push({ job, resolve, reject });
		distribute();
	});
}

function distribute(): void {
	const idle = [...hands].filter((hand) => !hand.task);
	for (const hand of idle) {
		const task = hand.isReady && waiting.shift();
		if (task) begin(hand, task);
	}
	const starting = idle.filter((hand) => !hand.isReady).length;
	if (waiting.length > starting && hands.size < MAX_WORKERS) hire();
}

function hire(): void {
	// What the process was given would take the place of a worker's own limits.
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
	hand.deadline = setTimeout(() => {
		// An answer may have come while this thread was busy: it is read first.
		setImmediate(() => {
			if (hand.task === task) end(hand, task);
		});
	}, MAX_MILLISECONDS);
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
