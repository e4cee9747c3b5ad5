const CALLED: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};

/** What no XML document may hold (XML 1.0, 2.2), not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
const UNSPEAKABLE = /[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g;

export const escapeXml = (text: string) =>
	text
		.toWellFormed()
		.replace(UNSPEAKABLE, "")
		.replace(/[&<>"]/g, (sign) => CALLED[sign] ?? sign);

type Attributes = Record<string, string>;

/** An element whose content is XML already. */
export function element(
	name: string,
	attributes: Attributes,
	content = "",
): string {
	const said = Object.entries(attributes).map(
		([key, value]) => ` ${key}="${escapeXml(value)}"`,
	);
	const open = `<${name}${said.join("")}`;
	return content ? `${open}>${content}</${name}>` : `${open}/>`;
}

export const textElement = (name: string, text: string) =>
	element(name, {}, escapeXml(text));

export const XML_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n';
