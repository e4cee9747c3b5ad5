import type { TermWords } from "#app/glossary/schema.ts";

/** 顾行's renderings from when he wrote the lessons; two have been discussed since. */
export const draftTerms: TermWords[] = [
	{
		source: "emergent abilities",
		renderings: ["突现"],
		meaning: "小模型没有、大模型才有，因而无法从小模型的成绩外推出来的本领。",
	},
	{
		source: "induction head",
		renderings: ["归纳头"],
		meaning:
			"注意力里长出的一种结构：前文里有过「甲乙」，再遇到「甲」，就去押「乙」。",
	},
	{
		source: "perplexity",
		renderings: ["困惑度"],
		meaning: "交叉熵放回指数上：是几，就像每走一步都站在几扇一样的门前。",
	},
	{
		source: "power law",
		renderings: ["幂律"],
		meaning: "一个量按另一个量的固定次方变化，两边取对数就是一条直线。",
	},
	{
		source: "token",
		renderings: ["词元", "令牌"],
		meaning:
			"模型读写的单位，介于字母与词之间：常见的词算一个，罕见的拆成几段。",
	},
];

/** The renderings that the notes decided. */
export const decidedTerms = {
	emergence: {
		source: "emergent abilities",
		renderings: ["涌现", "突现", "突现能力"],
		meaning: "小模型没有、大模型才有的本领；泛指整体有了部件身上没有的性质。",
	},
	perplexity: {
		source: "perplexity",
		renderings: ["困惑度"],
		meaning: "交叉熵放回指数上：是几，就像每走一步都站在几扇一样的门前。",
	},
} satisfies Record<string, TermWords>;
