export const FORMATS = ["document", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

const MARKDOWN = /\.(?:md|markdown)$/iu;

export const formatOf = (name: string): Format =>
	MARKDOWN.test(name) ? "markdown" : "document";
