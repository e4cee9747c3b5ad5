/* Counted in the bytes before anything parses them: hundreds of thousands of empty fields would take seconds. */

const BOUNDARY = /^multipart\/form-data\b.*\bboundary="?([^";]+)/i;

export function hasMoreFields(
	body: Buffer,
	contentType: string | undefined,
	max: number,
): boolean {
	const [, boundary] = BOUNDARY.exec(contentType ?? "") ?? [];
	const between = boundary ? `--${boundary}` : "&";
	// A boundary stands before each part, and after the last.
	const most = boundary ? max + 1 : max - 1;
	let at = 0;
	for (let found = 0; found <= most; found++) {
		at = body.indexOf(between, at) + between.length;
		if (at < between.length) return false;
	}
	return true;
}
