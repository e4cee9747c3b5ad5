import { createHmac, timingSafeEqual } from "node:crypto";
import { sql } from "#app/platform/db.server.ts";

/** Hexadecimal digits of a signature: 64 bits, for what is no secret and soon over. */
const DIGITS = 16;

let key: Promise<string> | undefined;

/** The key of the site, the same for all its servers; read once. */
async function siteKey(): Promise<string> {
	key ??= sql<{ key: string }>`SELECT key FROM site_key`.then(([row]) => {
		if (!row) throw new Error("site_key is empty");
		return row.key;
	});
	try {
		return await key;
	} catch (error) {
		key = undefined;
		throw error;
	}
}

/** What a server of this site alone can put to a text, so that it knows it again. */
export const signatureOf = async (text: string): Promise<string> =>
	createHmac("sha256", await siteKey())
		.update(text)
		.digest("hex")
		.slice(0, DIGITS);

/** Whether a text was signed here. */
export async function isSigned(
	text: string,
	signature: string,
): Promise<boolean> {
	const right = Buffer.from(await signatureOf(text));
	const given = Buffer.from(signature);
	return right.length === given.length && timingSafeEqual(right, given);
}
