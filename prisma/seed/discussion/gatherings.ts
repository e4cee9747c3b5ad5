import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";
import { decidedTerms } from "#prisma/seed/glossary.ts";

const welcome: SeedThread = {
	lesson: null,
	kind: "announcement",
	title: "开课的话：怎样使用这个地方",
	by: "guxing",
	daysAgo: 42,
	body: markdown`
		各位好，我是顾行。课程一共十讲，先放出前三讲，其余的写好一讲，放一讲。

		每一课的末尾有两道思考题，每道题是一处单独的讨论。请先写下自己的看法，哪怕只有一句，再去读别人的。次序颠倒过来，写出的多半是别人的意思。

		课文旁边有时会有几行朱色的小字，那是**批注**：有人的回复说得好，我把它置顶，再放到它所说的那一句旁边。批注分四种：

		| 批注 | 用在什么地方 |
		| --- | --- |
		| 答疑 | 常有人问，而且有了好的回答 |
		| 译名 | 一个术语有几种译法，说明取舍 |
		| 勘误 | 课文写错了：谁指出的，怎样改的 |
		| 点评 | 课文没有说到，值得一并读 |

		批注多半出自你们的回复，我只是把它们放到该在的地方。

		还有几件小事：

		- 课文里读不懂的，就在那一课下面问；问得大一些，另开一个提问。
		- 公式写在两个美元符号之间，\`$e^{-k}$\`会显示成$e^{-k}$；代码前后各放一行三个反引号。
		- 一条回复有用，点个赞就好；不同意，请写一条，说出理由。
		- 改过的回复留着修改记录，写错了不要紧，改过来就是。

		我大约两天来一次，林舟来得更勤。慢慢读，不赶进度。
	`,
	replies: [
		{
			by: "bailu",
			daysAgo: 41.8,
			votes: 5,
			body: "报到。没学过编程，打算一天只读一节。",
			replies: [
				{
					by: "guxing",
					daysAgo: 41.5,
					votes: 8,
					body: "一天一节正好。遇到公式，先读它前后的两句话，再回头看公式，多半就不怕了。",
				},
			],
		},
		{
			by: "maya",
			daysAgo: 40.9,
			votes: 4,
			body: "Glad to be here. May I write in English now and then?",
			replies: [
				{
					by: "guxing",
					daysAgo: 40.7,
					votes: 5,
					body: "当然。Write in the language you think in. 译的事，可以请教唐栗。",
					replies: [
						{
							by: "tangli",
							daysAgo: 40.6,
							votes: 7,
							body: "可以，按词元收费。",
						},
					],
				},
			],
		},
		{
			by: "shenyiwei",
			daysAgo: 3.6,
			votes: 2,
			body: "来晚了，三课都要从头补。在旧的讨论里回复，还有人看吗？",
			replies: [
				{
					by: "linzhou",
					daysAgo: 3.5,
					votes: 5,
					body: "有。讨论不分新旧，我每天从头看一遍列表。",
				},
			],
		},
	],
};

const renderings: SeedThread = {
	lesson: null,
	kind: "topic",
	title: "译名征集：这门课里，你觉得哪个词译得最别扭？",
	by: "tangli",
	daysAgo: 24,
	votes: 8,
	body: markdown`
		我先来。perplexity译「困惑度」，像在说模型有心事；attention译「注意力」，妙；softmax干脆不译，也算一种译法。

		请各写一个，附上你的译法和理由。
	`,
	replies: [
		{
			by: "bailu",
			daysAgo: 23.7,
			votes: 5,
			body: "我喜欢「困惑度」。站在几扇门前，正是困惑的样子。",
		},
		{
			by: "xuyan",
			daysAgo: 23.2,
			votes: 3,
			body: "「对齐」。排版里是边缘齐，物理里是方向一致，到这里又成了品行端正。没有更好的译法，只是每次读到都要停一下。",
		},
		{
			by: "zhouwang",
			daysAgo: 22.6,
			votes: 8,
			body: "「幻觉」（hallucination）。幻觉是看见了不存在的东西；模型并没有看，它是记不清，却照样说得流利。心理学里另有一个词叫「虚构」（confabulation），说的正是这种情形。",
			replies: [
				{
					by: "heyining",
					daysAgo: 22.3,
					votes: 6,
					body: "投「虚构」一票。「幻觉」听起来像生病，生病就不必负责。",
				},
				{
					by: "tangli",
					daysAgo: 22,
					votes: 5,
					body: "「虚构」的麻烦，是与小说的fiction撞了。「杜撰」如何？有动作，也有过失。",
				},
			],
		},
		{
			by: "maya",
			daysAgo: 14.6,
			votes: 6,
			body: "From the other direction: I understood *emergence* only after meeting 涌现 in lesson 3. The English word has worn smooth; in the Chinese one you can still see the water.",
		},
		{
			by: "guxing",
			daysAgo: 13.9,
			votes: 9,
			body: "都记下了。定名的规矩我只守一条：宁可平淡，不要替读者先下结论。照这一条，「困惑度」留着，「涌现」已经改过来，讲到「幻觉」那一课，我会把「虚构」一并写上。",
			pin: {
				kind: "term",
				daysAgo: 13.8,
				shortForm:
					"「困惑度」留着：困惑度是几，就像站在几扇一样的门前，读起来正是困惑的样子。",
				block: null,
				term: decidedTerms.perplexity,
			},
		},
	],
};

const proofreading: SeedThread = {
	lesson: null,
	kind: "topic",
	title: "第一课校对：错字与病句请报在这里",
	by: "linzhou",
	daysAgo: 39,
	votes: 3,
	locked: true,
	body: "第一课发布后一周之内，看到错字、病句、数字对不上的地方，请报在这里，一条说一处，写明在哪一节。改好我会回一声，全部改完就锁上。",
	replies: [
		{
			by: "xuyan",
			daysAgo: 38.6,
			votes: 4,
			body: "「词元：模型的字母表」一节，GPT-2的词表写成了「五万个」，应当是50,257：$256+50000+1$。",
			replies: [
				{
					by: "linzhou",
					daysAgo: 38.4,
					votes: 2,
					body: "已改，三个加数也写进了正文。",
				},
			],
		},
		{
			by: "bailu",
			daysAgo: 38.1,
			votes: 2,
			body: "「困惑度」一节，「随手推开一扇扇」，多了一个字。",
			replies: [
				{
					by: "linzhou",
					daysAgo: 37.9,
					votes: 1,
					body: "已删。到底是编辑。",
				},
			],
		},
		{
			by: "tangli",
			daysAgo: 36.9,
			votes: 1,
			body: "「交叉熵」一节，「门牌号」与「门牌号码」混用，建议统一作「门牌号」。",
			replies: [{ by: "linzhou", daysAgo: 36.7, votes: 0, body: "已统一。" }],
		},
		{
			by: "linzhou",
			daysAgo: 32,
			votes: 4,
			body: "三处都已改好，第一课的校对到此为止，谢谢三位。后面的课各开一处，这里锁上。",
		},
	],
};

export const gatherings = [welcome, renderings, proofreading];
