import { markdown, type SeedThread } from "#prisma/seed/discussion/shape.ts";

export const lessonTwo: SeedThread = {
	lesson: 2,
	kind: "lesson",
	replies: [
		{
			by: "duruo",
			daysAgo: 29.6,
			votes: 6,
			body: markdown`
				「随手取两个方向，几乎总是接近垂直」，我不信，跑了一下。

				~~~python
				import numpy as np

				rng = np.random.default_rng(0)
				a, b = rng.standard_normal((2, 1000, 768))
				cos = (a * b).sum(axis=1) / np.linalg.norm(a, axis=1) / np.linalg.norm(b, axis=1)
				print(f"{cos.std():.3f} {abs(cos).max():.3f}")
				~~~

				输出是\`0.036 0.110\`。一千对里最不垂直的一对，余弦也只有0.11。信了。
			`,
			replies: [
				{
					by: "xuyan",
					daysAgo: 29.4,
					votes: 8,
					body: markdown`
						还可以不用积分就证出来。把坐标系转一下，让第一根轴落在$\mathbf{a}$上，余弦就是随机单位向量$\mathbf{u}$的第一个分量$u_1$。由对称，$u_1^2,\dots,u_d^2$的期望都相等；它们加起来恒等于一。于是

						$$E\left[u_1^2\right]=\frac{1}{d}$$

						均值是零，标准差便是$1/\sqrt{d}$。
					`,
				},
			],
		},
		{
			by: "bailu",
			daysAgo: 28.5,
			votes: 5,
			body: "阅览室的比方看懂了，有一处转不过弯：条子、书脊、内容都是从同一个$x$变出来的，这不成了自己问自己吗？",
			replies: [
				{
					by: "linzhou",
					daysAgo: 28.3,
					votes: 10,
					body: markdown`
						三样东西同出一源，面对的人却不同。拿「他」来说：

						- 递条子的时候，它问：前面有谁是男的，做过什么事？
						- 别人递条子来，它亮出书脊：我是代词。
						- 真有人找上了它，它交出内容：我指的多半是小王。

						同一个人，问路是一副口气，名片上是一副口气，替人办事又是一副。三个矩阵就是三副口气，都是训练出来的。

						顺带一说，自己看自己也在允许之列：$M$只遮住$j>i$，没有遮住$j=i$。
					`,
				},
			],
		},
		{
			by: "luming",
			daysAgo: 27.1,
			votes: 8,
			body: markdown`
				给最后一节补一组机房里的数。每写一个词元要存的字节是

				$$2\times\text{层数}\times\text{键值头数}\times d_k\times\text{每个数的字节}$$

				都按两个字节存：

				| 模型 | 层数 | 键值头 | $d_k$ | 每个词元 | 写到 | 合计 |
				| --- | ---: | ---: | ---: | ---: | ---: | ---: |
				| Llama 2 7B | 32 | 32 | 128 | 512 KiB | 4,096 | 2 GiB |
				| Llama 3 8B | 32 | 8 | 128 | 128 KiB | 8,192 | 1 GiB |

				下面一行参数更多，写得更长，缓存反而小一半，靠的是四个查询头共用一组键和值。这还只是一个人的账；三十个人同时来，就知道我为什么半夜会被叫醒了。
			`,
			replies: [
				{
					by: "shenyiwei",
					daysAgo: 3,
					votes: 5,
					body: "像市中心的停车位：路并不堵，是没有地方停。",
					replies: [
						{
							by: "guxing",
							daysAgo: 2.7,
							votes: 6,
							body: "算力是路，显存是车位。这个比方我下次上课要借用。",
						},
					],
				},
			],
		},
		{
			key: "square-root-at-the-start",
			by: "xuyan",
			daysAgo: 25.2,
			votes: 9,
			body: markdown`
				「根号从何而来」的推导有个前提：查询和键的分量互相独立，方差为一。刚初始化时大致如此，训练之后就不是了，训练正是要让该对上的查询和键相关起来。

				两个极端可以比一比。完全独立时，点积的标准差是$\sqrt{d_k}$；若$\mathbf{q}=\mathbf{k}$，点积的期望是

				$$E\left[\sum_{i=1}^{d_k}k_i^2\right]=d_k$$

				除以$\sqrt{d_k}$还剩$\sqrt{d_k}$。$d_k=64$时是8分，正好落回课文说的「将近3,000倍」。所以根号只管起跑。跑起来以后，模型若想把份额收紧，它收得紧，这是好事。
			`,
			pin: {
				kind: "remark",
				daysAgo: 24.3,
				shortForm:
					"独立与单位方差，只在初始化时大致成立。根号保证起跑时学得动；训练之后，模型仍可以把份额收紧。",
				block: "根号从何而来",
			},
			replies: [
				{
					by: "chengmo",
					daysAgo: 24.6,
					votes: 4,
					body: "μP那一路的做法因此是除以$d_k$，不开根号：它按训练之后的相关情形来定标，小模型上调好的学习率，放大以后还能接着用。",
				},
			],
		},
		{
			by: "heyining",
			daysAgo: 22.1,
			votes: 5,
			body: "「欲知一词，先观其伴」有个老反例。「热」与「冷」的同伴几乎一样：天气热，天气冷；太热了，太冷了。照这个道理，反义词该靠得最近。",
			replies: [
				{
					by: "tangli",
					daysAgo: 21.7,
					votes: 6,
					body: "译者的经验是，它们确实靠得近：意思相反，用法相同，可以互换位置。把它们分开的是句子里别的东西，「穿少了」后面多半是冷。",
				},
				{
					by: "guxing",
					daysAgo: 21.2,
					votes: 8,
					body: markdown`
						两位都对。静态的词向量里，反义词往往就是近邻；「相似」在那里的意思是能出现在同样的位置，同义、反义它分不大清。

						要把冷热分开，靠的是后面的层：前文里有「穿少了」，注意力就把这条消息搬过来，同一个词元在不同的句子里成了不同的向量。嵌入矩阵是起点，不要在起点上找终点的东西。
					`,
				},
			],
		},
		{
			by: "maya",
			daysAgo: 15,
			votes: 3,
			body: "Why put $-\\infty$ in before the softmax rather than zeros after it? Zeroing the weights afterwards looks simpler.",
			replies: [
				{
					by: "linzhou",
					daysAgo: 14.8,
					votes: 6,
					body: "Because the shares would no longer add up to one: the softmax has already divided by a sum that counts the future positions. Worse, that sum leaks. The smaller the shares that are left, the better the future must have matched. You could renormalise, and the numbers would come out exactly as with $-\\infty$; it only costs one more pass.",
				},
			],
		},
	],
};
