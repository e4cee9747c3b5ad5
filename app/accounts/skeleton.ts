import { rectifyConfusion } from "unicode-confusables";

const look = (text: string) =>
	rectifyConfusion(text).normalize("NFKD").toLowerCase();

/**
 * What a name looks like: the skeleton of UTS #39 section 4, blind to case and blanks. Taken twice, since capitals and
 * small letters are confused with different ones; I, i and l, which it keeps apart, count as one.
 */
export const skeleton = (name: string): string =>
	look(look(name.normalize("NFKD").replace(/\s+/g, ""))).replaceAll("i", "l");
