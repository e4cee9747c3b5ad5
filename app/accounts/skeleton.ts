import { rectifyConfusion } from "unicode-confusables";

const look = (text: string) =>
	rectifyConfusion(text).normalize("NFKD").toLowerCase();

/** Letters that European languages tell apart by a mark; one dot above or below is overlooked all the same. */
const TOLD_APART = /[\u00c0-\u017f]/;
const DOTTED = /[\u0307\u0323]/;
const MARKED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}/u;
/** Marks that make no letter with what they stand on, as a dot on a Han character; and joiners. */
const LOOSE = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}]/gu;

/** A text without the marks that are easily overlooked. */
function bare(text: string): string {
	const letters = [...text.normalize("NFC").replace(LOOSE, "")];
	return letters
		.map((letter) => {
			const parts = letter.normalize("NFD");
			if (TOLD_APART.test(letter) && !DOTTED.test(parts)) return letter;
			return MARKED.test(parts) ? parts.replace(/\p{M}/gu, "") : letter;
		})
		.join("");
}

/**
 * What a name looks like: the skeleton of UTS #39 section 4, blind to case, blanks and small marks. Taken twice, since
 * capitals and small letters are confused with different ones; I, i and l, which it keeps apart, count as one.
 */
export const skeleton = (name: string): string =>
	look(
		look(bare(name.normalize("NFKC").replace(/\s+/g, "")).normalize("NFKD")),
	).replaceAll("i", "l");
