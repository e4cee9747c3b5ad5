/** @typedef {import("./measure.mjs").Measured} Measured */
/** @typedef {{ target: string, figure: string, isReached: boolean }} Target */

const KB = 1000;
const MB = 1000 * KB;

/** @param {number} number */
const said = (number) =>
	number.toLocaleString("en", { maximumFractionDigits: number < 10 ? 1 : 0 });
/** @param {number} ratio */
const saidRatio = (ratio) => ratio.toFixed(ratio < 0.1 ? 3 : 2);

/** @param {Measured} measured */
const share = ({ load, bare }) => load.rate / bare.rate;

/** Columns as wide as needed; the first is aligned left. @param {string[][]} rows */
export function table(rows) {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0
						? cell.padEnd(widths[column] ?? 0)
						: cell.padStart(widths[column] ?? 0),
				)
				.join("  "),
		)
		.join("\n");
}

/** @param {Measured[]} all */
export const figuresTable = (all) =>
	table([
		["", "req/s", "p50 ms", "p99 ms", "bytes", "SQL", "bare req/s", "of bare"],
		...all.map((measured) => {
			const { name, load, bare, bytes, statements } = measured;
			const { sent, made } = statements;
			return [
				name,
				said(load.rate),
				load.p50.toFixed(1),
				load.p99.toFixed(1),
				said(bytes),
				made === sent ? String(sent) : `${sent} (${made})`,
				said(bare.rate),
				saidRatio(share(measured)),
			];
		}),
	]);

/** @param {Target[]} targets */
export const targetsTable = (targets) =>
	table(
		targets.map(({ target, figure, isReached }) => [
			target,
			figure,
			isReached ? "ok" : "short",
		]),
	);

/**
 * The targets with the results.
 * @param {{ pages: { open: Measured[], signedIn: Measured[] }, short: { open: Measured, signedIn: Measured }, reply: Measured, vote: Measured, scripts: number, lastToFirst: number, crowded: { toPlain: number, statements: number }, similar: { p95: number }, maxRss: number }} run
 * @returns {Target[]}
 */
export function targetsOf({
	pages,
	short,
	reply,
	vote,
	scripts,
	lastToFirst,
	crowded,
	similar,
	maxRss,
}) {
	const all = [...pages.open, ...pages.signedIn];
	const statements = Math.max(
		crowded.statements,
		...all.map(({ statements: { made } }) => made),
	);
	const open = Math.min(...pages.open.map(share));
	const signedIn = Math.min(...pages.signedIn.map(share));
	const html = Math.max(short.open.bytes, short.signedIn.bytes);
	return [
		{
			target: "SQL statements of any page: at most 8",
			figure: String(statements),
			isReached: statements <= 8,
		},
		{
			target: "last page of 5,000 replies: at most 1.3 × the first's time",
			figure: saidRatio(lastToFirst),
			isReached: lastToFirst <= 1.3,
		},
		{
			target: "lesson with much about it: at most 1.3 × the lesson's time",
			figure: saidRatio(crowded.toPlain),
			isReached: crowded.toPlain <= 1.3,
		},
		{
			target: "similar questions: below 50 ms at the 95th percentile",
			figure: `${said(similar.p95)} ms`,
			isReached: similar.p95 < 50,
		},
		{
			target: "not signed in: at least 0.5 of the bare server",
			figure: saidRatio(open),
			isReached: open >= 0.5,
		},
		{
			target: "signed in: at least 0.03 of the bare server",
			figure: saidRatio(signedIn),
			isReached: signedIn >= 0.03,
		},
		atLeast(
			"thread of 20 replies, not signed in: at least 640 a second",
			short.open.load.rate,
			640,
		),
		atLeast(
			"thread of 20 replies, signed in: at least 120 a second",
			short.signedIn.load.rate,
			120,
		),
		write("replies: at least 200 a second, or half of bare pg", reply, 200),
		write("votes: at least 400 a second, or half of bare pg", vote, 400),
		{
			target: "thread of 20 replies: at most 25 KB of HTML, gzipped",
			figure: `${(html / KB).toFixed(1)} KB`,
			isReached: html <= 25 * KB,
		},
		{
			target: "thread page: at most 112 KB of JavaScript, gzipped",
			figure: `${(scripts / KB).toFixed(1)} KB`,
			isReached: scripts <= 112 * KB,
		},
		{
			target: "memory of the server: below 300 MB",
			figure: `${said(maxRss / MB)} MB`,
			isReached: maxRss < 300 * MB,
		},
	];
}

/** @param {string} target @param {number} rate @param {number} wanted @returns {Target} */
const atLeast = (target, rate, wanted) => ({
	target,
	figure: said(rate),
	isReached: rate >= wanted,
});

/** @param {string} target @param {Measured} measured @param {number} wanted @returns {Target} */
const write = (target, measured, wanted) => ({
	target,
	figure: `${said(measured.load.rate)}, ${saidRatio(share(measured))} of bare`,
	isReached: measured.load.rate >= wanted || share(measured) >= 0.5,
});
