const LINKED = /<(?:a|div) [^<>]*/g;
const ID = / (id|href)="(#?)(fn(?:ref)?-[\d-]+")/g;

/** Footnotes' ids are unique in a text only: on a page they get `scope` before them. */
export const withOwnIds = (html: string, scope: string): string =>
	html.includes(' id="fn')
		? html.replace(LINKED, (tag) => tag.replace(ID, ` $1="$2${scope}-$3`))
		: html;
