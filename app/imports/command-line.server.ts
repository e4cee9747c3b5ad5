import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { importLessons } from "#app/imports/commands.server.ts";
import { reasonText } from "#app/imports/problems.ts";
import { readSources } from "#app/imports/source.ts";
import type { Summary } from "#app/imports/summary.ts";
import { changesSent } from "#app/platform/changes.server.ts";
import { db } from "#app/platform/db.server.ts";
import { env, StartError } from "#app/platform/env.server.ts";

const USAGE =
	"npm run import -- FILE_OR_FOLDER --course SLUG [--title TITLE] [--instructor HANDLE] [--dry-run] [--json]";

const SLUG = /^[a-z0-9][a-z0-9-]{0,59}$/;

function optionsOf(words: string[]) {
	try {
		return parseArgs({
			args: words,
			allowPositionals: true,
			options: {
				course: { type: "string" },
				title: { type: "string" },
				instructor: { type: "string" },
				"dry-run": { type: "boolean", default: false },
				json: { type: "boolean", default: false },
			},
		});
	} catch (error) {
		throw new StartError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
	}
}

/**
 * `npm run import`: the summary goes to stdout, everything else to stderr.
 * @returns the exit code: 1 where a document could not be read, 0 also with problems
 * @throws StartError for words that make no sense
 */
export async function importCommand(words: string[]): Promise<number> {
	const { values, positionals } = optionsOf(words);
	const [path] = positionals;
	if (!path || positionals.length > 1 || !values.course) throw new StartError(USAGE);
	if (!SLUG.test(values.course))
		throw new StartError(
			`--course is "${values.course}" but must be 1–60 lower-case letters, digits and hyphens.`,
		);
	const instructor = values.instructor
		? await db.user.findUnique({ where: { handle: values.instructor }, select: { id: true } })
		: undefined;
	if (instructor === null) throw new StartError(`There is no account with the handle ${values.instructor}.`);
	const { sources } = await readSources(resolve(env.INIT_CWD, path)).catch((error: NodeJS.ErrnoException) => {
		throw new StartError(error.code === "ENOENT" ? `There is no file or folder ${path}.` : `${path}: ${error.message}`);
	});
	const summary = await importLessons(sources, {
		slug: values.course,
		title: values.title,
		byId: null,
		instructorId: instructor?.id,
		dryRun: values["dry-run"],
	});
	process.stdout.write(values.json ? `${JSON.stringify(summary, null, 2)}\n` : inWords(summary, values["dry-run"]));
	await changesSent();
	return sources.some(({ lesson }) => !lesson) ? 1 : 0;
}

function inWords({ lessons, problems, ...counts }: Summary, dryRun: boolean): string {
	const language = Intl.DateTimeFormat().resolvedOptions().locale.startsWith("zh") ? "zh" : "en";
	const lines = lessons.flatMap((lesson) => [
		`${lesson.position ?? "–"}  ${lesson.title}`,
		`   ${lesson.blocks} blocks, ${lesson.headings} headings, ${lesson.formulas} formulas, ${lesson.replies} replies with ${lesson.importedVotes} votes, ${lesson.repliesNotInSource} replies not in the source`,
		...lesson.thinkingQuestions.map((question, i) => `   ${i + 1}. ${question}`),
	]);
	for (const { source, line, text, reason } of problems)
		lines.push(`${source ? `${source}:` : "line "}${line}: ${reasonText[reason][language]} ${text}`);
	const did = dryRun ? "Would be" : "Lessons";
	lines.push(`${did} created ${counts.created}, updated ${counts.updated}, unchanged ${counts.unchanged}.`);
	return `${lines.join("\n")}\n`;
}
