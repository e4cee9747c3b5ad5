type End<Value> = {
	value: Value;
	/** Of a word in capitals, which is found in capitals only: "it" is not IT. */
	written: string | null;
	startsInLetter: boolean;
	endsInLetter: boolean;
};

type Found<Value> = { value: Value; start: number; end: number };

// A Latin word or a number ends where its letters do; Han characters need no border.
const LETTER = /[\p{Script=Latin}\p{M}\p{N}]/u;
const ENTITY = /&#?\w{1,31};/y;

const isLetter = (code: number | undefined) =>
	code !== undefined && LETTER.test(String.fromCodePoint(code));

function codeBefore(text: string, at: number): number | undefined {
	const isLow = (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00;
	return text.codePointAt(at - (isLow && at > 1 ? 2 : 1));
}

/** Lower case, blanks as spaces. Keeps the length: a character that would grow keeps its case. */
function folded(text: string): string {
	const lower = text.toLowerCase();
	const kept =
		lower.length === text.length
			? lower
			: text.replace(/./gsu, (one) =>
					one.toLowerCase().length === one.length ? one.toLowerCase() : one,
				);
	return kept.replace(/\s/g, " ");
}

const isInCapitals = (html: string) => {
	const word = html.replace(/&\w+;/g, "");
	return word === word.toUpperCase() && word !== word.toLowerCase();
};

const withSingleBlanks = (text: string) => text.replace(/\s+/g, " ");

const SPACE = 32;

/**
 * The longest word at each place, from left to right, in one walk. Words are HTML with single blanks; no entity is cut.
 */
export function wordFinder<Value>(words: Iterable<[string, Value]>) {
	// A trie in one map, which takes a fifth of a map for each node.
	const ends: (End<Value> | null)[] = [null];
	const places = new Map<number, number>();
	const step = (place: number, code: number) => place * 0x10000 + code;
	for (const [html, value] of words) {
		const word = folded(html);
		let place = 0;
		for (let i = 0; i < word.length; i++) {
			const by = step(place, word.charCodeAt(i));
			place = places.get(by) ?? ends.push(null) - 1;
			places.set(by, place);
		}
		const [startsInLetter, endsInLetter] = [
			isLetter(word.codePointAt(0)),
			isLetter(codeBefore(word, word.length)),
		];
		const written =
			isInCapitals(html) && ends[place]?.written !== null ? html : null;
		ends[place] = { value, written, startsInLetter, endsInLetter };
	}

	function longestAt(
		text: string,
		html: string,
		start: number,
	): Found<Value> | null {
		let found: Found<Value> | null = null;
		let place = places.get(step(0, text.charCodeAt(start)));
		for (let at = start + 1; place !== undefined; ) {
			const end = ends[place];
			if (
				end &&
				(end.written === null ||
					withSingleBlanks(html.slice(start, at)) === end.written) &&
				!(end.endsInLetter && isLetter(text.codePointAt(at))) &&
				!(end.startsInLetter && start > 0 && isLetter(codeBefore(text, start)))
			)
				found = { value: end.value, start, end: at };
			const code = text.charCodeAt(at++);
			place = places.get(step(place, code));
			if (code === SPACE) while (text.charCodeAt(at) === SPACE) at++;
		}
		return found;
	}

	return function* (html: string): Generator<Found<Value>> {
		const text = folded(html);
		for (let at = 0; at < text.length; ) {
			const found = longestAt(text, html, at);
			if (found) yield found;
			ENTITY.lastIndex = at;
			const isEntity = !found && text[at] === "&" && ENTITY.test(text);
			at = found?.end ?? (isEntity ? ENTITY.lastIndex : at + 1);
		}
	};
}
