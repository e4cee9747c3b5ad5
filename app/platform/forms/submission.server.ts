import { createHash } from "node:crypto";

/** Changed words make another key, so that an edit after a lost answer is kept. UUID version 8 (RFC 9562, 5.8). */
export function submissionKey(submissionId: string, ...words: string[]) {
	const hash = createHash("sha256")
		.update([submissionId, ...words].join("\0"))
		.digest("hex");
	return `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`;
}
