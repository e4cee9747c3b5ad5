/** The handles of the demo course's people. */
export type Handle =
	| "guxing"
	| "linzhou"
	| "zhouwang"
	| "xuyan"
	| "bailu"
	| "shenyiwei"
	| "luming"
	| "heyining"
	| "chengmo"
	| "tangli"
	| "maya"
	| "duruo";

export type CastMember = {
	handle: Handle;
	name: string;
	email: string;
	role: "instructor" | "assistant" | "learner";
	bio?: string;
};

/** The people of the demo course; the instructor owns the site. */
export const cast: CastMember[] = [
	{
		handle: "guxing",
		name: "顾行",
		email: "guxing@example.com",
		role: "instructor",
		bio: "教了十九年书，先教概率，后来教语言模型。相信一件事讲不清楚，多半是自己还没想清楚。",
	},
	{
		handle: "linzhou",
		name: "林舟",
		email: "linzhou@example.com",
		role: "assistant",
		bio: "本课助教，负责答疑和校对。提问时附上算式或代码，我会答得更快。",
	},
	{
		handle: "zhouwang",
		name: "周望",
		email: "zhouwang@example.com",
		role: "learner",
		bio: "学统计物理出身，研究过几年复杂系统，如今在气象台做概率预报。",
	},
	{
		handle: "xuyan",
		name: "许砚",
		email: "xuyan@example.com",
		role: "learner",
		bio: "中学数学老师。读到一个数字，总想自己再算一遍。",
	},
	{
		handle: "bailu",
		name: "白露",
		email: "bailu@example.com",
		role: "learner",
		bio: "童书编辑，没学过编程，慢慢读。",
	},
	{
		handle: "shenyiwei",
		name: "沈一苇",
		email: "shenyiwei@example.com",
		role: "learner",
		bio: "做城市交通规划。看什么都像路网。",
	},
	{
		handle: "luming",
		name: "陆鸣",
		email: "luming@example.com",
		role: "learner",
		bio: "后端工程师，维护一个推理服务，半夜常被显存叫醒。",
	},
	{
		handle: "heyining",
		name: "何以宁",
		email: "heyining@example.com",
		role: "learner",
		bio: "科学记者。职业习惯是先问一句：你怎么知道的？",
	},
	{
		handle: "chengmo",
		name: "程墨",
		email: "chengmo@example.com",
		role: "learner",
		bio: "博士三年级，做可解释性。",
	},
	{
		handle: "tangli",
		name: "唐栗",
		email: "tangli@example.com",
		role: "learner",
		bio: "自由译者，译过几本科普书，为一个术语可以查一下午。",
	},
	{
		handle: "maya",
		name: "Maya Chen",
		email: "maya@example.com",
		role: "learner",
		bio: "Data engineer in Vancouver. I read the lessons in Chinese and write in whichever language is quicker.",
	},
	{
		handle: "duruo",
		name: "杜若",
		email: "duruo@example.com",
		role: "learner",
	},
];
