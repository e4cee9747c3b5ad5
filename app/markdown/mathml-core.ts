import { styleLetters } from "#app/markdown/math-alphabets.ts";

const THIN_SPACE = '<mspace width="0.1667em"></mspace>';

/** KaTeX writes MathML 3, browsers draw MathML Core: letters, spaces and column alignment are rewritten. */
export function toMathMlCore(mathml: string): string {
	return alignCells(spaceFunctions(useAlphabets(withoutMargins(mathml))));
}

/** Empty cells for the numbers of rows, which would shift the columns. */
const withoutMargins = (mathml: string) =>
	mathml.replace(/<mtd class ="(?:mtr-glue|mml-eqn-num)"><\/mtd>/g, "");

function useAlphabets(mathml: string): string {
	return mathml.replace(
		/(<m[a-z]+\b[^<>]*) mathvariant="([a-z-]+)"([^<>]*>)([^<]*)/g,
		(all, head, variant, tail, text) =>
			variant === "normal" ? all : head + tail + styleLetters(text, variant),
	);
}

/** U+2061 follows a function's name; brackets need no space before them. */
function spaceFunctions(mathml: string): string {
	return mathml
		.replace(
			/(?=<mi[^>]*>[^<]+<\/mi><mo>\u2061)(?<=<\/(?!mo>)\w+>)/g,
			THIN_SPACE,
		)
		.replace(/<mo>\u2061<\/mo>(?!<\/mrow>|<mo|<mrow><mo)/g, `$&${THIN_SPACE}`);
}

function alignCells(mathml: string): string {
	const tables: { columns: string[]; column: number }[] = [];
	return mathml.replace(
		/<(\/?)(mtable|mtr|mtd)\b([^>]*)/g,
		(tag, slash, name, attributes) => {
			const table = tables.at(-1);
			if (name === "mtable" && slash) tables.pop();
			else if (name === "mtable") {
				const list = /columnalign="([^"]*)"/.exec(attributes)?.[1] ?? "";
				tables.push({ columns: list.split(" "), column: 0 });
			} else if (name === "mtr" && table) table.column = 0;
			else if (name === "mtd" && table && !slash) {
				const alignment = table.columns[table.column++];
				if (alignment === "left" || alignment === "right")
					return `${tag} class="align-${alignment}"`;
			}
			return tag;
		},
	);
}
