import { createHmac, timingSafeEqual } from "node:crypto";
import { sql } from "#app/platform/postgres/db.server.ts";

/** Hexadecimal digits: 64 bits suffice for what expires soon. */
const DIGITS = 16;

let key: Promise<string> | undefined;

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

export const signatureOf = async (text: string): Promise<string> =>
	createHmac("sha256", await siteKey())
		.update(text)
		.digest("hex")
		.slice(0, DIGITS);

export async function isSigned(
	text: string,
	signature: string,
): Promise<boolean> {
	const right = Buffer.from(await signatureOf(text));
	const given = Buffer.from(signature);
	return right.length === given.length && timingSafeEqual(right, given);
}
