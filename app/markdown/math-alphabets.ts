type Alphabet = { latin: number; digits?: number; greek?: number };

const ALPHABETS: Record<string, Alphabet> = {
	bold: { latin: 0x1d400, digits: 0x1d7ce, greek: 0x1d6a8 },
	italic: { latin: 0x1d434, greek: 0x1d6e2 },
	"bold-italic": { latin: 0x1d468, greek: 0x1d71c },
	script: { latin: 0x1d49c },
	"bold-script": { latin: 0x1d4d0 },
	fraktur: { latin: 0x1d504 },
	"double-struck": { latin: 0x1d538, digits: 0x1d7d8 },
	"bold-fraktur": { latin: 0x1d56c },
	"sans-serif": { latin: 0x1d5a0, digits: 0x1d7e2 },
	"bold-sans-serif": { latin: 0x1d5d4, digits: 0x1d7ec, greek: 0x1d756 },
	"sans-serif-italic": { latin: 0x1d608 },
	"sans-serif-bold-italic": { latin: 0x1d63c, greek: 0x1d790 },
	monospace: { latin: 0x1d670, digits: 0x1d7f6 },
};

const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ";

/** These characters are older than the block, which leaves their code points empty. */
const ELSEWHERE = new Map([
	...numbered(0x1d49c, "BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ"),
	...numbered(0x1d504, "CHIRZ", "ℭℌℑℜℨ"),
	...numbered(0x1d538, "CHNPQRZ", "ℂℍℕℙℚℝℤ"),
	...numbered(0x1d434, "h", "ℎ"),
]);

export function styleLetters(text: string, variant: string): string {
	const alphabet = ALPHABETS[variant];
	return alphabet ? text.replace(/./gu, (one) => styled(one, alphabet)) : text;
}

function styled(letter: string, { latin, digits, greek }: Alphabet): string {
	const code =
		placeIn(LATIN, letter, latin) ??
		placeIn(DIGITS, letter, digits) ??
		placeIn(GREEK, letter, greek);
	if (code === undefined) return letter;
	return ELSEWHERE.get(code) ?? String.fromCodePoint(code);
}

function placeIn(letters: string, letter: string, start?: number) {
	const index = letters.indexOf(letter);
	return start === undefined || index < 0 ? undefined : start + index;
}

function numbered(start: number, letters: string, instead: string) {
	return [...letters].map(
		(letter, index) =>
			[start + LATIN.indexOf(letter), instead[index] ?? letter] as const,
	);
}
