import { decodeHTMLStrict } from "entities";

/** `&amp;lt;` becomes `&lt;`: once, and never again. A line of blanks alone stays one. */
export const decodeEntities = (text: string): string =>
	text.includes("&") ? decodeHTMLStrict(text).replaceAll("\u00A0", " ") : text;
