export type Tags = ReadonlyMap<string, string>;

type Expander = { consumeArgs(count: number): { text: string }[][] };

const REFUSED = Object.fromEntries(
	"href url includegraphics htmlClass htmlId htmlStyle htmlData"
		.split(" ")
		.map((command) => [`\\${command}`, "\\refused"]),
);

const ROWS = /\\begin\{(?:align|alignat|gather|equation|multline)\*?\}/;

export const hasTaggedRows = (tex: string) => ROWS.test(tex);

/** KaTeX knows neither labels nor references, and in MathML sets a tag beside a small formula, or not at all. */
export function macrosFor(tags: Tags = new Map()) {
	const reference = (command: string) => (expander: Expander) => {
		const [argument = []] = expander.consumeArgs(1);
		const label = argument
			.map(({ text }) => text)
			.reverse()
			.join("");
		const shown = asText(tags.get(label) ?? label);
		return command === "eqref" ? `\\text{(${shown})}` : `\\text{${shown}}`;
	};
	return {
		...REFUSED,
		"\\label": "\\@secondoftwo{#1}{}",
		"\\eqref": reference("eqref"),
		"\\ref": reference("ref"),
		"\\tag": "\\@ifstar\\tag@bare\\tag@bracketed",
		"\\tag@bare": "\\qquad\\text{#1}",
		"\\tag@bracketed": "\\qquad\\text{(#1)}",
	};
}

const asText = (label: string) =>
	label.replace(/[\\{}$~^]/g, "").replace(/[#%&_]/g, "\\$&");
