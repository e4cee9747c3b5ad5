/** What a reference shows, by label. */
export type Tags = ReadonlyMap<string, string>;

type Expander = { consumeArgs(count: number): { text: string }[][] };

const REFUSED = Object.fromEntries(
	"href url includegraphics htmlClass htmlId htmlStyle htmlData"
		.split(" ")
		.map((command) => [`\\${command}`, "\\refused"]),
);

/** KaTeX tags a display once and leaves the tags of rows out. */
const ROWS = /\\begin\{(?:align|alignat|gather|equation|multline)\*?\}/;
export const hasTaggedRows = (tex: string) => ROWS.test(tex);

const TAG = /\\tag\b/g;

/** KaTeX knows neither labels nor references, and refuses a tag in a line. */
export function macrosFor(
	tex: string,
	isDisplayed: boolean,
	tags: Tags = new Map(),
) {
	const reference = (command: string) => (expander: Expander) => {
		const [argument = []] = expander.consumeArgs(1);
		const label = argument
			.map(({ text }) => text)
			.reverse()
			.join("");
		const shown = asText(tags.get(label) ?? label);
		return command === "eqref" ? `\\text{(${shown})}` : `\\text{${shown}}`;
	};
	const isOwnTag =
		!isDisplayed || hasTaggedRows(tex) || (tex.match(TAG)?.length ?? 0) > 1;
	return {
		...REFUSED,
		"\\label": "\\@secondoftwo{#1}{}",
		"\\eqref": reference("eqref"),
		"\\ref": reference("ref"),
		...(isOwnTag && {
			"\\tag": "\\@ifstar\\tag@bare\\tag@bracketed",
			"\\tag@bare": "\\qquad\\text{#1}",
			"\\tag@bracketed": "\\qquad\\text{(#1)}",
		}),
	};
}

const asText = (label: string) =>
	label.replace(/[\\{}$~^]/g, "").replace(/[#%&_]/g, "\\$&");
