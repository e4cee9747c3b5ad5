import type { Resume } from "#app/accounts/resume.ts";
import { resumeFields } from "#app/accounts/resume.ts";
import { isSigned, signatureOf } from "#app/platform/signature.server.ts";

// A sign-in is small, unless it carries a text whose session ended. Only a signed permit in the form's address lets the
// server read that many bytes.

const VALID_MS = 24 * 60 * 60 * 1000;
/** Bytes around each part of a form, at most. */
const PART = 256;

const signed = (content: string) => `resume ${content}`;

export async function permitFor(resume: Resume): Promise<string> {
	let bytes = 0;
	// Forms travel with CRLF.
	for (const [name, value] of Object.entries(resumeFields(resume)))
		bytes += Buffer.byteLength(name + value.replaceAll("\n", "\r\n")) + PART;
	const content = `${bytes}-${Date.now() + VALID_MS}`;
	return `${content}-${await signatureOf(signed(content))}`;
}

/** 0 without a permit, or after a day. */
export async function permittedBytes(permit: string | null): Promise<number> {
	const [, content = "", bytes = 0, until = 0, signature = ""] =
		/^((\d+)-(\d+))-(\w+)$/.exec(permit ?? "") ?? [];
	if (Number(until) < Date.now()) return 0;
	return (await isSigned(signed(content), signature)) ? Number(bytes) : 0;
}
