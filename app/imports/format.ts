export const FORMATS = ["document", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

const MARKDOWN = /\.(?:mdx?|markdown)$/iu;

const FRONT_MATTER = /^\s{0,99}(?:-{3}|\+{3})[^\S\n]*\n/u;
const HEADING_FIRST = /^\s{0,99}#{1,6}[^\S\n]+\S/u;
const HEADING = /^#{2,6}[^\S\n]+\S/mu;
const HEADING_ONE = /^#[^\S\n]+\S/mu;

export function guessFormat(text: string): Format {
	const [lesson = ""] = text.split("👍", 1);
	const signs = [FRONT_MATTER, HEADING_FIRST, HEADING];
	return signs.some((sign) => sign.test(lesson)) ? "markdown" : "document";
}

export const formatOf = (name: string, text: string): Format =>
	MARKDOWN.test(name) ? "markdown" : guessFormat(text);

/** Pasted Markdown has no file name to be called by: without a title, its first line becomes one. */
export const withTitle = (text: string): string =>
	FRONT_MATTER.test(text) || HEADING_ONE.test(text)
		? text
		: text.replace(/^\s{0,99}(?:#{2,6}[^\S\n]+)?(?=[\p{L}\p{N}])/u, "# ");
