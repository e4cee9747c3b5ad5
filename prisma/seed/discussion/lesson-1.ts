import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

export const lessonOne: SeedThread = {
	lesson: 1,
	kind: "lesson",
	replies: [
		{
			by: "bailu",
			daysAgo: 40.8,
			votes: 6,
			body: markdown`
				损失可以读作罚金，这一句救了我。

				有个外行的问题：罚金是$-\log p$，万一模型押的$p$恰好是零，难道真的罚到无穷大？训练不就当场停了吗？
			`,
			replies: [
				{
					by: "linzhou",
					daysAgo: 40.6,
					votes: 7,
					body: markdown`
						照公式确实如此，只是碰不到。概率出自softmax（下一课讲），只要分数有限，谁都不会得零；要提防的是计算机把很小的数舍成了零。所以程序里从不先算$p$再取对数，而是直接从分数$z$算：

						$$-\log p_y=\log\sum_j e^{z_j}-z_y$$

						取指数之前，先把每个分数减去最大的那个，既不会溢出，也不会出现零的对数。PyTorch的\`cross_entropy\`要你交分数，不要你交概率，原因就在这里。
					`,
					replies: [
						{
							by: "bailu",
							daysAgo: 40.5,
							votes: ["linzhou", "tangli", "maya"],
							body: "懂了。押零本来要倾家荡产，好在它从来没有机会真的押零。",
						},
					],
				},
			],
		},
		{
			by: "luming",
			daysAgo: 39.9,
			votes: 7,
			body: markdown`
				手上有两个模型要选一个。同样一百万字节的工单，甲的困惑度8.1，乙的6.9，照理该选乙。可是乙的词表小，切得更碎。这两个数能直接比吗？不能的话，怎么换算？
			`,
			replies: [
				{
					key: "bits-per-byte",
					by: "linzhou",
					daysAgo: 39.7,
					votes: 10,
					body: markdown`
						不能直接比，单位不同：一个是「每个甲词元」的，一个是「每个乙词元」的。把总罚金摊到字节上，单位就统一了：

						$$\mathrm{BPB}=\frac{T}{B}\log_2\mathrm{PPL}$$

						$T$是词元数，$B$是字节数。假如这一百万字节，甲切成250,000个词元，乙切成310,000个：

						| 模型 | 困惑度 | 每词元比特 | 每字节词元 | 每字节比特 |
						| --- | ---: | ---: | ---: | ---: |
						| 甲 | 8.1 | 3.018 | 0.25 | 0.754 |
						| 乙 | 6.9 | 2.787 | 0.31 | 0.864 |

						困惑度高的甲，反而押得更准。把你真实的词元数代进去，就有结论了。
					`,
					pin: {
						kind: "answer",
						daysAgo: 39.2,
						shortForm:
							"词表不同，困惑度不能直接比。把以2为底的总罚金摊到每个字节上，再比高低；有时结论会反过来。",
						block: "比较两个困惑度之前",
					},
					replies: [
						{
							by: "luming",
							daysAgo: 39.4,
							votes: 2,
							body: "代进去了：甲0.77，乙0.81，次序果然反过来。幸好多问了一句。",
						},
					],
				},
			],
		},
		{
			key: "forecast-score",
			by: "zhouwang",
			daysAgo: 38.2,
			votes: 9,
			body: markdown`
				给「瞒报没有好处」添一个旁证。气象台给概率预报打分，用的是同一个对数：报「明天下雨七成」，下了，记$-\log0.7$；没下，记$-\log0.3$；一年到头看平均。I. J. Good在1952年就提出过对数评分，后来有人给它起名叫ignorance score，无知分。

				科里从前有人怕挨批评，心里八成，嘴上总报六成。一天两天看不出来，年底一算，他的分比谁都差。
			`,
			pin: {
				kind: "remark",
				daysAgo: 37.4,
				shortForm:
					"气象台给概率预报打分，用的是同一个对数。心里八成、嘴上六成的人，一年算下来总要吃亏。",
				block: "为什么偏偏是对数",
			},
		},
		{
			by: "heyining",
			daysAgo: 36.5,
			votes: 6,
			body: markdown`
				开头那一步走得太快。香农的受试者猜得准，是因为他懂；由此推不出猜得准的就懂。老接线员能接住你的下半句话，未必明白你为什么打这个电话。

				「看看离懂还有多远」，这几个字已经默认两者在同一条路上了。
			`,
			replies: [
				{
					by: "guxing",
					daysAgo: 36.2,
					votes: 9,
					body: markdown`
						这一刀砍在要紧处。懂，则猜得准，这是香农的方向；猜得准，则懂，是它的逆命题，我没有资格当成真的写，所以只写了「看看还有多远」。你说得对，这句话仍然偷偷铺了一条路。

						我的办法是把「懂」拆成几件可以检验的事，一件一件地考。思考题第一题就是为此出的。接线员的例子很好，请你把它写成一道追问，放到那边去。
					`,
				},
			],
		},
		{
			by: "xuyan",
			daysAgo: 33.1,
			votes: 5,
			body: markdown`
				核了一遍开头的数。$1/27\approx3.7\%$，确实不到百分之四；$79/102\approx77\%$，「差不多能中八次」也成立。

				香农文末的估计也值得抄在这里：知道前面约一百个字母时，英文每个**字母**的熵在0.6到1.3比特之间；乱猜是$\log_2 27\approx4.75$比特。两者一比，英文有七成到近九成是「可以省掉的」。
			`,
			edited: {
				daysAgo: 32.8,
				previous: markdown`
					核了一遍开头的数。$1/27\approx3.7\%$，确实不到百分之四；$79/102\approx77\%$，「差不多能中八次」也成立。

					香农文末的估计也值得抄在这里：知道前面约一百个字母时，英文每个单词的熵在0.6到1.3比特之间；乱猜是$\log_2 27\approx4.75$比特。
				`,
			},
		},
		{
			by: "maya",
			daysAgo: 29.3,
			votes: 5,
			body: markdown`
				A detail that once cost me an afternoon. In GPT-2's tokenizer the space belongs to the word *after* it, so \`"The"\` and \`" The"\` have different ids. A prompt that ends in a trailing space therefore puts the model somewhere it has rarely been in training. Trim the space and the completions improve at once.
			`,
			replies: [
				{
					by: "linzhou",
					daysAgo: 28.8,
					votes: 4,
					body: "确认。提示末尾多一个空格，等于逼模型从一个孤零零的空格往下续，而语料里的空格多半已经并进后面的词了。中文字间没有空格，这个坑浅一些，中英混排时照样踩得到。",
				},
			],
		},
		{
			by: "shenyiwei",
			daysAgo: 3.2,
			votes: 3,
			body: "补课中，第一课读完。有件事对不上：照课文说，温度取0就是贪心，应当每次一样；可我把同一个问题问了五遍，得到两种写法。是我理解错了吗？",
			replies: [
				{
					by: "luming",
					daysAgo: 2.9,
					votes: 8,
					body: markdown`
						理解没错，是机器的事。常见的原因有三个：

						- 浮点加法不满足结合律，\`(a + b) + c\`与\`a + (b + c)\`的末位可能不同；
						- 你的请求和别人的拼成一批来算，批的大小一变，求和的次序跟着变；
						- 两个词元的分数几乎相等时，末位的差别足以换掉第一名，从那里起，后面的文字就岔开了。

						要逐字复现，得固定批的大小，用确定性的算子，代价是慢一些。
					`,
				},
			],
		},
	],
};
