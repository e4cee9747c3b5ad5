import sanitizeHtml, { type Attributes } from "sanitize-html";
import { breakable } from "#app/markdown/breakable.ts";
import { LimitExceeded, MAX_NESTING } from "#app/markdown/limits.ts";
import { destination } from "#app/markdown/links.ts";

const TEXT_TAGS =
	"a blockquote br code del details div em h2 h3 h4 h5 h6 hr kbd li mark ol p pre s span strong sub summary sup table tbody td th thead tr u ul";
const MATH_TAGS =
	"annotation math menclose mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics";
const MATH = new Set(words(MATH_TAGS));
const MATH_ATTRIBUTES =
	"accent accentunder columnspan depth display displaystyle fence form height largeop linethickness lspace mathbackground mathcolor mathvariant maxsize minsize movablelimits notation rowspan rspace scriptlevel separator stretchy symmetric voffset width";
const LENGTHS =
	/^(depth|height|linethickness|lspace|maxsize|minsize|rspace|voffset|width)$/;

const POLICY: sanitizeHtml.IOptions = {
	allowedTags: words(`${TEXT_TAGS} ${MATH_TAGS}`),
	allowedAttributes: {
		...Object.fromEntries(
			words(MATH_TAGS).map((tag) => [tag, words(MATH_ATTRIBUTES)]),
		),
		a: ["href", "id", "title", "rel"],
		annotation: ["encoding"],
		details: ["open"],
		div: ["id", "tabindex"],
		h2: ["id"],
		h3: ["id"],
		h4: ["id"],
		li: ["value"],
		ol: ["start"],
		pre: ["tabindex"],
		span: ["tabindex"],
	},
	allowedClasses: {
		code: ["hljs", "math-source"],
		div: ["box", /^box-[a-z]+$/, "footnotes", "formula", "scroll"],
		li: ["task"],
		mtd: ["align-left", "align-right"],
		// highlight.js writes "hljs-title function_", "language-css" inside HTML.
		p: ["box-title"],
		span: [
			"formula",
			"scroll",
			"unbroken",
			"wide",
			/^(hljs-[a-z-]+|[a-z]+_|language-[a-z]+)$/,
		],
		td: ["align-left", "align-center", "align-right"],
		th: ["align-left", "align-center", "align-right"],
	},
	allowedSchemes: ["http", "https", "mailto"],
	allowProtocolRelative: false,
	parseStyleAttributes: false,
	parser: { recognizeSelfClosing: true },
	textFilter: (text, tagName) => (MATH.has(tagName) ? text : breakable(text)),
	transformTags: {
		"*": (tagName, attribs) => ({ tagName, attribs: allowed(attribs) }),
	},
};

/** Allows no style or name, and no id but those of footnotes and lessons' headings. @throws LimitExceeded where elements nest too deep */
export function sanitize(html: string): string {
	let depth = 0;
	return sanitizeHtml(html, {
		...POLICY,
		onOpenTag: () => {
			if (++depth > MAX_NESTING) throw new LimitExceeded("nesting");
		},
		onCloseTag: () => {
			depth--;
		},
	});
}

function allowed(attributes: Attributes): Attributes {
	const entries = Object.entries(attributes).filter(([name, value]) => {
		if (LENGTHS.test(name)) return isModest(value);
		if (name === "id")
			return /^(?:fn(?:ref)?-[\d-]+|h-[\p{L}\p{M}\p{N}\p{Pc}-]+)$/u.test(value);
		return name !== "mathvariant" || value === "normal";
	});
	const { rel: _, ...rest } = Object.fromEntries(entries);
	return rest.href !== undefined && destination(rest.href) === "outside"
		? { ...rest, rel: "ugc nofollow noopener noreferrer" }
		: rest;
}

/** A larger length could carry part of a formula over others' words. */
function isModest(length: string): boolean {
	const [, number, unit] =
		/^([+-]?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+))(em|ex|px|pt|%)$/.exec(length) ??
		[];
	const largest = unit === "em" || unit === "ex" ? 20 : 200;
	return Number(number) >= -2 && Number(number) <= largest;
}

function words(list: string): string[] {
	return list.split(" ");
}
