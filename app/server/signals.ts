type End = (signal: NodeJS.Signals) => Promise<number>;

let end: End | null = null;
let isUnderway = false;

/** The process is about to exit: what fails now does so for want of a database. */
export const isEnding = () => isUnderway;

/**
 * Does `work` at Ctrl+C or SIGTERM, in place of what was given before, and exits with its code. Once: a second Ctrl+C
 * would leave the database running.
 */
export function atSignal(work: End): void {
	if (!end) process.on("SIGINT", stop).on("SIGTERM", stop);
	end = work;
}

function stop(signal: NodeJS.Signals): void {
	if (isUnderway || !end) return;
	isUnderway = true;
	end(signal).then(
		(code) => process.exit(code),
		() => process.exit(1),
	);
}
