import type { Resume } from "#app/accounts/resume.ts";
import { resumeFields } from "#app/accounts/resume.ts";
import { isSigned, signatureOf } from "#app/platform/signature.server.ts";

/*
 * A sign-in is small, unless it carries a text whose author's session has ended. The form that does carries a permit in
 * its address for as many bytes as the text takes: who was given none has the server read no long text.
 */

const VALID_MS = 24 * 60 * 60 * 1000;
/** What a browser writes about each part of a form, at most. */
const PART = 256;

const signed = (said: string) => `resume ${said}`;

/** The permit to carry this text through a sign-in. */
export async function permitFor(resume: Resume): Promise<string> {
	let bytes = 0;
	// Forms travel with CRLF.
	for (const [name, value] of Object.entries(resumeFields(resume)))
		bytes += Buffer.byteLength(name + value.replaceAll("\n", "\r\n")) + PART;
	const said = `${bytes}-${Date.now() + VALID_MS}`;
	return `${said}-${await signatureOf(signed(said))}`;
}

/** The bytes of text that a sign-in may carry: 0 without a permit, or after a day. */
export async function permittedBytes(permit: string | null): Promise<number> {
	const [, said = "", bytes = 0, until = 0, signature = ""] =
		/^((\d+)-(\d+))-(\w+)$/.exec(permit ?? "") ?? [];
	if (Number(until) < Date.now()) return 0;
	return (await isSigned(signed(said), signature)) ? Number(bytes) : 0;
}
