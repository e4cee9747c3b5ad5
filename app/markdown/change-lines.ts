const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}|~{3,})/;

/** Tells of one line after the other whether it belongs to fenced code. */
export function fences(): (line: string) => boolean {
	let fence = "";
	return (line) => {
		const [found = "", mark = ""] = FENCE.exec(line) ?? [];
		const info = line.slice(found.length);
		if (fence) {
			if (mark.startsWith(fence) && info.trim() === "") fence = "";
			return true;
		}
		if (!mark || (mark[0] === "`" && info.includes("`"))) return false;
		fence = mark;
		return true;
	};
}

/** The text with each line changed that is not fenced code. */
export function changeLines(
	src: string,
	change: (line: string, next: string) => string,
): string {
	const isFenced = fences();
	const changed = src
		.split("\n")
		.map((line, at, lines) =>
			isFenced(line) ? line : change(line, lines[at + 1] ?? ""),
		);
	return changed.join("\n");
}
