type End<Value> = {
	value: Value;
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

const SPACE = 32;

/**
 * The longest word at each place, from left to right, in one walk. Words are HTML in lower case with single blanks; no
 * entity is cut.
 */
export function wordFinder<Value>(words: Iterable<[string, Value]>) {
	// A trie in one map, which takes a fifth of a map for each node.
	const ends: (End<Value> | null)[] = [null];
	const places = new Map<number, number>();
	const step = (place: number, code: number) => place * 0x10000 + code;
	for (const [word, value] of words) {
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
		ends[place] = { value, startsInLetter, endsInLetter };
	}

	function longestAt(text: string, start: number): Found<Value> | null {
		let found: Found<Value> | null = null;
		let place = places.get(step(0, text.charCodeAt(start)));
		for (let at = start + 1; place !== undefined; ) {
			const end = ends[place];
			if (
				end &&
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
			const found = longestAt(text, at);
			if (found) yield found;
			ENTITY.lastIndex = at;
			const isEntity = !found && text[at] === "&" && ENTITY.test(text);
			at = found?.end ?? (isEntity ? ENTITY.lastIndex : at + 1);
		}
	};
}
