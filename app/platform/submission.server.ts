import { createHash } from "node:crypto";

/**
 * Under what a form's words are kept, so that it may be sent again: with the same words it is the same, with others
 * another, since what was changed after a lost answer must not be lost. A UUID of version 8 (RFC 9562, section 5.8).
 */
export function submissionKey(submissionId: string, ...words: string[]) {
	const hash = createHash("sha256")
		.update([submissionId, ...words].join("\0"))
		.digest("hex");
	return `${hash.slice(0, 12)}8${hash.slice(13, 16)}8${hash.slice(17, 32)}`;
}
