export const CLOSING: Record<string, string> = { "\\(": "\\)", "\\[": "\\]" };

/** -1 also where code or another formula comes first: a search to the end for each opening would take quadratic time. */
export function closing(
	src: string,
	start: number,
	max: number,
	marker: string,
	opening = marker,
) {
	for (let at = start; at + marker.length <= max; at++) {
		if (src.startsWith(marker, at)) return at;
		if (src[at] === "`" || src.startsWith(opening, at)) return -1;
		if (src[at] === "\\") at++;
	}
	return -1;
}

/** Converters to Markdown write the brackets of "[1]" and "(见附录)" with a backslash too. */
export const isTex = (content: string, opening: string) =>
	/[\\^_=]/.test(content) ||
	(opening === "\\(" && content !== "" && !/\p{Script=Han}/u.test(content));

/** A variable or a sum, and the sentence goes on: "$PATH、${HOME}", "$5，也就是$". */
const SENTENCE =
	/^(?:[A-Za-z_]{2,40}|\d[\d.]{0,20})\s?[、，。；：！？]|^\{[A-Za-z_]{2,40}\}./u;

/** "$HOME和$(pwd)", "$0表示文件，$#表示个数": no formula ends so. */
const GOES_ON = /[、，。；：！？和与或及到]$/u;

/** "$5 and $6" and "US$20" are money, "$HOME and $PATH" are variables. */
export function isFormula(
	src: string,
	start: number,
	end: number,
	marker: string,
) {
	const content = src.slice(start, end);
	if (marker === "$$") return content.trim() !== "";
	return (
		/^\S(.*\S)?$/s.test(content) &&
		!SENTENCE.test(content) &&
		!GOES_ON.test(content) &&
		!(content.startsWith("(") && src[end + 1] === "(") &&
		!/[A-Za-z0-9]/.test(src[start - 2] ?? "") &&
		!/[A-Za-z0-9{]/.test(src[end + 1] ?? "")
	);
}
