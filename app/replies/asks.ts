const ASKING =
	/请问|请教|求教|想问|问一下|问个问题|求解答|求解释|能否|可否|有没有人知道|不明白|没看懂|没法理解/;
/** After these a question mark only emphasises a statement. */
const FORCE = /对吧|是吧|不是吗|难道|何尝|何况|谁说/;
const SENTENCE = /[^。！？!?]+[。！？!?]?/g;
const QUOTED = /```[\s\S]*?```|`[^`]*`|\$\$?[^$]*\$\$?|^>.*$|https?:\/\/\S+/gm;

/** A rhetorical sentence, without its point. */
function withoutForce(sentence: string): string {
	const at = /[？?]$/.test(sentence) ? sentence.search(FORCE) : -1;
	return at < 0 ? sentence : `${sentence.slice(0, at)} `;
}

/** A question mark outside quotes, code and formulas, or a word that asks. Only proposes; moves nothing. */
export function asksSomething(text: string): boolean {
	const own = text.replace(QUOTED, " ").replace(SENTENCE, withoutForce);
	return /[？?]/.test(own) || ASKING.test(own);
}

/** For a title: the first sentence with a question mark, else with a word that asks, else all. */
export function askingSentence(text: string): string {
	const sentences = (text.match(/[^。！？!?\n]+[。！？!?]*/g) ?? []).map(
		(one) => one.trim(),
	);
	return (
		sentences.find((one) => /[？?]/.test(one)) ??
		sentences.find((one) => ASKING.test(one)) ??
		text
	);
}
