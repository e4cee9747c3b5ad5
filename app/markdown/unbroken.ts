/** What must not end a line before a formula, or begin one after it. */
export const BEFORE = /[\p{Ps}\p{Pi}]/u;
export const AFTER = /[\p{Pe}\p{Pf}\p{Pd}\p{Po}]/u;
/** Longer runs may break. */
export const RUN_MAX = 4;

/** The source of a pattern for a formula: none stands in another, so that one without an end is given up at the next. */
export const FORMULA = "<math\\b[^<]*(?:<(?!/?math\\b)[^<]*)*</math>";

/** A formula, with the punctuation around it and a mark's borders in between; no entity is taken apart. */
const FORMULAS = new RegExp(
	`((?:${BEFORE.source}){0,${RUN_MAX}})(<mark>)?(${FORMULA})(</mark>)?((?:(?!&)${AFTER.source}){0,${RUN_MAX}})`,
	"gu",
);

/**
 * Keeps each formula of inline HTML on one line with the punctuation around it. A mark that ends or begins there goes on
 * inside.
 */
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
