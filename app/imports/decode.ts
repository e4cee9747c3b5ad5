/** How other files begin, whatever they are called. */
const OTHER = /^(?:%PDF-|\{\\rtf)/u;
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

const HAN = /\p{Script=Han}/gu;
/** The most frequent ones make a quarter of any Chinese text, and of no other. */
const FREQUENT =
	/[的一是不了在人有我他中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过这们个來為國說時會對於著過這們個]/gu;
const TELLING = 0.05;
const FEW = 30;

const count = (text: string | null, pattern: RegExp) =>
	text?.match(pattern)?.length ?? 0;

const frequencyIn = (text: string | null) =>
	count(text, FREQUENT) / Math.max(1, count(text, HAN));

/** Most texts of either can be read as the other: as characters that nobody writes. */
function decodedAsChinese(bytes: Uint8Array): string | null {
	const [mainland, taiwan] = [
		decodedAs("gb18030", bytes),
		decodedAs("big5", bytes),
	];
	const [one, other] = [frequencyIn(mainland), frequencyIn(taiwan)];
	if (other >= TELLING && other > one) return taiwan;
	const isShort = count(mainland, HAN) < FEW;
	return one >= TELLING || (isShort && isLikelyGbk(bytes)) ? mainland : null;
}

function decoded(bytes: Uint8Array): string | null {
	const [first, second] = bytes;
	if (first === 0xff && second === 0xfe) return decodedAs("utf-16le", bytes);
	if (first === 0xfe && second === 0xff) return decodedAs("utf-16be", bytes);
	if (bytes.includes(0)) return decodedAsUtf16(bytes);
	const text = decodedAs("utf-8", bytes);
	return text ?? decodedAsChinese(bytes);
}

/** UTF-8, else UTF-16 with or without a mark, else GBK, GB 18030 or Big5. */
export function decodeText(
	bytes: Uint8Array,
): { text: string } | { failure: "notText" | "encodingUnknown" } {
	if (OTHER.test(Buffer.from(bytes.subarray(0, 8)).toString("latin1")))
		return { failure: "notText" };
	const text = decoded(bytes);
	if (text !== null && !BINARY.test(text)) return { text };
	const isUnknown = text === null && !bytes.includes(0);
	return { failure: isUnknown ? "encodingUnknown" : "notText" };
}
