import { decodeHTMLStrict } from "entities";

/** `&amp;lt;` becomes `&lt;`: once, and never again. */
export const decodeEntities = (text: string): string =>
	text.includes("&") ? decodeHTMLStrict(text).replaceAll("\u00A0", " ") : text;

const CODE_OR_FORMULA = /(`[^`\n]{1,2000}`|\$[^$\n]{1,2000}\$)/u;

export const decodeProse = (text: string): string =>
	text.includes("&")
		? text
				.split(CODE_OR_FORMULA)
				.map((part, i) => (i % 2 ? part : decodeEntities(part)))
				.join("")
		: text;
