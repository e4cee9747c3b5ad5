/**
 * Where a link leads: elsewhere (http, https, mailto), within the site (a path,
 * a query or a fragment), or nowhere a link of a member may lead.
 */
export function destination(href: string): "outside" | "site" | null {
	const home = "http://site.invalid";
	if (!URL.canParse(href, home)) return null;
	const { origin, protocol } = new URL(href, home);
	if (/^(https?|mailto):/i.test(href)) return "outside";
	// Browsers read "/\host" and "//host" as another host: compare what they make of it.
	return origin === home && protocol === "http:" ? "site" : null;
}
