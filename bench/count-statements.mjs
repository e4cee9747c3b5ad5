/*
 * Loaded into the server before anything else. Over the IPC channel it tells the benchmark, which started the process: the
 * SQL statements of a period, the database's address, the memory now, and the most memory so far.
 */
import { isMainThread } from "node:worker_threads";

/** @typedef {{ name?: string, text: string, values?: unknown[] }} Statement */
/** @typedef {{ statements: Statement[], database: import("pg").ClientConfig, rss: number, maxRss: number }} Report */

const SAMPLE_MS = 100;

if (isMainThread && process.send) await listen();

async function listen() {
	const { default: pg } = await import("pg");
	const { query } = pg.Client.prototype;
	/** @type {Report} */
	const report = { statements: [], database: {}, rss: 0, maxRss: 0 };
	let isRecording = false;

	/** @this {import("pg").Client} @param {[string | Statement, ...unknown[]]} given */
	function recorded(...given) {
		const [first, values] = given;
		if (isRecording) {
			const { host, port, user, password, database } = this;
			report.database = { host, port, user, password, database };
			report.statements.push(
				typeof first === "string"
					? { text: first, values: Array.isArray(values) ? values : [] }
					: { name: first.name, text: first.text, values: first.values },
			);
		}
		return Reflect.apply(query, this, given);
	}
	pg.Client.prototype.query = /** @type {typeof query} */ (recorded);

	setInterval(() => {
		report.maxRss = Math.max(report.maxRss, process.memoryUsage.rss());
	}, SAMPLE_MS).unref();

	process.on("message", (/** @type {"record" | "report"} */ asked) => {
		isRecording = asked === "record";
		report.rss = process.memoryUsage.rss();
		if (isRecording) report.statements = [];
		process.send?.(report);
	});
	// The benchmark has ended, so nobody needs this server.
	process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
}
