import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { calledAs } from "#app/imports/called.ts";
import {
	isIndex,
	linksToTexts,
	ownName,
	sortFiles,
} from "#app/imports/course-files.ts";
import { decodeText } from "#app/imports/decode.ts";
import { parseDocument } from "#app/imports/document.ts";
import { inCourseOrder } from "#app/imports/file-order.ts";
import { type Format, formatOf } from "#app/imports/format.ts";
import { DOCUMENT_MB } from "#app/imports/limits.ts";
import { parseMarkdownFile } from "#app/imports/markdown-file.ts";
import { numberInName } from "#app/imports/numbered-title.ts";
import {
	foldersIn,
	listedIn,
	type OrderList,
} from "#app/imports/order-list.ts";
import { type ParsedSource, rejected } from "#app/imports/parsed-lesson.ts";
import type { ProblemReason } from "#app/imports/problems.ts";

export type NamedSource = ParsedSource & { name: string };

const SIZE_LIMIT = DOCUMENT_MB * 1024 * 1024;

export function parseText(
	text: string,
	name: string,
	format: Format,
): ParsedSource {
	if (format === "markdown") return parseMarkdownFile(text, name);
	const { lesson, ...document } = parseDocument(text);
	if (!lesson) return { lesson, ...document };
	const position = lesson.position ?? numberInName(ownName(name));
	return { lesson: { ...lesson, position }, ...document };
}

export function parseSource(name: string, bytes: Uint8Array): ParsedSource {
	if (bytes.length > SIZE_LIMIT) return rejected("tooLarge");
	const decoded = decodeText(bytes);
	if ("failure" in decoded) return rejected(decoded.failure);
	return parseText(decoded.text, name, formatOf(name, decoded.text));
}

export function textOf(bytes: Uint8Array): string {
	const decoded = decodeText(bytes);
	return "text" in decoded ? decoded.text : "";
}

async function parseFile(path: string, name: string): Promise<ParsedSource> {
	try {
		if ((await stat(path)).size > SIZE_LIMIT) return rejected("tooLarge");
		return parseSource(name, await readFile(path));
	} catch {
		return rejected("unreadable");
	}
}

/** Links may lead anywhere, and round in a circle: they are not followed. */
async function filesIn(folder: string) {
	const entries = await readdir(folder, {
		recursive: true,
		withFileTypes: true,
	});
	const nameOf = ({ parentPath, name }: (typeof entries)[number]) =>
		relative(folder, join(parentPath, name)).split(sep).join("/");
	return {
		files: entries.filter((entry) => entry.isFile()).map(nameOf),
		links: entries.filter((entry) => entry.isSymbolicLink()).map(nameOf),
	};
}

/** Throws where the path does not exist; a file that cannot be read has a null lesson. */
export async function readSources(
	path: string,
): Promise<{ sources: NamedSource[]; passed: NamedSource[] }> {
	if (!(await stat(path)).isDirectory()) {
		const name = basename(path);
		return {
			sources: [{ name, ...(await parseFile(path, name)) }],
			passed: [],
		};
	}
	const { files, links } = await filesIn(path);
	const { lessons, lists, passed, others } = sortFiles(files);
	const sources: NamedSource[] = [];
	for (const name of [...lessons, ...passed])
		sources.push({ name, ...(await parseFile(join(path, name), name)) });
	const texts = await Promise.all(
		lists.map(async (name) => ({
			name,
			text: await readFile(join(path, name)).then(textOf, () => ""),
		})),
	);
	for (const name of others) sources.push({ name, ...rejected("kindUnread") });
	const course = courseOf(sources, passed, [
		...texts,
		...(await listsAbove(path)),
	]);
	const unread = linksToTexts(links).map((name) => ({
		name,
		...rejected("linkUnread"),
	}));
	return { ...course, passed: [...course.passed, ...unread] };
}

/** Beside the folder of a course, where its generator looks for them. */
async function listsAbove(path: string): Promise<OrderList[]> {
	const folder = dirname(path);
	const names = await readdir(folder).catch(() => []);
	const lists = sortFiles(names).lists.filter((name) =>
		/^(?:mkdocs|sidebars)\./u.test(name),
	);
	return Promise.all(
		lists.map(async (name) => ({
			...{ name, inside: basename(path) },
			text: await readFile(join(folder, name)).then(textOf, () => ""),
		})),
	);
}

/** In the course's order; an index without text, and what describes the project and is not listed, is passed over. */
export function courseOf<Source extends NamedSource>(
	sources: Source[],
	passed: readonly string[],
	lists: readonly OrderList[],
): { sources: Source[]; passed: Source[] } {
	const { order: list, labels } = listedIn(lists, sources);
	const reasonOf = ({
		name,
		lesson,
		problems,
	}: Source): ProblemReason | null => {
		if (problems[0]?.reason === "kindUnread") return "kindUnread";
		if (passed.includes(name) && !list.includes(name)) return "projectFile";
		const isEmpty = lesson?.markdown === "" && lesson.questions.length === 0;
		return isEmpty && isIndex(name) && sources.length > 1 ? "indexEmpty" : null;
	};
	const left = sources.flatMap((source) => {
		const reason = reasonOf(source);
		return reason ? [{ ...source, ...rejected(reason) }] : [];
	});
	const leftNames = new Set(left.map(({ name }) => name));
	const lessons = sources
		.filter(({ name }) => !leftNames.has(name))
		.map((source) => calledAs(source, labels.get(source.name)));
	return {
		sources: inCourseOrder(lessons, list, foldersIn(lists)),
		passed: left,
	};
}
