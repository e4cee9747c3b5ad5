/** Rejects other sites (`//host`, `https:`, backslashes) and what a header cannot carry. */
export function localPath(target: unknown, fallback: string): string {
	const isLocal =
		typeof target === "string" && /^\/(?!\/)[!-[\]-~]*$/.test(target);
	return isLocal ? target : fallback;
}
