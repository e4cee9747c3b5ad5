import { markdown, type SeedReply } from "#prisma/seed/discussion/shape.ts";

/** The first replies to lesson 3's first thinking question. */
export const earlierJudgements: SeedReply[] = [
	{
		by: "luming",
		daysAgo: 16.9,
		votes: 8,
		body: "我的判据很土：连着跑一百次，错不超过一次，才敢上线。每次九成对的模型，连走八步全对的不到一半，$0.9^8\\approx0.43$。台阶消不消失我不关心，用户只看最后那一下。",
	},
	{
		key: "three-layers",
		by: "xuyan",
		daysAgo: 16.6,
		votes: 11,
		body: markdown`
			「学会」这个词里至少装着三件事，分开就好谈了。

			1. **记住**：见过的题，原样能答。
			2. **拟合**：没见过、但出自同一个分布的题，能答。
			3. **迁移**：换了数字、换了说法、换了长度，仍然能答。

			随着尺子消失的台阶，多半在第二层：分数原本在慢慢地涨，只是「全对」那把尺子看不见。第三层若是一道也不对，换什么尺子我都不说它学会了。所以我的判据是：换一个没见过的分布，再换一把连续的尺子，分数仍明显高过瞎猜。

			能难倒它的例子，我自己先交一个：分布的边界是人画的，什么叫「没见过」，常常说不清。
		`,
		replies: [
			{
				by: "guxing",
				daysAgo: 16.2,
				votes: 8,
				body: "三层分得好，末尾自己拆自己的台，更好。「没见过」说不清，可以退一步，只问它最像训练语料里的哪一段，把相似的程度和分数一并报出来。",
			},
			{
				by: "duruo",
				daysAgo: 15.9,
				votes: 2,
				body: "那背下来就不算会吗？九九表谁不是背的。",
				replies: [
					{
						by: "xuyan",
						daysAgo: 15.7,
						votes: 5,
						body: "算第一层的会。背九九表是为了拿到第三层去用；只会背，遇上四十七乘八十三就露了底。",
					},
				],
			},
		],
	},
	{
		by: "heyining",
		daysAgo: 16.1,
		votes: 6,
		body: "这个问题问得不好。「学会」原是说人的，说一个人学会了，我们默认他换个地方还会，默认他明天还会，默认他知道自己会。对模型，这三样默认一样也没有。与其争这两个字，不如把条件写全：什么题，多少道，什么尺子，多大把握。",
		replies: [
			{
				by: "tangli",
				daysAgo: 15.8,
				votes: 6,
				body: "词可以不用，读者会自己补上。你在报道里写「某测试得分87」，读者读到的还是「它会了」。躲开这个词，不如把它的用法讲清楚。",
				replies: [
					{
						by: "heyining",
						daysAgo: 15.5,
						votes: 4,
						body: "这倒是真的。我们编辑部的标题，就是这样被改掉的。",
					},
				],
			},
		],
	},
	{
		by: "bailu",
		daysAgo: 15.9,
		votes: 10,
		body: markdown`
			想到孩子学游泳。旁人看，是某一天忽然浮起来的；教练看，换气、漂浮、蹬腿，一样一样早就在长。浮起来那天是真的，之前的日子也没有白练。

			我会说：浮起来才叫学会，但学会不是在那一天发生的。
		`,
	},
	{
		by: "zhouwang",
		daysAgo: 15.4,
		votes: 10,
		body: markdown`
			统计物理里有一件相似的事，可以借来用。

			磁铁加热到一定温度，会失去磁性，这是一种相变。判定相变靠的是「序参量」，这里是磁化强度$m$：高于临界温度$T_c$时为零，低于它才不为零，

			$$m\propto(T_c-T)^{\beta},\qquad T<T_c$$

			可你若不看$m$，去看系统的能量，它在$T_c$处是连续的，一眼看不出什么。没有人因此说相变是尺子造的。

			反过来，也并非随便一个会跳的量都有资格当序参量。它跳，得是系统里真有什么变了：对称性破缺了，关联长度变长了。照搬过来，我的判据有两条：

			- 换几个合理的量去看，跳变的位置应当大致相同；
			- 跳变前后，里面的结构应当不同。

			连乘造的台阶过不了第一条：题目一长，位置就跟着往后挪。
		`,
		replies: [
			{
				by: "chengmo",
				daysAgo: 15,
				votes: 6,
				body: "第一条很好用。课文里归纳头的例子两条都过得去：损失的拐弯，照样子学的分数，归纳头长出来的时刻，三者落在同一处。",
			},
		],
	},
	{
		by: "duruo",
		daysAgo: 15.2,
		votes: 0,
		body: "答对就是会，答错就是不会，想那么多干什么。",
		replies: [
			{
				by: "xuyan",
				daysAgo: 14.9,
				votes: 5,
				body: "四选一的题，闭着眼也能对四分之一。蒙对一道，会了没有？",
			},
		],
	},
	{
		by: "maya",
		daysAgo: 14.1,
		votes: 7,
		body: markdown`
			Two claims hide in one word. *Competence*: the machinery is there. *Performance*: it shows in this test. The staircase is about performance; "learned" is about competence.

			A fair judge tests competence by making performance easy: shorter problems, partial credit, several attempts. If it still fails when everything is easy, the machinery is not there.
		`,
	},
	{
		key: "grokking",
		by: "chengmo",
		daysAgo: 13.4,
		votes: 9,
		body: markdown`
			我主张从里面看。

			有个干净的例子：让一个小模型学模113的加法。训练集早早满分，测试集长期近乎瞎猜，过了很久忽然几乎全对，这就是「顿悟」（grokking）。Nanda等人把它拆开，发现它学到的是一套用三角恒等式算旋转的办法，而这套办法在测试分数跳起来**之前**，已经一点一点长出来了。

			所以我的判据是：指得出做这件事的那一部分；抹掉它，本领就没了；只留下它，本领还在。

			能难倒它的例子也有：目前能拆得这样干净的，都是小模型。
		`,
		pin: {
			kind: "remark",
			daysAgo: 12.5,
			shortForm:
				"顿悟（grokking）可作对照：测试分数忽然跳起，里面的算法却早已一点一点长成。从外面看是台阶，从里面看是坡。",
			block: "其次，有些变化换了尺子也还在",
		},
	},
	{
		by: "tangli",
		daysAgo: 12.9,
		votes: 5,
		body: "「学会」是两个字，学是过程，会是状态。台阶的误会，一半在于拿状态的尺子去量过程。",
	},
	{
		by: "bailu",
		daysAgo: 12.4,
		votes: 4,
		body: "再补一个孩子的例子。会从一数到二十的孩子，你请他拿三块积木，他可能抓一把给你。心理学家说，孩子先懂「一」，过几个月懂「二」，再懂「三」，然后忽然所有的数都懂了。这个「忽然」，好像换什么尺子都在。",
	},
	{
		by: "luming",
		daysAgo: 11.6,
		votes: 6,
		body: markdown`
			补两把工程上常用的尺子，方向正好相反。同一题试$k$次：

			- 至少对一次：$1-(1-p)^k$，越试越乐观；
			- 次次都对：$p^k$，越试越悲观。

			$p=0.9$，$k=8$，前者是0.99999999，后者是0.43。宣传册上印前者，值班表照后者排。
		`,
	},
];
