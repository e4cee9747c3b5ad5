export type SourceLine = { number: number; text: string };

const LINE_BREAK = /\r\n?|[\n\u2028\u2029]/u;
const INVISIBLE =
	/[\p{Cc}\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

export function sourceLines(text: string): SourceLine[] {
	const unmarked = text.startsWith("\uFEFF") ? text.slice(1) : text;
	return unmarked
		.split(LINE_BREAK)
		.map((line, index) => ({ number: index + 1, text: line }));
}

export function isBlank(line: SourceLine): boolean {
	return line.text.trim() === "";
}

/** Drops control, direction and zero-width characters. */
export function cleanLine(text: string): string {
	return text.replaceAll(/\s/gu, " ").replaceAll(INVISIBLE, "").trim();
}

export function longerThan(text: string, limit: number): boolean {
	return text.length > limit && Array.from(text).length > limit;
}
