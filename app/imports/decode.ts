/** No text holds U+0000; unassigned characters come from reading something else as UTF-16. */
const BINARY = /\0|\p{Noncharacter_Code_Point}/u;

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** Chinese in GB 2312 has its second bytes here; other legacy encodings read as GBK have them elsewhere. */
function isLikelyGbk(bytes: Uint8Array): boolean {
	let [pairs, common] = [0, 0];
	for (let i = 0; i < bytes.length; i++) {
		if ((bytes[i] ?? 0) < 0x80) continue;
		pairs++;
		if ((bytes[++i] ?? 0) > 0xa0) common++;
	}
	return common >= 0.9 * pairs;
}

/** Without a mark; a text of another encoding has few zeros, or none. */
function decodedAsUtf16(bytes: Uint8Array): string | null {
	const zeros = bytes.filter((byte) => byte === 0).length;
	if (4 * zeros < bytes.length && decodedAs("utf-8", bytes) !== null)
		return null;
	const texts = ["utf-16le", "utf-16be"].map((name) => decodedAs(name, bytes));
	return texts.find((text) => text?.includes("\n")) ?? null;
}

function decoded(bytes: Uint8Array): string | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return decodedAs("utf-16le", bytes);
	if (first === 0xfe && second === 0xff) return decodedAs("utf-16be", bytes);
	if (bytes.includes(0)) return decodedAsUtf16(bytes);
	const text = decodedAs("utf-8", bytes);
	if (text !== null || !isLikelyGbk(bytes)) return text;
	return decodedAs("gb18030", bytes);
}

/** UTF-8, else UTF-16 with or without a mark, else GBK or GB 18030. */
export function decodeText(
	bytes: Uint8Array,
): { text: string } | { failure: "notText" | "encodingUnknown" } {
	const text = decoded(bytes);
	if (text !== null && !BINARY.test(text)) return { text };
	const isUnknown = text === null && !bytes.includes(0);
	return { failure: isUnknown ? "encodingUnknown" : "notText" };
}
