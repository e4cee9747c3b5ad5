import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

export const questions: SeedThread[] = [
	{
		lesson: 1,
		kind: "question",
		title: "一个汉字到底是几个词元？",
		by: "duruo",
		daysAgo: 34,
		votes: 6,
		body: "课文说一个汉字占三个字节，又说词元是从字节一步步合并出来的。那么一个汉字到底是一个词元，还是三个，还是看运气？有没有办法自己数？",
		replies: [
			{
				by: "linzhou",
				daysAgo: 33.7,
				accepted: { daysAgo: 33.4 },
				votes: 9,
				body: markdown`
					看这个字常不常见，也看造表的语料里中文多不多。三种情形都有：

					- 三个字节合成了一个，一字一词元；
					- 只合成了一部分，一字两三个词元；
					- 连邻字也合了进来，两三个字才一个词元。

					自己数很容易：

					~~~python
					import tiktoken

					text = "床前明月光，疑是地上霜"
					for name in ["gpt2", "cl100k_base", "o200k_base"]:
					    print(name, len(tiktoken.get_encoding(name).encode(text)))
					~~~

					连标点十一个字，GPT-2的表切成22个，后面两张较新的表切成16个和12个。同样是「我们」，在第一张表里要四个词元，在后两张里只要一个。
				`,
				replies: [
					{
						by: "duruo",
						daysAgo: 33.5,
						votes: 2,
						body: "用第一张表数了自己的名字，五个词元。原来我比「我们」还长。",
					},
				],
			},
			{
				by: "tangli",
				daysAgo: 31.9,
				votes: 5,
				body: "照这样算，同一个意思，在旧表里用中文说要比英文贵得多。语言的税，原来是在词元表里收的。",
			},
		],
	},
	{
		lesson: 2,
		kind: "question",
		title: "键和值为什么不合成一个？",
		by: "luming",
		daysAgo: 27.5,
		votes: 8,
		body: "既然键和值都从同一个$x$来，为什么要两个矩阵？合成一个，参数和缓存都能省一半。",
		replies: [
			{
				key: "key-and-value",
				by: "linzhou",
				daysAgo: 27.2,
				accepted: { daysAgo: 26.7 },
				votes: 11,
				body: markdown`
					可以合，模型也跑得起来，只是少了一种自由。键决定「什么样的查询会找到我」，值决定「找到之后我交出什么」；合成一个，凭什么被找到，就只能交出什么。

					看课文里的「他」：要找到它，靠的是「我是代词」这一面；找到之后，想要的却是「我指小王」那一面。第三课会讲的归纳头更干净：它按「前一个词是甲」去找，找到之后要的是「这里是乙」，两件事同在一个位置上，彼此毫不相干。

					至于缓存，确实有人在这上面做文章：让几个查询头共用一组键值，或者每个词元只存一个压缩过的向量，用的时候再展开成键和值。后一种最接近你说的合成一个，可是展开时用的仍是两个矩阵。
				`,
				pin: {
					kind: "answer",
					daysAgo: 26.8,
					shortForm:
						"键决定凭什么被找到，值决定找到之后交出什么。两者合一，凭什么被找到就只能交出什么，少了一种自由。",
					block: "每个位置的向量",
				},
				replies: [
					{
						by: "luming",
						daysAgo: 26.9,
						votes: 2,
						body: "明白了，能省的是存法，矩阵省不了。",
					},
				],
			},
			{
				by: "maya",
				daysAgo: 25.8,
				votes: 7,
				body: "Databases settled this long ago: the column you index is rarely the column you select.",
			},
		],
	},
	{
		lesson: 1,
		kind: "question",
		title: "Why does my first training loss start above ln V?",
		by: "maya",
		daysAgo: 22,
		votes: 5,
		body: "The lesson says that an untrained model should start near $\\ln V$. With a vocabulary of 50,257 I expected 10.8; the first line of my log says 11.3. A bug, or something I should understand?",
		replies: [
			{
				by: "chengmo",
				daysAgo: 21.7,
				votes: 9,
				body: markdown`
					Something to understand. $\ln V$ assumes that all scores are equal. If at initialisation they scatter as $z_i\sim\mathcal{N}(0,\sigma^2)$, then for a large vocabulary

					$$E\left[\log\sum_j e^{z_j}-z_y\right]\approx\ln V+\frac{\sigma^2}{2}$$

					You are 0.5 above, so $\sigma\approx1$. Start the output layer at a smaller scale and the log will open at 10.8. It also spares the model a few hundred steps of merely learning to be uncertain.
				`,
				replies: [
					{
						by: "maya",
						daysAgo: 21.5,
						votes: ["chengmo", "guxing"],
						body: "That was it: $\\sigma=0.98$. I scaled the last layer down, and the log now opens at 10.83.",
					},
				],
			},
			{
				by: "guxing",
				daysAgo: 21.2,
				votes: 6,
				body: "替大家转述：分数一开始就参差不齐，等于模型生来就有成见，而成见没有根据，要先花几百步把它忘掉。程墨末一句值得抄下来，learning to be uncertain，先学会不确定。",
			},
		],
	},
	{
		lesson: 3,
		kind: "question",
		title: "训练算力约等于6ND，这个6是怎么来的？",
		by: "shenyiwei",
		daysAgo: 2.4,
		votes: 7,
		body: "第三课一笔带过：$C\\approx6ND$。2我猜得到，一次乘法加一次加法；6是从哪里来的？上一课那笔平方的账，又算在哪里？",
		replies: [
			{
				by: "xuyan",
				daysAgo: 2.2,
				votes: 4,
				body: "前向一遍是2，反向一遍是4，加起来6。反向为什么是前向的两倍，我只记得结论，等助教来讲。",
			},
			{
				key: "six-n-d",
				by: "linzhou",
				daysAgo: 1.8,
				votes: 9,
				body: markdown`
					许砚的加法是对的。拆开看，每个参数对每个词元：

					| 做什么 | 运算次数 |
					| --- | ---: |
					| 前向：权重乘输入，累加 | 2 |
					| 反向：求对输入的梯度，传给前一层 | 2 |
					| 反向：求对权重的梯度，用来更新 | 2 |

					合计6。拿GPT-3验算：

					$$6\times1.75\times10^{11}\times3\times10^{11}=3.15\times10^{23}$$

					论文报告的是$3.14\times10^{23}$，相符。

					平方的那笔账没有算进去。它与主项之比约为$T/(12d)$，GPT-3的$T=2048$，$d=12288$，只占1.4%，所以略去了；上下文长到几十万，就不能再略。
				`,
				pin: {
					kind: "answer",
					daysAgo: 1.6,
					shortForm:
						"每个参数对每个词元：前向一乘一加，计2；反向求两种梯度，各计2；合计6。注意力的平方项未计，上下文不长时可以略去。",
					block: "训练一遍的算力大约是",
				},
				replies: [
					{
						by: "shenyiwei",
						daysAgo: 1.5,
						votes: 3,
						body: "明白：去程一趟，回程两趟。",
					},
				],
			},
		],
	},
];
