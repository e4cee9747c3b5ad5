const NUMERAL = "[0-9０-９一二两三四五六七八九十几]{1,3}";

const ENUMERATOR = new RegExp(
	`^(?:[-*+•]\\s+|[（(]?[0-9０-９]{1,2}[)）.．、:：](?![0-9０-９])\\s*|[①-⑳]\\s*|[（(]?[一二三四五六七八九十]{1,3}[)）、]\\s*|` +
		`(?:第${NUMERAL}[个個道]?(?:问题|問題|[题題问問])?|(?:问题|思考题|問題|思考題)\\s*${NUMERAL}|Q${NUMERAL})\\s*[,，、.．:：]\\s*|第${NUMERAL}[个個][问問][题題]是[,，:：]?\\s*)`,
	"iu",
);

const PREFIXES = [
	ENUMERATOR,
	/^(?:\[[ x]\]|[□☐☑✅])\s+/iu,
	// "还有哪些" and "另外一种" belong to the question itself.
	/^(?:还有|此外|以及|另外)(?![没哪什多谁几何别更其一两])[,，、:：]?\s*/u,
	/^(?:首先|其次|再次|再者|然后|接着|同时|最后)(?:[,，、:：]\s*|(?=[请我想问]))/u,
	/^(?:and|also|first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|lastly|next|in addition),\s*/iu,
	/^我?[还也]?想(?:再?问|请教)(?:问|一下|你|您|大家|各位)*[,，:：]?\s*/u,
	new RegExp(
		`^[也再还想]?请(?:你们?|您|大家|同学们|各位)?[再来也先]?(?:思考|想想|想一想|考虑)(?:一下|下)?(?:${NUMERAL}[个道](?:问题|题))?[,，:：]?\\s*`,
		"u",
	),
];

const CLAUSE_END = /[,，:：;；]\s*/gu;
const CLAUSES_READ = 6;
const LAYERS = 4;
const INTERROGATIVE =
	/为什么|为何|如何|怎么|怎样|是否|能否|可否|什么|哪|吗|多少|谁|\b(?:why|how|what|which|who|whether)\b/iu;
const ASKS = new RegExp(
	"(?:思考|想想|想一想|考虑|回答|讨论|琢磨|聊聊|聊一聊|问|请教|留|留下|出)" +
		"(?:了|你|您|大家|各位|一下|下)*" +
		`(?:(?:这|那|以下|下面|如下)?的?(?:${NUMERAL}|这|那)?[个道]?(?:小问题|问题|思考题|题目|题))?(?:给(?:你|您|大家|同学)们?)?[吧是]?$`,
	"u",
);
const ADDRESSED =
	/请|给(?:你|您|大家|同学)|你们?也?(?:可以|不妨)|^(?:最后|那么|现在|下面|接下来|今天|课后)?(?:我?[还也]?想问|我们来|来?思考|不妨|留)/u;
const ANNOUNCED =
	/^(?:那么|最后|我的)?(?:今天|这[节一]课|本课|本节)?的?(?:思考题|问题)(?:是|来了|如下)(?:这样的)?$/u;
const ENGLISH =
	/^(?:now |finally |please |so )*(?:think about|consider|reflect on|ask yourself|answer|here (?:is|are))\b.{0,30}?\b(?:this|it|following|questions?|yourself)(?: for you)?$|\b(?:please|you to) (?:think about|consider|answer) .{0,20}questions?$/iu;

function isRequest(clause: string): boolean {
	const tail = clause.trim().slice(-60);
	return (
		(ASKS.test(tail) && ADDRESSED.test(tail)) ||
		ANNOUNCED.test(tail) ||
		ENGLISH.test(tail)
	);
}

/** "学完了这节课，请你思考两个问题，…": cuts through the last clause that only asks to think. */
function afterRequests(sentence: string): string {
	let cut = 0;
	let from = 0;
	let clauses = 0;
	for (const { index, 0: mark } of sentence.matchAll(CLAUSE_END)) {
		const clause = sentence.slice(from, index);
		if (++clauses > CLAUSES_READ || INTERROGATIVE.test(clause)) break;
		from = index + mark.length;
		if (isRequest(clause)) cut = from;
	}
	return sentence.slice(cut);
}

export function hasEnumerator(text: string): boolean {
	return ENUMERATOR.test(text);
}

export function withoutLeadIn(sentence: string): string {
	let rest = sentence.trim();
	for (let layer = 0; layer < LAYERS; layer++)
		rest = PREFIXES.reduce(
			(text, prefix) => text.replace(prefix, ""),
			afterRequests(rest),
		);
	return /[\p{L}\p{N}]/u.test(rest) ? rest : sentence.trim();
}
