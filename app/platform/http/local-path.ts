/** Never another site's address (`//host`, `https:`, backslashes), and only what a header can carry. */
export function localPath(target: unknown, fallback: string): string {
	const isLocal =
		typeof target === "string" && /^\/(?!\/)[!-[\]-~]*$/.test(target);
	return isLocal ? target : fallback;
}
