import { markdown, type SeedReply } from "#prisma/seed/discussion/shape.ts";

/** Replies to lesson 3's first thinking question, from the instructor's summary on. */
export const laterJudgements: SeedReply[] = [
	{
		by: "heyining",
		daysAgo: 11,
		votes: 7,
		body: "程序上再加一条：判据要写在看结果之前。看完曲线再挑尺子，总能挑到一把让台阶出现的，也总能挑到一把让它消失的。",
	},
	{
		key: "three-judgements",
		by: "guxing",
		daysAgo: 10.3,
		votes: 10,
		body: markdown`
			读到这里，各位的判据可以归成三种，各管一段：

			| 从哪里看 | 问什么 | 谁提的 |
			| --- | --- | --- |
			| 外面 | 换了分布、换了尺子，分数还高不高 | 许砚、Maya、何以宁 |
			| 里面 | 做这件事的结构在不在 | 程墨、周望 |
			| 用处 | 连着用一百次，靠不靠得住 | 陆鸣 |

			三种都过，说「学会」不会有人反对；只过一种，就把那一种说出来，别拿「学会」两个字盖过去。白露的游泳还提醒了我：状态有分界，过程没有，两者并不打架。

			还有一问没有人答：谁来出题？出题的若也是模型，这三种判据还立得住吗？
		`,
		pin: {
			kind: "answer",
			daysAgo: 10.2,
			shortForm:
				"判据有三种：换了题还行不行，里面的结构在不在，连用百次靠不靠得住。只过一种，就说清是哪一种。",
			block: null,
		},
		replies: [
			{
				by: "heyining",
				daysAgo: 9.9,
				votes: 4,
				body: "先倒的恐怕是第一种。出题的和答题的读过同一批书，「没见过」就没有人担保了。",
			},
		],
	},
	{
		by: "duruo",
		daysAgo: 9.5,
		votes: 5,
		body: "收回前面那句。昨天给表弟讲题，讲过的他每道都对；我把数字换了一个，他问我，公式里原来那个数去哪了。",
	},
	{
		by: "maya",
		daysAgo: 8.2,
		votes: 5,
		body: 'One more for the list: *calibration*. A learner who knows something also knows roughly when they do not. If a model says "90%" and is right nine times in ten, on problems it has not seen, I am more willing to use the word.',
		replies: [
			{
				by: "xuyan",
				daysAgo: 7.9,
				votes: 4,
				body: "这一条和第一课的罚金接上了：心里信几成，就押几成。",
			},
		],
	},
	{
		by: "chengmo",
		daysAgo: 7.4,
		votes: 3,
		body: "说一条短的：把题里的人名换掉，再插进一句无关的话，重考一遍。有些「学会」经不起这一下。",
	},
	{
		by: "tangli",
		daysAgo: 6.6,
		votes: 6,
		body: "做翻译这么些年，我说不出自己是哪一年学会的。译得通是一道坎，读者觉不出是译的，又是一道。后一道坎没有尺子，只有读者。",
	},
	{
		by: "linzhou",
		daysAgo: 5.6,
		votes: 7,
		body: markdown`
			给手边没有模型的同学一个纸上的实验。设五位数加法里，每一位算对的概率是$p$，各位互不相干，全对的概率就是$p^5$：

			| 每位算对 | 平均对几位 | 全对 |
			| ---: | ---: | ---: |
			| 0.60 | 3.00 | 0.08 |
			| 0.80 | 4.00 | 0.33 |
			| 0.90 | 4.50 | 0.59 |
			| 0.97 | 4.85 | 0.86 |

			中间一列是部分给分，右边一列是全对给分，考的是同一个学生。先想好你认哪一列，再往下谈。
		`,
	},
	{
		by: "bailu",
		daysAgo: 4.3,
		votes: 6,
		body: "我认中间那一列，银行认右边那一列。",
	},
	{
		by: "shenyiwei",
		daysAgo: 3.3,
		votes: 6,
		body: "驾照的科目一和科目三，就是两把尺子。笔试九十分的人很多，头一天上路敢左转的不多。真正会开车的那一天，车管所不知道，自己也说不准是哪天。",
	},
	{
		by: "xuyan",
		daysAgo: 2.6,
		votes: 4,
		body: "回头看我那三层，漏了一样：时间。今天会，换一个版本就不会了，这在模型身上是常事。所以判据里还要写明，考的是哪一个版本，哪一天考的。",
		edited: {
			daysAgo: 2.4,
			previous:
				"回头看我那三层，漏了一样：时间。今天会，换一个版本就不会了，这在模型身上是常事。",
		},
	},
	{
		by: "heyining",
		daysAgo: 2,
		votes: 2,
		body: "同意。我们的报道现在必写版本号，读者嫌啰唆，也还是写。",
	},
	{
		by: "zhouwang",
		daysAgo: 1.3,
		votes: 4,
		body: "给「跳变的位置」那条补一个反例，免得自己信得太深：尺寸有限的系统，相变都会被抹圆，换个量看，位置也会挪一点。所以「大致相同」四个字，是要带误差的。",
	},
	{
		by: "duruo",
		daysAgo: 0.3,
		votes: 3,
		body: "那么，判定别人学会的人，自己需要先学会吗？",
	},
	{
		by: "shenyiwei",
		daysAgo: 0.02,
		votes: 1,
		body: "从头读到这里，想了一路。我的答案变成了先问一句：是谁在问？司机、考官、修车师傅，各要各的「会」。",
	},
];
