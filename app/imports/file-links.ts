import { isIndex } from "#app/imports/course-files.ts";

const SUFFIXES = [".md", ".mdx", ".markdown", ".txt"];
const INDEXES = ["index.md", "README.md", "_index.md"];

/** Finds the file that a link in a file of the folder `from` leads to, or null. */
export type FindFile = (href: string, from: string) => string | null;

const keyOf = (name: string) => name.normalize("NFC").toLowerCase();

function pathOf(href: string): string {
	const path = href.replace(/[?#].*$/su, "").replaceAll("\\", "/");
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function partsOf(path: string): { parts: string[]; leaves: boolean } {
	const parts: string[] = [];
	let leaves = false;
	for (const part of path.split("/")) {
		if (part === "..") leaves ||= parts.pop() === undefined;
		else if (part !== "" && part !== ".") parts.push(part);
	}
	return { parts, leaves };
}

function candidates(path: string): string[] {
	const whole = path.replace(/\.html?$/u, "");
	const folder = path.replace(/(?:^|\/)index\.html?$/u, "");
	return [
		path,
		...SUFFIXES.map((suffix) => whole + suffix),
		...INDEXES.map((index) => (folder === "" ? index : `${folder}/${index}`)),
	].map(keyOf);
}

export function fileFinder(files: readonly string[]): FindFile {
	const byKey = new Map(files.toReversed().map((name) => [keyOf(name), name]));
	const isFlat = files.every((name) => !name.includes("/"));
	const only = (found: string[]) => (found.length === 1 ? found[0] : undefined);
	return (href, from) => {
		const path = pathOf(href);
		const isRooted = path.startsWith("/");
		const { parts, leaves } = partsOf(isRooted ? path : `${from}/${path}`);
		const keys = candidates(parts.join("/"));
		const there = keys.map((key) => byKey.get(key)).find(Boolean);
		if (there) return there;
		// The course may be part of a larger folder; names of an upload have none.
		if ((isRooted || leaves) && parts.length > 0) {
			const ending = files.filter((name) =>
				keys.some((key) => keyOf(name).endsWith(`/${key}`)),
			);
			if (ending.length > 0) return only(ending) ?? null;
		}
		if (!isFlat) return null;
		const base = byKey.get(keyOf(parts.at(-1) ?? ""));
		return base && !isIndex(base) ? base : null;
	};
}
