import { rectifyConfusion } from "unicode-confusables";

const look = (text: string) =>
	rectifyConfusion(text).normalize("NFKD").toLowerCase();

/** European letters that differ by a mark; a single dot is overlooked all the same. */
const TOLD_APART = /[\u00c0-\u017f]/;
const DOTTED = /[\u0307\u0323]/;
const MARKED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}/u;
/** Joiners, and marks that form no letter with their base, as a dot on a Han character. */
const LOOSE = /[\p{Script=Inherited}\p{Default_Ignorable_Code_Point}]/gu;

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

/** UTS #39, section 4. Taken twice, as capitals and small letters are confused with different ones. */
export const skeleton = (name: string): string =>
	look(
		look(bare(name.normalize("NFKC").replace(/\s+/g, "")).normalize("NFKD")),
	).replaceAll("i", "l");
