/** The local address in `target`, or `fallback`: never another site's (`//host`, `https:`, backslashes). */
export function localPath(target: unknown, fallback: string): string {
	if (typeof target !== "string" || !/^\/(?![/\\])/.test(target))
		return fallback;
	return /[\\\p{Cc}]/u.test(target) ? fallback : target;
}
