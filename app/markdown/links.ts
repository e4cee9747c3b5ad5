export function destination(href: string): "outside" | "site" | null {
	const home = "http://site.invalid";
	if (!URL.canParse(href, home)) return null;
	const { origin, protocol } = new URL(href, home);
	if (/^(https?|mailto):/i.test(href)) return "outside";
	// Browsers read "/\host" and "//host" as another host, so the parsed URL is compared.
	return origin === home && protocol === "http:" ? "site" : null;
}
