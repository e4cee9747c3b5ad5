import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

const weightsAsReasons: SeedThread = {
	lesson: 2,
	kind: "thinking",
	question: 1,
	replies: [
		{
			by: "heyining",
			daysAgo: 29,
			votes: 6,
			body: "拿我自己比。写稿时翻得最多的那一页，未必就是写进稿子的理由；有时只因为它放在手边。",
		},
		{
			by: "chengmo",
			daysAgo: 28.2,
			votes: 10,
			body: markdown`
				这个问题学界吵过一轮。2019年有一篇论文，题目就叫*Attention is not Explanation*，办法是另找一组很不一样的权重，输出却几乎不变；几个月后另一篇题为*Attention is not not Explanation*，回应说那组权重是硬凑的，模型自己学不出来。

				单看这一课的式子，有三处要小心：

				1. 权重乘的是值。权重大而值近乎零，看了等于没看。该看$\|w_{ij}\mathbf{v}_j\|$，不能只看$w_{ij}$。
				2. 从第二层起，每个位置都混进了别处的消息。盯着「他」那一格，看到的未必是「他」。
				3. 还有残差和前馈网络，输出并不都从注意力里走。
			`,
			replies: [
				{
					by: "bailu",
					daysAgo: 27.9,
					votes: 4,
					body: "第二条我这样理解行吗：看的是那个座位，座位上的人却早已听过别人的话了？",
					replies: [
						{
							by: "chengmo",
							daysAgo: 27.6,
							votes: 5,
							body: "行，而且只听过坐在他前面的人的话。",
						},
					],
				},
			],
		},
		{
			by: "luming",
			daysAgo: 26,
			votes: 5,
			body: "看过几张权重图，第一个词元常常分走一大半，哪怕它只是个开始符。后来知道这叫「注意力汇」（attention sink）：份额必须合计为一，没什么可看的时候，总得有个地方放。",
			replies: [
				{
					key: "empty-seat",
					by: "guxing",
					daysAgo: 25.6,
					votes: 9,
					body: "这是softmax的性质留下的痕迹：它不许弃权。想弃权的人，于是约好把票投给同一个空座位。读权重图之前，先把这张空座位划掉。",
					pin: {
						kind: "remark",
						daysAgo: 25.4,
						shortForm:
							"softmax不许弃权。没什么可看的头，会把份额堆到第一个词元上，叫作注意力汇；读权重图，先把这张空座位划掉。",
						block: "份额合计为一",
					},
				},
			],
		},
		{
			by: "shenyiwei",
			daysAgo: 2.1,
			votes: 3,
			body: "路网里也一样。流量最大的路口，往往不是堵车的原因，只是大家绕路都要经过它。",
		},
		{
			by: "duruo",
			daysAgo: 1.2,
			votes: 2,
			body: "那要知道理由，是不是得把那一处抹掉，看答案变不变？",
			replies: [
				{
					by: "chengmo",
					daysAgo: 0.9,
					votes: 5,
					body: "是，这叫消融，比盯着看可靠。更细的做法是把那一处换成另一句话里的同一处，看答案跟不跟着换。",
				},
			],
		},
	],
};

const wordOrder: SeedThread = {
	lesson: 2,
	kind: "thinking",
	question: 2,
	writeFirst: true,
	replies: [
		{
			by: "duruo",
			daysAgo: 29.2,
			votes: 1,
			body: "没有分别吧，都是那三个字。",
			replies: [
				{
					by: "xuyan",
					daysAgo: 29,
					votes: 4,
					body: "先看有没有$M$。没有的话你说得对，还可以说得更准：输入的次序打乱，输出跟着同样地打乱，每个词得到的向量一点不变。",
				},
			],
		},
		{
			key: "order-from-the-mask",
			by: "chengmo",
			daysAgo: 28.7,
			votes: 11,
			body: markdown`
				有$M$的时候，答案还要看层数。给两句都添上句号，看句号那一格得到什么。

				- 只有一层：句号看得见「狗」「咬」「人」和它自己，分数只取决于内容，加权求和又与次序无关。两句的句号得到同一个向量，分不清。
				- 有两层：第一层过后，前一句的「咬」只见过「狗」和自己，后一句的「咬」只见过「人」和自己，两个「咬」已经不同。第二层的句号看到的是不同的「咬」，分得清。

				遮住未来，本身就泄露了次序：站得越靠后，看见的越多。确有人训练过完全不给位置信息的因果模型，成绩与给了的相差不大。
			`,
			pin: {
				kind: "answer",
				daysAgo: 28,
				shortForm:
					"没有遮挡，打乱次序只会把输出同样打乱。有了遮挡，一层分不清，两层就分得清：能看见多少前文，本身就是位置。",
				block: "还缺一样东西",
			},
			replies: [
				{
					by: "linzhou",
					daysAgo: 28.4,
					votes: 7,
					body: markdown`
						用课文里的\`attention\`验了一遍，为了短，查询、键、值都直接取$X$：

						~~~python
						rng = np.random.default_rng(0)
						dog, bites, man, stop = rng.standard_normal((4, 8))
						A = np.array([dog, bites, man, stop])
						B = np.array([man, bites, dog, stop])

						def layer(X):
						    return X + attention(X, X, X)

						print(np.allclose(layer(A)[-1], layer(B)[-1]))
						print(np.allclose(layer(layer(A))[-1], layer(layer(B))[-1]))
						~~~

						先后印出\`True\`和\`False\`。
					`,
				},
			],
		},
		{
			by: "tangli",
			daysAgo: 12,
			votes: 7,
			body: "中文里这样的例子俯拾皆是：「不很好」与「很不好」，「屡战屡败」与「屡败屡战」。同样几个字，换个座次，意思就翻了面。",
		},
		{
			by: "maya",
			daysAgo: 8,
			votes: 4,
			body: "Latin is the other extreme: *canis hominem mordet* means that the dog bites the man in whatever order you put the words, because the endings carry the roles. A model of Latin would still be given positions, but it could afford to lose them.",
		},
		{
			by: "heyining",
			daysAgo: 1.4,
			votes: 3,
			body: "既然两层就分得清，后面还有几十层，专门给位置编码图什么？",
			replies: [
				{
					by: "luming",
					daysAgo: 1.1,
					votes: 5,
					body: "图省力。靠遮挡去推位置，要占掉一些头和层；直接告诉它，那些头就能干别的。",
				},
			],
		},
	],
};

export const thinkingTwo = [weightsAsReasons, wordOrder];
