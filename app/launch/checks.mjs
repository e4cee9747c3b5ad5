import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, generate } from "./prepare.mjs";
import { Failure, run, say, tool } from "./steps.mjs";

export async function check() {
	await formatLintTypes();
	await passes(
		"Unit tests",
		tool("vitest", "run", "--project=unit", "--project=measured"),
	);
}

/** Quick and likely failures first; the first one ends it. */
export async function test() {
	const total = { passed: 0, failed: 0 };
	try {
		await formatLintTypes();
		await passes("Unused code", tool("knip"));
		await vitest(
			"Unit and integration tests",
			["unit", "integration", "measured"],
			total,
		);
		await build();
		await vitest("Browser tests", ["browser"], total);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		say(error.message);
		total.failed ||= 1;
		process.exitCode = 1;
	}
	console.log(`${total.passed} passed, ${total.failed} failed`);
}

async function formatLintTypes() {
	await passes(
		"Format and lint",
		tool("biome", "check", "--error-on-warnings", "."),
	);
	await generate();
	await passes("Types", tool("tsc"));
}

/** @param {string} title @param {string[]} command @param {Record<string, string>} [env] */
async function passes(title, command, env) {
	say(`\n▸ ${title}`);
	const { code } = await run(command, { env, isShown: true });
	if (code !== 0) throw new Failure(`${title}: failed.`);
}

/** @param {string} title @param {string[]} projects @param {{ passed: number, failed: number }} total */
async function vitest(title, projects, total) {
	const folder = mkdtempSync(join(tmpdir(), "seminar-test-"));
	const report = join(folder, "report.json");
	const words = [
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	];
	const command = tool(
		"vitest",
		"run",
		...projects.map((name) => `--project=${name}`),
		...words,
	);
	try {
		await passes(title, command, { NODE_ENV: "test" });
	} finally {
		count(report, total);
		rmSync(folder, { recursive: true });
	}
}

/** @param {string} report @param {{ passed: number, failed: number }} total */
function count(report, total) {
	try {
		const { numPassedTests, numFailedTests, testResults } = JSON.parse(
			readFileSync(report, "utf8"),
		);
		total.passed += numPassedTests;
		total.failed += numFailedTests;
		// A file that could not be loaded has failed, though it counts no test.
		for (const { status, assertionResults } of testResults)
			if (status === "failed" && assertionResults.length === 0)
				total.failed += 1;
	} catch {
		say("The tests left no report.");
	}
}
