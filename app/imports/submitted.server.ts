import { calledAs } from "#app/imports/called.ts";
import { sortFiles } from "#app/imports/course-files.ts";
import { withOwnPositions } from "#app/imports/file-order.ts";
import {
	FORMATS,
	type Format,
	formatOf,
	guessFormat,
	withTitle,
} from "#app/imports/format.ts";
import {
	type Narrow,
	narrowIn,
	type Widths,
	withFullWidth,
} from "#app/imports/full-width.ts";
import { rejected } from "#app/imports/parsed-lesson.ts";
import {
	courseOf,
	type NamedSource,
	parseSource,
	parseText,
	textOf as textIn,
} from "#app/imports/source.ts";
import { cleanLine } from "#app/imports/source-lines.ts";
import type { DecidedQuestions } from "#app/lessons/match-questions.ts";
import { lessonSchema } from "#app/lessons/schema.ts";
import type { Fault } from "#app/platform/forms/failure.ts";
import { faultOf } from "#app/platform/forms/fields.ts";
import { cleanText } from "#app/platform/forms/form.server.ts";

export type SubmittedDocument = NamedSource & {
	format: Format;
	text: string;
	questions: string;
	/** In the course's table of contents, if the text does not say. */
	called?: string;
	/** A lesson's number, "new" or, undecided, "". */
	match: string;
	asked: DecidedQuestions;
	/** Lines without full-width punctuation, and whether to give it back. */
	narrow: Narrow;
	/** Undefined until staff had the choice. */
	widths: Widths | undefined;
	error?: Fault;
};

const NAME_MAX = 200;
/** Of a document, by its place: the number of a question's thread, or "new", and the text that it is for. */
const ASKED = /^(\d{1,4}) (new|\d{1,9}) (.+)$/su;

const textOf = (value: FormDataEntryValue | null | undefined) =>
	typeof value === "string" ? cleanText(value) : "";

const asFormat = (value: string | undefined, text: string): Format =>
	FORMATS.find((format) => format === value) ?? guessFormat(text);

/** `files`, a `folder`, a pasted `body` with its `format`, and a preview's `name`, `written`, `called`, `text`, `questions`, `match`, `asked` and `widen`. */
export async function readSubmitted(
	form: FormData,
): Promise<SubmittedDocument[]> {
	const { sources, passed } = await uploaded(form);
	// A preview carries its documents in order.
	const all = [...sources, ...pasted(form), ...carried(form)];
	return [...withOwnPositions(all), ...passed];
}

/** The text of a form with one document, for a sign-in in between to carry along. */
export function soleText(form: FormData): Record<string, string> {
	const [text, ...others] = [form.get("body"), ...form.getAll("text")]
		.map(textOf)
		.filter((text) => text.trim() !== "");
	if (!text || others.length > 0) return {};
	const format = asFormat(
		textOf(form.get("written") ?? form.get("format")),
		text,
	);
	return { body: text, format };
}

async function uploaded(form: FormData) {
	const files = [...form.getAll("files"), ...form.getAll("folder")]
		// An empty file field sends a file without a name.
		.filter((file): file is File => file instanceof File && file.name !== "");
	const named = namesIn(files);
	const names = [...named.keys()];
	const isFolder = names.some((name) => name.includes("/"));
	const { lessons, lists, passed, others } = sortFiles(names);
	const known = new Set([...lessons, ...lists, ...passed]);
	// Beside a course's lessons stand pictures; a file that was chosen itself is a lesson.
	if (!isFolder) lessons.push(...names.filter((name) => !known.has(name)));
	const bytesOf = async (name: string) =>
		new Uint8Array((await named.get(name)?.arrayBuffer()) ?? []);
	const sources = [...lessons, ...passed].map(async (name) => {
		const bytes = await bytesOf(name);
		const source = { name, ...parseSource(name, bytes) };
		const text = cleanText(textIn(bytes));
		return { ...asFound(source), format: formatOf(name, text), text };
	});
	const tables = lists.map(async (name) => ({
		name,
		text: textIn(await bytesOf(name)),
	}));
	const unread = (isFolder ? others : []).map((name) => ({
		...asFound({ name, ...rejected("kindUnread") }),
		...{ format: "document" as const, text: "" },
	}));
	return courseOf(
		[...(await Promise.all(sources)), ...unread],
		passed,
		await Promise.all(tables),
	);
}

/** A chosen folder names its files with their paths, its own name first. */
function namesIn(files: File[]): Map<string, File> {
	const paths = files.map(({ name }) => cleanLine(name).slice(-NAME_MAX));
	const [first = ""] = paths;
	const folder = first.slice(0, first.indexOf("/") + 1);
	const isShared = paths.every((path) => path.startsWith(folder));
	const named = new Map<string, File>();
	for (const [i, file] of files.entries()) {
		const path = paths[i] ?? "";
		const name = isShared ? path.slice(folder.length) : path;
		// Files of one name, dropped from two folders.
		named.set(named.has(name) ? `${i + 1}/${name}` : name, file);
	}
	return named;
}

function pasted(form: FormData): SubmittedDocument[] {
	const body = textOf(form.get("body"));
	if (body.trim() === "") return [];
	const format = asFormat(textOf(form.get("format")), body);
	const text = format === "markdown" ? withTitle(body) : body;
	const source = { name: "", ...parseText(text, "", format) };
	return [{ ...asFound(source), format, text }];
}

function carried(form: FormData): SubmittedDocument[] {
	const [names, formats, questions, matches, titles] = [
		...["name", "written", "questions", "match", "called"],
	].map((field) => form.getAll(field).map(textOf));
	const widen = form.getAll("widen").map(textOf);
	const decided = form.getAll("asked").map(textOf);
	return form.getAll("text").map((value, i) => {
		const name = cleanLine(names?.[i] ?? "").slice(-NAME_MAX);
		const text = textOf(value);
		const format = asFormat(formats?.[i], text);
		const called = cleanLine(titles?.[i] ?? "");
		const source = calledAs({ name, ...parseText(text, name, format) }, called);
		const match = matches?.[i] ?? "";
		const given = corrected(source, questions?.[i] ?? "");
		const widths = {
			text: widen.includes(`text ${i}`),
			comments: widen.includes(`comments ${i}`),
		};
		const lesson = given.lesson && withFullWidth(given.lesson, widths);
		const narrow = narrowIn(given.lesson);
		const asked = new Map(
			decided.flatMap((value) => {
				const [, of, number = "", text = ""] = ASKED.exec(value) ?? [];
				return of === String(i) ? [[text, number] as const] : [];
			}),
		);
		return {
			...given,
			...{ lesson, narrow, widths, format, text, match, asked },
		};
	});
}

const asFound = (source: NamedSource) => ({
	...source,
	match: "",
	asked: new Map(),
	widths: undefined,
	narrow: narrowIn(source.lesson),
	questions: (source.lesson?.questions ?? [])
		.map(({ text }) => text)
		.join("\n"),
});

function corrected(source: NamedSource, questions: string) {
	const { lesson } = source;
	const read = lessonSchema.shape.questions.safeParse(questions);
	if (!read.success) {
		const [issue] = read.error.issues;
		return { ...source, questions, error: issue && faultOf(issue) };
	}
	const asked = read.data
		.map((text) => ({ text: cleanLine(text), line: 1 }))
		.filter(({ text }) => text !== "");
	return {
		...source,
		questions,
		lesson: lesson && { ...lesson, questions: asked },
	};
}
