/** What a document is written as: a lesson document, or Markdown with optional front matter. */
export const FORMATS = ["document", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

const MARKDOWN = /\.(?:md|markdown)$/iu;

/** The format of a file: Markdown by its name, else a lesson document. */
export const formatOf = (name: string): Format =>
	MARKDOWN.test(name) ? "markdown" : "document";
