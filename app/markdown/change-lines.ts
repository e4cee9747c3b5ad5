const FENCE = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}|~{3,})/;

/** The text with each line changed that is not fenced code. */
export function changeLines(
	src: string,
	change: (line: string, next: string) => string,
): string {
	let fence = "";
	const changed = src.split("\n").map((line, at, lines) => {
		const [found = "", mark = ""] = FENCE.exec(line) ?? [];
		const info = line.slice(found.length);
		if (fence) {
			if (mark.startsWith(fence) && info.trim() === "") fence = "";
			return line;
		}
		if (!mark || (mark[0] === "`" && info.includes("`")))
			return change(line, lines[at + 1] ?? "");
		fence = mark;
		return line;
	});
	return changed.join("\n");
}
