const REF =
	/^\{\{[<%]\s{0,9}(?:rel)?ref\s{1,9}(?:"([^"<>{}]{1,500})"|([^"\s<>{}]{1,500}))\s{0,9}[>%]\}\}/u;
const ROOT = /^\{\{-?\s{0,9}site\.(?:baseurl|url)\s{0,9}-?\}\}/u;
const LINK = /^\{%-?\s{0,9}link\s{1,9}([^{}]{1,500}?)\s{0,9}-?%\}/u;
const POST = /^\{%-?\s{0,9}post_url\s{1,9}([^\s{}]{1,500})\s{0,9}-?%\}/u;
const FILTERED =
	/^\{\{-?\s{0,9}["']([^"'{}]{1,500})["']\s{0,9}\|\s{0,9}(?:relative|absolute)_url\s{0,9}-?\}\}/u;

/** Where a link may lead, as docsify, Zola, Hugo and Jekyll write it too; first what is nearest. */
export function hrefsOf(href: string): string[] {
	const plain = href
		.replace(/\?id=([^&#]{1,200})$/u, "#$1")
		.replace(/^@\//u, "/");
	if (!plain.startsWith("{")) return [plain];
	const [ref, quoted, bare] = REF.exec(plain) ?? [];
	if (ref) {
		const path = quoted ?? bare ?? "";
		const whole = path + plain.slice(ref.length);
		return path.startsWith("/") ? [whole] : [whole, `/${whole}`];
	}
	const rooted = plain
		.replace(ROOT, "")
		.replace(LINK, "/$1")
		.replace(POST, "/_posts/$1")
		.replace(FILTERED, "$1");
	return rooted.startsWith("/")
		? [rooted, rooted.replace(/^\/(?=\w)/u, "/_")]
		: [];
}
