/** The first of the name, nothing decoded: two readings of one header must never differ, or a check is bypassed. */
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
