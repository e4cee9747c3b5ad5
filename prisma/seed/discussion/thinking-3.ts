import { earlierJudgements } from "#prisma/seed/discussion/judgements-1.ts";
import { laterJudgements } from "#prisma/seed/discussion/judgements-2.ts";
import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

const judgingLearning: SeedThread = {
	lesson: 3,
	kind: "thinking",
	question: 1,
	replies: [...earlierJudgements, ...laterJudgements],
};

const wholesAndParts: SeedThread = {
	lesson: 3,
	kind: "thinking",
	question: 2,
	replies: [
		{
			by: "bailu",
			daysAgo: 14,
			votes: 9,
			body: "绘本。左边一幅画，右边一行字；画里没有说，字里也没有说，翻过去的那一下，孩子笑了。笑藏在两页之间。",
		},
		{
			by: "xuyan",
			daysAgo: 12.7,
			votes: 6,
			body: markdown`
				生命游戏。平面上每个格子或死或活，规则只有三条：

				- 活格有两个或三个活邻居，继续活；
				- 死格恰有三个活邻居，活过来；
				- 其余的，下一刻都是死。

				规则里没有「移动」二字，却有能斜着爬的滑翔机；拿滑翔机作信号，还可以搭出会计算的机器。本领藏在格子的排列里，规则从头到尾没有变过。
			`,
		},
		{
			by: "heyining",
			daysAgo: 10,
			votes: 6,
			body: "泼一点冷水。「涌现」有时是「我还没算出来」的雅称。温度曾经很神秘，有了统计力学，就是分子的平均动能。上面的例子，哪些是原则上推不出来的，哪些只是还没有人去推？",
			replies: [
				{
					by: "zhouwang",
					daysAgo: 9.6,
					votes: 9,
					body: markdown`
						推得出来，不等于用不着上层的概念。理想气体的温度可以用平均动能算出来，可是没有哪个大夫从分子的速度去谈发烧。上层自有一套说得通、用得上的规律，安德森的意思在这里；他没有说上层违背了下层。

						哲学里分弱涌现与强涌现，我说的都是弱的那一种。
					`,
					replies: [
						{
							by: "heyining",
							daysAgo: 9.3,
							votes: 3,
							body: "弱的我赞成。这一课若肯写明用的是弱的那种，冷水我就收回。",
						},
					],
				},
				{
					by: "guxing",
					daysAgo: 9,
					votes: 8,
					body: "写明在此：这一课谈的都是弱涌现，原则上推得出来，只是非得让它跑一遍，才知道会出来什么。下次修订写进正文。",
				},
			],
		},
		{
			by: "luming",
			daysAgo: 4,
			votes: 7,
			body: "微服务。每个服务都有测试，每个测试都通过，合在一起，凌晨三点垮了。并非所有涌现都值得高兴。",
		},
		{
			by: "shenyiwei",
			daysAgo: 3.1,
			votes: 8,
			body: "幽灵堵车。没有事故，没有红灯，前车轻点一下刹车，后车就多踩一点，传到第二十辆便停住了，而且堵点会逆着车流往后走。每个司机只管和前车的距离，没有一个人「想」堵。",
			replies: [
				{
					by: "zhouwang",
					daysAgo: 2.9,
					votes: 6,
					body: "2008年有人真的做了实验：二十二辆车在周长二百三十米的环道上匀速地开，不一会儿就自己堵起来，堵点以每小时二十公里上下的速度往后走。关系藏在密度里：车稀一些，同样的司机，就不堵。",
				},
			],
		},
		{ by: "duruo", daysAgo: 0.6, votes: 0, body: "蚂蚁。" },
	],
};

export const thinkingThree = [judgingLearning, wholesAndParts];
