const CALLED: Record<string, string> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
};

/** What an XML document may not hold, or should not (XML 1.0, 2.2), not even escaped. */
const UNSPEAKABLE = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;

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
