const lesson = (title: string, ...lines: string[]) =>
	[`# ${title}`, "", "正文一段。", "", ...lines].join("\n");

/** A course as its author keeps it: chapters, front matter of several tools, links, pictures, encodings. */
export const COURSE_FOLDER: Record<string, string | Buffer> = {
	"README.md": "# 课程仓库\n\n怎样构建本书。",
	"CHANGELOG.md": "# 更新\n\n- 一",
	"index.md": lesson("课程说明", "从[词元](第一章-基础/01-词元.md)开始。"),
	"开篇词-为什么学.md": "先说几句。\n\n[目录](README.md)",
	"第一章-基础/README.md": "这一章有三课：[二](./02_向量.md#小结-1)。",
	"第一章-基础/01-词元.md": lesson(
		"词元",
		"下一课见[向量](02_向量.md#小结)，",
		"再看[最后](<../第十章-应用/1.10-部署.md#上线前的检查>)。",
		"",
		"![切分](img/切分 图.png)",
	),
	"第一章-基础/02_向量.md": lesson(
		"向量",
		...["## 小结", "", "一。", "", "## 小结", "", "二。"],
		...["", "回到[第一个](#小结)。[没有](#没有)。"],
	),
	"第一章-基础/03-注意力.md": lesson(
		"注意力",
		'见[词元][1]与<a href="02_向量.md">向量</a>。',
		"",
		"[1]: 01-词元.md",
	),
	"第一章-基础/img/切分 图.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
	"第二章-训练/index.md": "---\ntitle: 训练总览\n---\n正文。",
	"第二章-训练/01-数据.md": lesson("数据", "[[02-损失|损失函数]] 与 [[1,2]]"),
	"第二章-训练/02-损失.md": lesson(
		"损失",
		"![[曲线 1.png|300]] <img src='a.png' alt='损失曲线'>",
	),
	"第二章-训练/03-小结.md": lesson("小结"),
	"第九章-评测/小结.md": lesson("小结", "第九章的小结。"),
	"第九章-评测/指标.md": "---\nsidebar_position: 1\n---\n# 指标\n\n正文。",
	"第九章-评测/人工.md": "+++\ntitle = '人工评测'\nweight = 2\n+++\n正文。",
	"第九章-评测/坏了.md": "---\ntitle: 没有结束",
	"第十章-应用/1.1-概览.md": lesson("1.1 概览"),
	"第十章-应用/1.2-检索.md": lesson("1.2 检索"),
	"第十章-应用/1.10-部署.md": lesson(
		"1.10 部署",
		"## 上线前的检查 {#check}",
		"",
		"查。",
	),
	"第十章-应用/2.1-展望.txt": "2.1 展望\n正文。",
	"加餐-6个月过去了.md": "正文。",
	"番外-GPT-4读后感.md": "正文。",
	"结束语-从0到1之后.md": "正文。",
	"附录-2023年回顾.md": "正文。",
	"附录二.txt": Buffer.from([
		...[0xb8, 0xbd, 0xc2, 0xbc, 0xb6, 0xfe, 0x0a, 0xd5, 0xfd, 0xce, 0xc4, 0xa1],
		0xa3,
	]),
	"附录三.txt": Buffer.concat([
		Buffer.from([0xff, 0xfe]),
		Buffer.from("附录三\n正文。", "utf16le"),
	]),
	".obsidian/x.md": "# 藏",
	"_navbar.md": "- [首页](/)",
	"node_modules/a/b.md": "# 不是课",
};
