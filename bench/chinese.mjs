/** Words of such discussions, commoner ones first. */
export const WORDS = `
的 是 了 我 不 在 有 这 个 就 也 和 都 你 说 到 要 会 把 一个 对 可以 没有 什么 我们 它 他 很 再 还 问题 模型 这个 所以 因为
如果 但是 自己 只是 怎么 为什么 就是 时候 其实 那么 语言 注意 训练 数据 老师 觉得 已经 可能 参数 一样 知道 应该 比较 理解 概率
词元 文本 结果 方法 例子 能力 规模 计算 函数 输入 输出 出现 预测 下一 句子 意思 不同 看到 开始 学习 时间 需要 之间 里面 之后
关系 公式 矩阵 向量 维度 权重 梯度 损失 变化 大小 数字 位置 编码 距离 空间 现象 解释 简单 复杂 系统 科学 研究 论文 实验 任务
指标 准确 曲线 突然 连续 平滑 评价 选择 答案 正确 错误 检查 推理 步骤 思维 提示 微调 对齐 反馈 偏好 安全 风险 成本 显存 速度
并行 缓存 窗口 记忆 知识 事实 引用 书籍 网页 程序 变量 循环 测试 工具 搜索 段落 标题 翻译 术语 词典 汉语 英文 习惯 读者 作者
课程 同学 讨论 回复 笔记 练习 复习 声音 信号 噪声 采样 温度 随机 分布 均值 标准 残差 网络 神经 层次 深度 激活 线性 投影 相似
`
	.trim()
	.split(/\s+/);
const CHARACTERS = [...new Set(WORDS.join(""))];
/** The rest are single characters. With this mix the text gzips like real replies, to 1.5 bytes a character. */
const WORD_SHARE = 0.55;

/** @typedef {() => number} Random From 0 to 1, 1 excluded. */

/**
 * The same numbers for the same seed (mulberry32 by Tommy Ettinger, in the public domain).
 * @param {number} seed @returns {Random}
 */
export function randomFrom(seed) {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
		return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** @param {Random} random @param {number} min @param {number} max both included */
export const between = (random, min, max) =>
	min + Math.floor(random() * (max - min + 1));

/**
 * Random sentences of Chinese words, of `min` to `max` characters.
 * @param {Random} random @param {number} min @param {number} max
 */
export function chinese(random, min, max) {
	const length = between(random, min, max);
	let text = "";
	let untilPause = between(random, 4, 11);
	while (text.length < length) {
		text +=
			random() < WORD_SHARE
				? WORDS[Math.floor(WORDS.length * random() ** 2)]
				: CHARACTERS[Math.floor(CHARACTERS.length * random())];
		untilPause -= 1;
		if (untilPause > 0) continue;
		text += random() < 0.6 ? "，" : "。";
		untilPause = between(random, 4, 11);
	}
	return `${text.slice(0, length - 1).replace(/[，。]$/, "的")}。`;
}
