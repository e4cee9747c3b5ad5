export function addressOf(url = "/"): { path: string; query: string } {
	const at = url.indexOf("?");
	return at < 0
		? { path: url, query: "" }
		: { path: url.slice(0, at), query: url.slice(at + 1) };
}
