import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { parseDocument } from "#app/imports/document.ts";
import { type Format, formatOf } from "#app/imports/format.ts";
import { DOCUMENT_MB } from "#app/imports/limits.ts";
import { parseMarkdownFile } from "#app/imports/markdown-file.ts";
import { type ParsedSource, rejected } from "#app/imports/parsed-lesson.ts";
import { problemAt } from "#app/imports/problems.ts";

export type NamedSource = ParsedSource & { name: string };

const SIZE_LIMIT = DOCUMENT_MB * 1024 * 1024;
const LESSON = /\.(?:md|markdown|txt)$/iu;
const README = /^readme(?:[._-].*)?$/iu;
const naturally = new Intl.Collator("en", { numeric: true });

export const isReadme = (name: string): boolean =>
	README.test(basename(name, extname(name)));

export function parseText(
	text: string,
	name: string,
	format: Format,
): ParsedSource {
	return format === "markdown"
		? parseMarkdownFile(text, name)
		: parseDocument(text);
}

export function parseSource(name: string, bytes: Uint8Array): ParsedSource {
	if (bytes.length > SIZE_LIMIT) return rejected("tooLarge");
	const isUtf16 = /^(?:255,254|254,255)$/u.test(bytes.slice(0, 2).join());
	if (isUtf16) return rejected("notUtf8");
	if (bytes.includes(0)) return rejected("notText");
	let text: string;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return rejected("notUtf8");
	}
	return parseText(text, name, formatOf(name));
}

async function parseFile(path: string): Promise<ParsedSource> {
	try {
		if ((await stat(path)).size > SIZE_LIMIT) return rejected("tooLarge");
		return parseSource(basename(path), await readFile(path));
	} catch {
		return rejected("unreadable");
	}
}

function isLessonFile(name: string): boolean {
	const parts = name.split(sep);
	return (
		LESSON.test(name) &&
		!isReadme(name) &&
		!parts.some((part) => part.startsWith(".") || part === "node_modules")
	);
}

async function filesIn(folder: string): Promise<string[]> {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	return entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.filter(isLessonFile);
}

/** Sources without a position last; among equals as people count: 2 before 10. */
function byPosition(a: NamedSource, b: NamedSource): number {
	const last = Number.MAX_SAFE_INTEGER;
	return (
		(a.lesson?.position ?? last) - (b.lesson?.position ?? last) ||
		naturally.compare(a.name, b.name)
	);
}

/** Two lessons cannot share a position: the later one comes in without. */
function withOwnPositions<Source extends NamedSource>(
	sources: Source[],
): Source[] {
	const taken = new Set<number>();
	return sources.map((source) => {
		const { lesson, problems } = source;
		if (!lesson || lesson.position === null) return source;
		if (!taken.has(lesson.position)) {
			taken.add(lesson.position);
			return source;
		}
		return {
			...source,
			lesson: { ...lesson, position: null },
			problems: [problemAt(1, lesson.title, "positionTaken"), ...problems],
		};
	});
}

export function inCourseOrder<Source extends NamedSource>(
	sources: Source[],
): Source[] {
	return withOwnPositions(sources.toSorted(byPosition));
}

/** Throws where the path does not exist; a file that cannot be read has a null lesson. Leaves out a README. */
export async function readSources(
	path: string,
): Promise<{ sources: NamedSource[] }> {
	const isFolder = (await stat(path)).isDirectory();
	const files = isFolder ? await filesIn(path) : [basename(path)];
	const sources: NamedSource[] = [];
	for (const name of files) {
		const parsed = await parseFile(isFolder ? join(path, name) : path);
		sources.push({ name: name.split(sep).join("/"), ...parsed });
	}
	return { sources: inCourseOrder(sources) };
}
