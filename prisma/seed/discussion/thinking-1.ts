import { STANDARD_POSITIONS } from "#app/thinking/positions.ts";
import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

const continuingWell: SeedThread = {
	lesson: 1,
	kind: "thinking",
	question: 1,
	replies: [
		{
			by: "xuyan",
			daysAgo: 40.1,
			votes: 10,
			body: markdown`
				三处要的本事不一样，追问也就不一样。

				1. 「七乘八等于」可能是背的。九九表在语料里出现过千万遍，押准了也说明不了什么。追问：「四十七乘八十三等于」。背不到的，才要算（3901）。
				2. 「法国的首都是」是一条事实。追问：「巴黎是哪国的首都」。正着记住，反着未必找得到。
				3. 「她忽然哭了，因为」没有标准答案，要的是合情理。追问：把前文改成她刚刚中了奖，看续写跟不跟着变。
			`,
			replies: [
				{
					by: "chengmo",
					daysAgo: 39.8,
					votes: 5,
					body: "第二条有专门的研究，叫「反转诅咒」（reversal curse）：训练时只见过「甲是乙」，问「谁是乙」就答不上来。法国的首都测不出来，因为两个方向语料里都有，要用冷僻的人名。",
				},
			],
		},
		{
			by: "heyining",
			daysAgo: 36,
			votes: 8,
			body: "照顾老师的话，把接线员改写成追问。「她忽然哭了，因为」续得再顺，我会接着问：「假如她没有哭，前文里哪一句就说不通了？」只会接话的人答不了这句，得知道哪件事引出了哪件事。",
			replies: [
				{
					by: "guxing",
					daysAgo: 35.5,
					votes: 9,
					body: "好在它问的是反事实。接话，知道什么常跟着什么就够了；回答「假如没有」，要知道什么引起什么。拿它去试几个模型，把成败都记下来，比争论有用。",
				},
			],
		},
		{
			by: "tangli",
			daysAgo: 34.2,
			votes: 9,
			body: markdown`
				我替第三处押了一遍。「她忽然哭了，因为」后面，「她」「他」「想」「这」「没」都说得通，没有哪个该过三成。

				所以这一处的好，好在押得匀。谁要是在这里押上九成，我反而信不过他。
			`,
		},
		{
			by: "bailu",
			daysAgo: 27.4,
			votes: 11,
			body: "问了六岁的女儿。七乘八，她不会；法国的首都，她说是「法国城」；她忽然哭了，因为「没有人跟她玩」。三题里只有最后一题，她答得比谁都快。",
		},
		{
			by: "luming",
			daysAgo: 18.3,
			votes: 4,
			body: "拿手边一个小模型试了四十七乘八十三。直接要答案，错；让它先列竖式，对。本事是有的，只是一步押不到。",
		},
		{
			by: "duruo",
			daysAgo: 6.1,
			votes: 1,
			body: "第一题是背的，第二题是记的，第三题是编的。",
			replies: [
				{
					by: "xuyan",
					daysAgo: 5.7,
					votes: 3,
					body: "背与记的分别在哪里？这一问是认真的，我想了半天没有想清楚。",
				},
			],
		},
	],
};

const usefulness: SeedThread = {
	lesson: 1,
	kind: "thinking",
	question: 2,
	positions: STANDARD_POSITIONS,
	replies: [
		{
			by: "chengmo",
			daysAgo: 39.1,
			position: "no",
			votes: 8,
			body: "有现成的反例。对齐训练之后的模型，在网页语料上的困惑度通常比原来的基座模型高，大家却更愿意用它。困惑度问的是「像不像语料」，人要的是「合不合用」，而语料里本来就不全是有用的话。",
		},
		{
			by: "luming",
			daysAgo: 38,
			position: "no",
			votes: 9,
			body: "用客服工单微调过一个模型，困惑度从9降到4。一看它写的东西，满屏「您好，很高兴为您服务」。工单里有一半是套话，它把套话学到了家，平均数当然好看。",
			replies: [
				{
					by: "guxing",
					daysAgo: 37.6,
					votes: 8,
					body: "这是平均数的老毛病：容易的地方太多，把难的地方盖住了。可以只在要紧的词元上算一遍，例如单号、金额、处理结论，再拿这个数去比。",
				},
			],
		},
		{
			by: "xuyan",
			daysAgo: 31.3,
			position: "partly",
			votes: 4,
			body: "测试题若是混进了训练语料，困惑度可以低得很漂亮，那是背过答案。比之前先查重。",
		},
		{
			by: "zhouwang",
			daysAgo: 30.2,
			position: "partly",
			votes: 7,
			body: "气象台天天在做这道题。预报的分数涨了，出门的人不一定少淋雨：多数日子本来就好报，分数是靠它们涨上去的，要紧的却是那几场暴雨。所以我选「部分」。别的都一样时，低一点总归好；可是别的从来不会都一样。",
		},
		{
			by: "maya",
			daysAgo: 24.3,
			position: "yes",
			votes: 4,
			body: "For one fixed use, yes. We choose the checkpoint of our log parser by its perplexity on last week's logs, and that has never sent us the wrong way. The lower number wins as long as you measure it on the text that the model will actually meet.",
		},
		{
			by: "tangli",
			daysAgo: 22.7,
			position: "no",
			votes: 6,
			body: "译稿也一样。最好猜的译文，往往是最平的译文。读者翻开一本书，不是为了读到自己已经料到的句子。",
		},
		{
			by: "duruo",
			daysAgo: 5.4,
			position: "yes",
			votes: 1,
			body: "猜得准，总比猜不准有用吧。",
		},
		{
			by: "shenyiwei",
			daysAgo: 2.8,
			position: "partly",
			votes: 4,
			body: "倒过来想：困惑度高就一定没用吗？诗人押的，常常是小概率的词。",
			replies: [
				{
					by: "tangli",
					daysAgo: 2.5,
					votes: 10,
					body: "诗人押的是小概率的词，读者读到，却觉得非它不可。「红杏枝头春意闹」的「闹」字，事前难猜，事后难换。困惑度只记得事前。",
				},
			],
		},
		{
			by: "heyining",
			daysAgo: 1.9,
			position: "partly",
			votes: 5,
			body: "各位的反例我都同意，只是别把它们读成「困惑度没用」。同一张词元表，同一份没见过的文本，同一类模型：在这三个条件之内，它仍然是我见过的最老实的一个数。",
		},
	],
};

export const thinkingOne = [continuingWell, usefulness];
