/**
 * The value of a cookie as it was sent, or undefined. The first of a name counts, and no name is decoded: whoever asks
 * whether a cookie is there must get the same answer as whoever reads it, or a name written otherwise slips past one.
 */
export function cookieValue(
	header: string | null | undefined,
	name: string,
): string | undefined {
	const start = `${name}=`;
	return (header ?? "")
		.split(";")
		.map((pair) => pair.trim())
		.find((pair) => pair.startsWith(start))
		?.slice(start.length);
}
