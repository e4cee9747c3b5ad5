import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { courseSchema } from "#app/courses/schema.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { withFullWidth } from "#app/imports/full-width.ts";
import {
	choicesToMake,
	questionChoices,
	readChoices,
} from "#app/imports/lesson-choice.ts";
import type { ChosenSource } from "#app/imports/ready-source.server.ts";
import { type NamedSource, readSources } from "#app/imports/source.ts";
import {
	isUndecided,
	type SourceReport,
	summarise,
} from "#app/imports/summary.ts";
import { env, StartError } from "#app/platform/env.server.ts";
import { faultOf } from "#app/platform/forms/fields.ts";
import { changesSent } from "#app/platform/postgres/changes.server.ts";
import { db } from "#app/platform/postgres/db.server.ts";
import { sentenceOf } from "#app/words/sentence.ts";
import { wordsIn } from "#app/words/words.server.ts";

export const IMPORT_USAGE =
	"npm run import -- FILE_OR_FOLDER --course SLUG [--title TITLE] [--instructor HANDLE] [--match FILE=LESSON]… [--full-width] [--full-width-comments] [--dry-run] [--json]";

const courseWords = z.object({
	course: courseSchema.shape.slug,
	title: courseSchema.shape.title.optional(),
});

function optionsOf(words: string[]) {
	try {
		return parseArgs({
			args: words,
			allowPositionals: true,
			options: {
				course: { type: "string" },
				title: { type: "string" },
				instructor: { type: "string" },
				match: { type: "string", multiple: true, default: [] },
				"full-width": { type: "boolean", default: false },
				"full-width-comments": { type: "boolean", default: false },
				"dry-run": { type: "boolean", default: false },
				json: { type: "boolean", default: false },
			},
		});
	} catch (error) {
		throw new StartError(
			`${error instanceof Error ? error.message : error}\n${IMPORT_USAGE}`,
		);
	}
}

/** The summary goes to stdout, all else to stderr. Exit code 1: a document was left out. @throws StartError for wrong words */
export async function importCommand(words: string[]): Promise<number> {
	const { values, positionals } = optionsOf(words);
	const [path] = positionals;
	if (!path || positionals.length > 1 || !values.course)
		throw new StartError(IMPORT_USAGE);
	const { course: slug, title } = courseOf(values);
	const instructorId = await instructorOf(values.instructor);
	const { sources, passed } = await sourcesAt(path);
	const widths = {
		text: values["full-width"],
		comments: values["full-width-comments"],
	};
	const wide = sources.map(({ lesson, ...source }) => ({
		...source,
		lesson: lesson && withFullWidth(lesson, widths),
	}));
	const found = await importLessons(chosen(wide, values.match), {
		slug,
		title,
		byId: null,
		instructorId,
		dryRun: values["dry-run"],
	});
	const undecided = found.filter(isUndecided);
	const reports = undecided.length > 0 ? found.map(kept) : found;
	const all = [...reports, ...passed.map(passedOver)];
	process.stdout.write(
		values.json
			? `${JSON.stringify(summarise(all, "en"), null, 2)}\n`
			: inWords(all, values["dry-run"]),
	);
	await changesSent();
	if (undecided.length > 0) {
		process.stderr.write(`${choicesToMake(undecided)}\n`);
		return 1;
	}
	const left = reports.filter(({ outcome }) => outcome === "left out");
	if (left.length === 0) return 0;
	process.stderr.write(`${leftOut(left.length, reports.length)}\n`);
	return 1;
}

const passedOver = ({ name, problems }: NamedSource): SourceReport => ({
	...{
		name,
		problems,
		lesson: null,
		was: null,
		doubt: null,
		place: null,
		questionDoubts: [],
		wasWidened: false,
		html: "",
	},
	outcome: "left out",
});

const kept = (report: SourceReport): SourceReport => ({
	...report,
	outcome: "left out",
});

function chosen(sources: NamedSource[], words: string[]): ChosenSource[] {
	const choices = readChoices(words);
	if (!choices) throw new StartError("--match takes FILE=NUMBER or FILE=new.");
	const known = new Set(
		sources.flatMap(({ name, lesson }) => [
			name,
			...(lesson?.questions ?? []).map((_, i) => `${name}#${i + 1}`),
		]),
	);
	const unknown = [...choices.keys()].find((name) => !known.has(name));
	if (unknown !== undefined)
		throw new StartError(
			`--match: there is no document or question ${unknown}.`,
		);
	return sources.map((source) => ({
		...source,
		match: choices.get(source.name),
		asked: questionChoices(
			choices,
			source.name,
			source.lesson?.questions ?? [],
		),
	}));
}

function leftOut(count: number, all: number): string {
	if (count === all) return "Nothing came in: no document can be read.";
	return `Left out: ${count} of ${all} documents. The others come in; the reasons are named above.`;
}

function courseOf(values: { course?: string; title?: string }) {
	const course = courseWords.safeParse(values);
	if (course.success) return course.data;
	const [issue] = course.error.issues;
	const sentence = issue && sentenceOf(wordsIn("en").errors, faultOf(issue));
	throw new StartError(`--${String(issue?.path[0])}: ${sentence}`);
}

async function instructorOf(handle: string | undefined) {
	if (handle === undefined) return undefined;
	const account = await db.user.findUnique({
		where: { handle },
		select: { id: true },
	});
	if (!account)
		throw new StartError(`There is no account with the handle ${handle}.`);
	return account.id;
}

async function sourcesAt(path: string) {
	const read = await readSources(resolve(env.INIT_CWD, path)).catch(
		(error: NodeJS.ErrnoException) => {
			throw new StartError(
				error.code === "ENOENT"
					? `There is no file or folder ${path}.`
					: `${path}: ${error.message}`,
			);
		},
	);
	if (read.sources.length === 0)
		throw new StartError(`There is no .md, .markdown or .txt file in ${path}.`);
	return read;
}

function inWords(reports: SourceReport[], dryRun: boolean): string {
	const { locale } = Intl.DateTimeFormat().resolvedOptions();
	const language = locale.startsWith("zh") ? "zh" : "en";
	const { lessons, problems, ...counts } = summarise(reports, language);
	const lines = lessons.flatMap((lesson) => [
		`${lesson.position ?? "–"}  ${lesson.title}`,
		`   blocks: ${lesson.blocks}, headings: ${lesson.headings}, formulas: ${lesson.formulas}, replies: ${lesson.replies}, with ${lesson.importedVotes} votes, ${lesson.repliesNotInSource} follow-ups not in the document`,
		...lesson.thinkingQuestions.map(
			(question, i) => `   ${i + 1}. ${question}`,
		),
	]);
	for (const { source, line, text, reason } of problems)
		lines.push(`${source ? `${source}:` : "line "}${line}: ${reason} ${text}`);
	const did = dryRun ? "Would be" : "Lessons";
	lines.push(
		`${did} created ${counts.created}, updated ${counts.updated}, unchanged ${counts.unchanged}.`,
	);
	return `${lines.join("\n")}\n`;
}
