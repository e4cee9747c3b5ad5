/** A document as people save it from public pages, and what is to come of it. */
type PublicDocument = {
	name: string;
	text: string;
	comments: number;
	answers: number;
	questions: number;
	problems: string[];
};

type Area = Pick<PublicDocument, "comments" | "answers" | "problems"> & {
	lines: string[];
};

const two = (lines: string[], problems: string[] = []): Area => ({
	...{ lines, problems, comments: 2, answers: 1 },
});

/** Ways to save two comments, the second with an answer. */
const AREAS: Area[] = [
	two([
		...[
			"- 青禾 👍(3) 💬(1)",
			"这一步很受用。",
			"2024-03-04 - 石川 👍(1) 💬(1)",
		],
		...["怎么选大小？", "作者回复: 先看数据。", "2024-03-05"],
	]),
	two([
		...["<div><strong>精选留言（2）</strong></div><ul>"],
		'<li><img src="https://example.com/a.png"><span>青禾(南京)</span> 👍（14） 💬（1）<div>A&#47;B 怎么选？',
		"1. 当 n&gt;=5 时</div>2024-03-04</li><br/><li><span>石川</span> 👍（2） 💬（1）<p>好。</p>",
		"<p>作者回复：谢谢。</p>2024-03-05</li><br/></ul>",
	]),
	two([
		...["* 青禾 👍（1.2k） 💬（999+）", "受用。", "2024/3/4", ""],
		...["* 石川 👍 12 💬 3", "也好。", "编辑回复：已改。", "2024年3月5日"],
	]),
	two([
		...["• 青禾 👍2 💬0", "受用。", "2024-03-04 21:30 - 石川 👍(1.2万) 💬(1)"],
		...["也好。", "讲师回复", "见下一讲。", "2024-03-05T08:00:00Z"],
	]),
	two([
		...["2024-03-04 21:30 - 青禾 👍(2) 💬(0)", "受用。"],
		...["2024-03-05 08:00 - 石川 👍(1) 💬(1)", "也好。", "作者回复：谢谢。"],
	]),
	two(
		[
			...[
				"精选留言 (2)",
				"",
				"青禾",
				"",
				"",
				"都会被看到吗？",
				"",
				"2024-03-02",
			],
			...["", "作者回复：中间的容易被忽略。", "", "", "石川", "", "", "学习了"],
		],
		["dateMissing"],
	),
	two([
		...["全部评论", "青禾", "2024-03-04 21:30", "受用。", "", "真的。"],
		...["石川", "2024-03-05", "也好。", "作者回复：谢谢。"],
	]),
	two(
		[
			...["- 青禾 👍(2) 💬(0)", "受用。", "昨天 - 石川 👍(很多) 💬(1)"],
			...["也好。", "作者回复：谢谢。", "03-05"],
		],
		["dateVague", "countUnclear", "dateVague"],
	),
	{
		lines: [
			...["精选留言", "", "青禾", "", "受用。", "", "石川", "", "也好。", ""],
			...["2024-03-04", "", "小川", "", "很好。", "", "2024-03-05"],
		],
		...{ comments: 1, answers: 0, problems: ["commentDoubtful"] },
	},
	{
		lines: ["这里没有留言区，只说一句：给你👍，也欢迎💬。"],
		...{ comments: 0, answers: 0, problems: ["commentUnclear"] },
	},
];

const HEADINGS = [
	...["思考题", "1.5 思考题", "✏️ 課後思考", "小结与思考", "课下作业："],
	...["五、讨论题", "Exercises", "**思考题**", "习题", "Questions"],
];

const CODE = [
	["import torch", "", "def size(x):", "    return x.shape  # 形状"],
	["# 安装", "pip install torch", "python train.py --lr 0.1"],
	["{", '  "name": "tokenizer",', '  "sizes": [1, 2]', "}"],
];

const LEFTOVERS = ["阅读 1.2w", "复制代码", "图1 流程", "© 版权归某某所有"];

const TOPICS = [
	...[
		"采样",
		"微调",
		"检索",
		"对齐",
		"量化",
		"蒸馏",
		"评测",
		"部署",
		"缓存",
		"分词",
	],
];
const KINDS = ["的由来", "的做法", "的边界"];

function documentOf(topic: number, kind: number): PublicDocument {
	const at = topic + kind * TOPICS.length;
	const isMarkdown = (topic + kind) % 2 === 1;
	const { lines, ...expected } = AREAS[topic] ?? two([]);
	const heading = HEADINGS[(topic + 3 * kind) % HEADINGS.length] ?? "";
	const title = `${TOPICS[topic]}${KINDS[kind]}`;
	const code = CODE[kind] ?? [];
	const number = String(at + 1).padStart(2, "0");
	const isHeading = isMarkdown && !heading.startsWith("**");
	const questions = ["", "1. 它为什么有用？", "2. 什么时候不该用？", ""];
	const text = isMarkdown
		? [
				...[`# ${title}`, "", `${title}，一段正文。`, "", "```python", ...code],
				...["```", "", `${isHeading ? "## " : ""}${heading}`, ...questions],
				...[
					"<details><summary>答案</summary>",
					"",
					"你猜呢？",
					"",
					"</details>",
				],
				...["", ...lines],
			]
		: [
				...[
					`${number} | ${title}`,
					LEFTOVERS[at % 4] ?? "",
					`${title}，一段正文。`,
				],
				...[
					"先看代码：",
					...code,
					"再看效果。",
					heading,
					...questions,
					...lines,
				],
			];
	const name = `${number}-${title}.${isMarkdown ? "md" : "txt"}`;
	return { name, text: text.join("\n"), questions: 2, ...expected };
}

/** Thirty documents, in text and Markdown, with the oddities of public courses. */
export const publicCourse = (): PublicDocument[] =>
	KINDS.flatMap((_, kind) => TOPICS.map((_, topic) => documentOf(topic, kind)));
