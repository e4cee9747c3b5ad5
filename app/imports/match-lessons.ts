import {
	bestPairs,
	likeness,
	type Shingles,
	shinglesOf,
} from "#app/platform/likeness.ts";

export type Known = {
	number: number;
	/** In the course, and as last imported. */
	titles: string[];
	importedNumber: number | null;
	importedName?: string | null;
	/** As last imported, else as it is. */
	source: string;
};

type Source = {
	title: string;
	position: number | null;
	name?: string;
	markdown: string;
	/** What staff decided: a lesson's number, or "new". */
	match?: string;
};

export type Match<Lesson> = {
	lesson: Lesson | null;
	kind: "sure" | "doubtful" | "decided";
};

/** From ALIKE on two texts are one lesson; from PERHAPS on they may be. */
const ALIKE = 0.4;
const PERHAPS = 0.2;
/** Texts of fewer shingles say something only if they are equal. */
const TELLING = 8;
/** Another pair as good as this makes a match doubtful. */
const MARGIN = 0.1;

/** Titles of short texts are compared by their words. */
const TITLES_ALIKE = 0.3;

/** A text that is alike says more than the file, which may have moved on with its folder. */
const POINTS = { title: 10, text: 2, file: 0.3, number: 0.2 };

const LENGTH = 3;

/** Shingles are made once, and only of texts that have to be compared. */
function comparison() {
	const made = new Map<string, Shingles>();
	const read = (text: string) => {
		const shingles = made.get(text) ?? shinglesOf(text, LENGTH);
		made.set(text, shingles);
		return shingles;
	};
	return (one: string, other: string) => {
		const [a, b] = [read(one), read(other)];
		const least = Math.min(a.hashes.length, b.hashes.length);
		return { alike: likeness(a, b), isTelling: least >= TELLING };
	};
}

/** Texts that several lessons or several sources have say nothing. */
function sharedTexts(known: readonly Known[], sources: readonly Source[]) {
	const lists = [
		known.map(({ source }) => source),
		sources.map(({ markdown }) => markdown),
	];
	const shared = lists.flatMap((texts) => {
		const seen = new Set<string>();
		return texts.filter((text) => seen.has(text) || !seen.add(text));
	});
	const all = new Set(shared);
	return (text: string) => all.has(text);
}

const sameTitle = (lesson: Known, { title }: Source) =>
	lesson.titles.includes(title);

const sameNumber = (lesson: Known, { position }: Source) =>
	position !== null && position === lesson.importedNumber;

function titleAlike({ titles }: Known, { title }: Source): number {
	const words = shinglesOf(title, 1);
	const alike = titles.map((other) => likeness(shinglesOf(other, 1), words));
	const most = Math.max(...alike);
	return most >= TITLES_ALIKE ? POINTS.number * most : 0;
}

const sameFile = (lesson: Known, { name }: Source) =>
	Boolean(name) && lesson.importedName === name;

/**
 * Which lesson each source is: the one with its title, else the one with its text, best pairs first; file and number decide
 * only between equals. Doubtful is a title over an unlike text elsewhere, a text that is alike in part, a number
 * alone, an alike title over a short text, and what another pair fits as well.
 */
export function matchLessons<Lesson extends Known>(
	known: readonly Lesson[],
	sources: readonly Source[],
): Match<Lesson>[] {
	const compare = comparison();
	const isShared = sharedTexts(known, sources);
	const points = (lesson: Lesson, source: Source) => {
		const { alike, isTelling } = compare(lesson.source, source.markdown);
		const number = sameNumber(lesson, source) ? POINTS.number : 0;
		const file = sameFile(lesson, source) ? POINTS.file : 0;
		if (sameTitle(lesson, source)) return POINTS.title + alike + file + number;
		const isSame = alike === 1 && !isShared(source.markdown);
		if (isSame || (isTelling && alike >= PERHAPS))
			return POINTS.text + alike + number;
		return number || (isTelling ? 0 : titleAlike(lesson, source));
	};
	const isUnsure = (lesson: Lesson, source: Source) => {
		const { alike, isTelling } = compare(lesson.source, source.markdown);
		if (!sameTitle(lesson, source))
			return alike < ALIKE || (!isTelling && alike < 1);
		const isPlaced = sameNumber(lesson, source) || sameFile(lesson, source);
		return isTelling && alike < PERHAPS && !isPlaced;
	};
	const free = new Set(known);
	const decided = takeDecided(free, sources);
	const equal = takeEqual(
		free,
		sources.filter((source) => !decided.has(source)),
	);
	const open = sources.filter(
		(source) => !decided.has(source) && !equal.has(source),
	);
	const paired = bestPairs([...free], open, points);
	for (const { old } of paired.values()) free.delete(old);
	const unpaired = open.filter((source) => !paired.has(source));
	const hasRival = (lesson: Lesson, source: Source, score: number) =>
		[
			...[...free].map((other) => points(other, source)),
			...unpaired.map((other) => points(lesson, other)),
		].some((other) => other > 0 && other >= score - MARGIN);
	return sources.map((source): Match<Lesson> => {
		const chosen = decided.get(source);
		if (chosen) return { lesson: chosen.lesson, kind: "decided" };
		const same = equal.get(source);
		if (same) return { lesson: same, kind: "sure" };
		const pair = paired.get(source);
		const isDoubtful =
			Boolean(source.match) ||
			(pair !== undefined &&
				(isUnsure(pair.old, source) || hasRival(pair.old, source, pair.score)));
		return {
			lesson: pair?.old ?? null,
			kind: isDoubtful ? "doubtful" : "sure",
		};
	});
}

/** A decision for a lesson that is not there, or that another source has taken, decides nothing. */
function takeDecided<Lesson extends Known>(
	free: Set<Lesson>,
	sources: readonly Source[],
) {
	const decided = new Map<Source, { lesson: Lesson | null }>();
	for (const source of sources) {
		const lesson =
			[...free].find(({ number }) => String(number) === source.match) ?? null;
		if (!lesson && source.match !== "new") continue;
		if (lesson) free.delete(lesson);
		decided.set(source, { lesson });
	}
	return decided;
}

function takeEqual<Lesson extends Known>(
	free: Set<Lesson>,
	sources: readonly Source[],
) {
	const equal = new Map<Source, Lesson>();
	for (const source of sources) {
		const same = [...free].filter(
			(lesson) =>
				lesson.source === source.markdown && sameTitle(lesson, source),
		);
		const lesson =
			same.find((one) => sameFile(one, source)) ??
			same.find((one) => sameNumber(one, source)) ??
			same[0];
		if (!lesson) continue;
		free.delete(lesson);
		equal.set(source, lesson);
	}
	return equal;
}
