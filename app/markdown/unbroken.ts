/** May not end a line before a formula, or begin one after it. */
export const BEFORE = /[\p{Ps}\p{Pi}]/u;
export const AFTER = /[\p{Pe}\p{Pf}\p{Pd}\p{Po}]/u;
export const RUN_MAX = 4;

/** A pattern's source. Formulas do not nest, so an unclosed one ends at the next. */
export const FORMULA = "<math\\b[^<]*(?:<(?!/?math\\b)[^<]*)*</math>";

/** With punctuation and mark borders around it; no entity is split. */
const FORMULAS = new RegExp(
	`((?:${BEFORE.source}){0,${RUN_MAX}})(<mark>)?(${FORMULA})(</mark>)?((?:(?!&)${AFTER.source}){0,${RUN_MAX}})`,
	"gu",
);

export const unbroken = (html: string) =>
	html.replace(
		FORMULAS,
		(all, before: string, open = "", formula: string, close = "", after) => {
			if (!before && !after) return all;
			const inside = before + open + formula + close + after;
			if (close && !open)
				return `</mark><span class="unbroken"><mark>${inside}</span>`;
			if (open && !close)
				return `<span class="unbroken">${inside}</mark></span><mark>`;
			return `<span class="unbroken">${inside}</span>`;
		},
	);
