import { baseOf, folderOf, isIndex } from "#app/imports/course-files.ts";
import { numberInName, withDigits } from "#app/imports/numbered-title.ts";
import type { ParsedSource } from "#app/imports/parsed-lesson.ts";
import { problemAt } from "#app/imports/problems.ts";

type Named = ParsedSource & { name: string };

type Place = { rank: number; number: number | null; text: string };

const FIRST =
	/^(?:开篇词?|開篇詞?|導讀|导读|前言|绪论|緒論|绪言|导论|導論|引子|(?:自?序|序言|序章|引言|写在前面|preface|foreword|introduction|intro)(?![\p{L}\p{N}]))/iu;
const LAST =
	/^(?:结束语|結束語|结语|結語|后记|後記|尾声|尾聲|写在最后|全书总结|附录|附錄|参考文献|參考文獻|致谢|術語表|术语表|(?:conclusion|epilogue|afterword|appendix|appendices|references|bibliography|glossary)(?![\p{L}\p{N}]))/iu;
const SECTION =
	/^(?:(?:chapter|chap|ch|section|sec|part|unit|lesson|lecture)[ .-]?)?(\d{1,3})[ .-]\d{1,3}(?!\d)/iu;
const naturally = new Intl.Collator("en", { numeric: true });

function placeOf(name: string, given: number | null | undefined): Place {
	const text = withDigits(name.replaceAll("_", " "));
	const section = SECTION.exec(text)?.[1];
	const number =
		given ?? numberInName(name) ?? (section ? Number(section) : null);
	const word = FIRST.test(text) ? -1 : Number(LAST.test(text));
	return { rank: number === null ? word : 0, number, text };
}

function placesOf(source: Named, folders: Map<string, number | null>): Place[] {
	const { name, given, lesson } = source;
	const position = given?.position ?? null;
	if (position !== null) return [{ rank: 0, number: position, text: name }];
	const parts = name.split("/");
	const last = parts.length - 1;
	return parts.map((part, i) => {
		if (i < last)
			return placeOf(part, folders.get(parts.slice(0, i + 1).join("/")));
		if (isIndex(name)) return { rank: -2, number: null, text: part };
		return placeOf(baseOf(part), given?.order ?? lesson?.position);
	});
}

function compare(a: Place[], b: Place[]): number {
	for (const [i, one] of a.entries()) {
		const other = b[i];
		if (!other) return 1;
		const last = Number.MAX_SAFE_INTEGER;
		const difference =
			one.rank - other.rank ||
			(one.number ?? last) - (other.number ?? last) ||
			naturally.compare(one.text, other.text);
		if (difference) return difference;
	}
	return a.length - b.length;
}

/** As the table of contents has them; what it leaves out follows, a folder's index before its first lesson. */
function asListed<Source extends Named>(
	sources: Source[],
	list: readonly string[],
): Source[] {
	if (list.length === 0) return sources;
	const rank = new Map(list.map((name, i) => [name, i]));
	const firstIn = (folder: string) =>
		list.findIndex((name) => folder === "" || name.startsWith(`${folder}/`));
	const rankOf = ({ name }: Source) => {
		const listed = rank.get(name);
		if (listed !== undefined) return listed;
		const first = isIndex(name) ? firstIn(folderOf(name)) : -1;
		return first < 0 ? list.length : first - 0.5;
	};
	return sources.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** Numbers that start again in each folder number no lesson of the course; two files of a folder cannot share one. */
export function withOwnPositions<Source extends Named>(
	sources: Source[],
): Source[] {
	const folders = new Map<number, Set<string>>();
	for (const { name, lesson, given } of sources)
		if (lesson && lesson.position !== null && !isNumber(given?.position))
			folders.set(
				lesson.position,
				(folders.get(lesson.position) ?? new Set()).add(numberedIn(name)),
			);
	const startsAgain = [...folders.values()].some(({ size }) => size > 1);
	const taken = new Set<number>();
	return sources.map((source) => {
		const { lesson, problems, given } = source;
		if (!lesson || lesson.position === null) return source;
		const unnumbered = { ...lesson, position: null };
		if (startsAgain && !isNumber(given?.position))
			return { ...source, lesson: unnumbered };
		if (!taken.has(lesson.position)) {
			taken.add(lesson.position);
			return source;
		}
		const problem = problemAt(1, lesson.title, "positionTaken");
		return { ...source, lesson: unnumbered, problems: [problem, ...problems] };
	});
}

const isNumber = (value: unknown) => typeof value === "number";

const numberedIn = (name: string) =>
	isIndex(name) ? folderOf(folderOf(name)) : folderOf(name);

/** By their numbers and names, folder by folder, as people count; `list` names files in the course's own order. */
export function inCourseOrder<Source extends Named>(
	sources: Source[],
	list: readonly string[] = [],
	places: ReadonlyMap<string, number> = new Map(),
): Source[] {
	const folders = new Map<string, number | null>(places);
	for (const { name, given } of sources)
		if (isIndex(name) && given?.order != null)
			folders.set(folderOf(name), given.order);
	const placed = sources
		.map((source) => ({ source, places: placesOf(source, folders) }))
		.toSorted((a, b) => compare(a.places, b.places))
		.map(({ source }) => source);
	return withOwnPositions(asListed(placed, list));
}
