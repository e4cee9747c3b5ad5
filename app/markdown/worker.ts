import { parentPort } from "node:worker_threads";
import { composeLesson, composeText } from "#app/markdown/compose.ts";
import type { Flavour } from "#app/markdown/parser.ts";

export type TextJob = { kind: "text"; source: string; flavour: Flavour };
export type LessonJob = { kind: "lesson"; source: string };

parentPort?.on("message", (job: TextJob | LessonJob) => {
	parentPort?.postMessage(
		job.kind === "text"
			? composeText(job.source, job.flavour)
			: composeLesson(job.source),
	);
});

// The first text is the slowest: it must not be a member's.
composeText("**「热身」**$\\frac{a}{b}$\n\n```js\n1;\n```", "reply");
parentPort?.postMessage("ready");
