import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";
import { decidedTerms } from "#prisma/seed/glossary.ts";

export const lessonThree: SeedThread = {
	lesson: 3,
	kind: "lesson",
	replies: [
		{
			key: "emergence",
			by: "zhouwang",
			daysAgo: 16.2,
			votes: 11,
			body: markdown`
				关于译名，说一点本行的意见。

				Emergence在统计物理和复杂系统的中文文献里，通常译作「涌现」。蚁群找到最短的路，鸟群一齐转弯，车流凭空堵住，说的都是同一件事：部件各按局部的规则行事，整体有了部件身上没有的性质。「涌」字有来处，像泉水，是从底下长上来的。

				「突现」的重点落在「突」上，好像要紧的是时间上的突然。可是突然与否，恰恰是这一课后半要审的案子：

				> 台阶究竟长在模型上，还是长在尺子上？

				用一个已经写着「突然」的词来命名，等于没有开庭就写好了判决。再说，即便台阶全是尺子造的，下层的规则生出上层的本领，这件事仍然在，「涌现」仍然用得上。

				所以我建议课程统一用「涌现」，「突现」作为别名留着，好让人用哪个词都查得到。
			`,
			pin: {
				kind: "term",
				daysAgo: 15.2,
				shortForm:
					"复杂系统的中文文献通称「涌现」，意在整体由局部生出；「突现」偏重时间上的突然，而是否突然，正是本课要审的案子。课程统一用「涌现」，两词皆可检索。",
				block: "所谓突现能力（emergent abilities）",
				term: decidedTerms.emergence,
			},
			replies: [
				{
					by: "guxing",
					daysAgo: 15.9,
					votes: 9,
					body: "照此办理。说服我的是中间那一条：一个术语不该替正在争论的问题预先作答。正文和课名都改用「涌现」，只有这一节的标题，我想留着「突现」，好让读过老讲稿的人一眼认出，再被旁边的批注带过来。",
				},
				{
					by: "tangli",
					daysAgo: 15.7,
					votes: 7,
					body: "补一条反面的材料。科学哲学的中文译著里，「突现」是正经的译名，emergentism就常作「突现论」，那里讲的也并非时间上的突然。两个词各有门派，不宜说谁译错了。我赞成统一，但注里最好写「偏重」，不要写「误译」。",
					replies: [
						{
							by: "zhouwang",
							daysAgo: 15.5,
							votes: 5,
							body: "接受。我说的是今天的读者看见字面会怎么想，没有说前人译错了。写「偏重」是公道的。",
						},
					],
				},
			],
		},
		{
			key: "shift-not-steeper",
			by: "xuyan",
			daysAgo: 14.3,
			votes: 10,
			body: markdown`
				「连乘造出的台阶」末尾说「步数越多，台阶越陡」，我算下来只对了一半。

				设每步损失随参数量走幂律，$\ell=(N_0/N)^{\alpha}$，记$x=\ln N$，则

				$$P=e^{-k\ell}=\exp\left(-e^{\ln k-\alpha(x-\ln N_0)}\right)$$

				$k$只以$\ln k$的样子出现，与$x$相加减。也就是说，横轴取$\ln N$时，$k$变大只把整条曲线向右平移$(\ln k)/\alpha$，形状一点没变，最陡处的斜率始终是$\alpha/e$。

				陡不陡，要看横轴：

				- 横轴是单步的$p$，$k$越大越陡；
				- 横轴是$\ln N$，只平移，不变陡。
			`,
			pin: {
				kind: "correction",
				daysAgo: 14,
				shortForm:
					"初稿误作「步数越多，台阶越陡」。横轴取参数量的对数时，步数只把曲线向右平移，形状不变；横轴取单步正确率时，才越来越陡。",
				block: "损失照着幂律平平地往下走",
			},
			replies: [
				{
					by: "guxing",
					daysAgo: 14.1,
					votes: 7,
					body: "算得对，正文已改。我脑子里画的是单步正确率那张图，笔下说的却是参数量，两根横轴偷换了一次。这一课末尾要大家先交代横轴，我自己先漏了。",
				},
			],
		},
		{
			by: "luming",
			daysAgo: 13,
			votes: 6,
			body: "说点工程上的体会。拿小模型外推大模型的损失，我见过的误差多半在百分之一上下；拿同一条线去猜「能不能自动填完这张表」，我猜错过两回，一回太乐观，一回太悲观。现在组里的规矩是：损失可以外推，能不能用必须实测。",
			replies: [
				{
					by: "chengmo",
					daysAgo: 12.8,
					votes: 5,
					body: "再提醒一句：双对数纸上，三个点几乎总能连成直线。至少跨两个数量级，再留一个最大的点不参加拟合，专门用来检验。",
				},
			],
		},
		{
			by: "heyining",
			daysAgo: 11.5,
			votes: 7,
			body: markdown`
				两处存疑。

				1. 「$E$是语言自身的不确定」说得太满。$E$是拟合出来的常数，换一份语料、换一张词元表，它就变了。
				2. 论文正文给出的系数是$A=406.4$，$B=410.7$，$\alpha=0.34$，$\beta=0.28$。我代进$C=6ND$求最优，在Chinchilla的算力上，得到的是每个参数九十多个词元，离二十差得远。是我算错了吗？
			`,
			replies: [
				{
					by: "linzhou",
					daysAgo: 11.2,
					votes: 9,
					body: markdown`
						没有算错，两处都成立。

						第一处，正文说的是理想情形，前提是函数形式选对了，拟合也准。

						第二处有人专门查过。Besiroglu等人在2024年[重做了这个拟合](https://arxiv.org/abs/2404.10102)，发现原文的优化没有收敛，正文里的系数又舍入得太狠。他们重新估出

						$$L\approx1.82+\frac{482}{N^{0.348}}+\frac{2085}{D^{0.366}}$$

						同样的算力，最优配比回到每个参数约二十个词元，与原文另外两种估法一致。所以「二十」可以信，那组系数不要直接拿来用。
					`,
				},
			],
		},
		{
			by: "bailu",
			daysAgo: 9.1,
			votes: 6,
			body: "我的读法：损失像体温，一度一度地降；能不能下床是另一件事，哪天早上忽然就下了。两样都是真的。",
		},
		{
			by: "duruo",
			daysAgo: 7.5,
			votes: 0,
			body: "找到了那篇论文的中文全译，整段贴在这里，大家不用再去找了。",
			removed: { by: "linzhou", daysAgo: 7.3 },
			replies: [
				{
					by: "linzhou",
					daysAgo: 7.2,
					votes: 4,
					body: "整篇译文是有版权的，我先撤下了。请杜若用自己的话写几句摘要，附上出处的链接，重新发一次。撤下的只是文字，好意收到了。",
				},
			],
		},
		{
			by: "maya",
			daysAgo: 5,
			votes: 5,
			body: "The advice I will keep: say what the x-axis is. Most of the emergence plots I have seen put parameters on a log axis, which squeezes 13 and 175 billion into the width of a thumb. Redraw it on a linear axis and the cliff turns into a long, empty road with nobody measured on it.",
		},
	],
};
