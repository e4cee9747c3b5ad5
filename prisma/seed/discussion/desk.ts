import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

const ROOT = "设查询与键的各个分量互相独立";

/** Work for the staff's desk: questions on one paragraph, an anonymous asker, a private question, a follow-up. */
export const forTheDesk: SeedThread[] = [
	{
		lesson: 2,
		kind: "question",
		title: "分量要是不独立，方差还正好是维数吗？",
		by: "xuyan",
		daysAgo: 3.1,
		votes: 5,
		passage: { block: ROOT, quote: "点积是d_k个乘积之和，方差便是d_k" },
		body: "这一步用的是独立时方差可加。可是训练过以后，各个分量多半不再独立，这笔账还算得拢吗？要是算不拢，根号里的数是不是也该跟着改？",
		replies: [],
	},
	{
		lesson: 2,
		kind: "question",
		title: "差八分，为什么就几乎只认第一名？",
		by: "bailu",
		daysAgo: 2.6,
		votes: 4,
		passage: { block: ROOT, quote: "差8分，份额便差将近3,000倍" },
		body: "三千倍听着是很多。可后面排着上千个位置，一人分一点点，加起来难道还压不住第一名？",
		replies: [
			{
				by: "luming",
				daysAgo: 2.3,
				votes: 7,
				body: "压不住。指数长得比什么都快，后面来多少个都一样。",
				word: {
					kind: "caveat",
					by: "linzhou",
					daysAgo: 2.1,
					text: "方向对，数目要算：一千个位置都只差8分时，合起来仍分得走四分之一。",
				},
			},
			{
				by: "chengmo",
				daysAgo: 2.2,
				votes: 3,
				body: markdown`
					可以直接算。第一名的份额是

					$$\frac{1}{1+n\,e^{-8}}$$

					$n=100$时约为0.97，$n=1000$时约为0.75。所以白露的直觉也有道理，只是要凑够三千个位置，才打得成平手。
				`,
			},
		],
	},
	{
		lesson: 2,
		kind: "question",
		title: "「方差为一」到底在说什么？",
		by: "duruo",
		daysAgo: 1.9,
		votes: 6,
		isAnonymous: true,
		passage: { block: ROOT, quote: "均值为零，方差为一" },
		body: "大家好像都懂，所以不大好意思问：方差为一，是说每个数都差不多等于一吗？那均值怎么又是零？",
		replies: [],
	},
	{
		lesson: 2,
		kind: "question",
		title: "键值缓存占多少显存，怎么估？",
		by: "luming",
		daysAgo: 6.2,
		votes: 3,
		passage: {
			block: "生成的时候可以省一些",
			quote: "它省下了时间，占用的是显存",
		},
		body: "想给自己的服务估个上限。除了课文里的那几个数，还要乘上什么？",
		replies: [
			{
				by: "linzhou",
				daysAgo: 5.7,
				votes: 4,
				body: "课文里算的是数的个数，再乘每个数的字节数就是显存。用半精度存，一个数2字节，写满1,024个词元大约38兆字节。",
				replies: [
					{
						by: "luming",
						daysAgo: 0.6,
						votes: 1,
						body: "那么十个人同时用，是要乘以十，还是开头相同的部分可以合起来只存一份？",
					},
				],
			},
		],
	},
	{
		lesson: 3,
		kind: "question",
		title: "课文里的表，可以引到报道里吗？",
		by: "heyining",
		daysAgo: 1.2,
		isPrivate: true,
		passage: { block: "三项各有来历", quote: "每个参数配二十个词元" },
		body: "我在写一篇稿子，想引用这一段和下面的表，并写明出处。不知道合不合适，先只问老师。",
		replies: [],
	},
];
