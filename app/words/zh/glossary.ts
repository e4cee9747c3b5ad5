import { MEANING_MAX, WORD_MAX } from "#app/glossary/policy.ts";

export const glossary = {
	title: "术语表",
	about: "这门课里外文词怎样译，定下来就记在这里，课文里初次出现时会标出。",
	empty: "还没有术语。",
	emptyStaff:
		"还没有术语。把讲译法的回复置顶为「译名」时一并写下，或者直接添加。",
	add: "添加术语",
	edit: "编辑",
	editOf: (word: string) => `编辑「${word}」`,
	editTitle: "编辑术语",
	also: "又作",
	inLessons: "见于",
	inNoLesson: "课文里还没有出现",
	decided: "译法的讨论",
	seeNote: "看批注",
	entry: "在术语表里看",
	preferred: (word: string, was: string | undefined) =>
		was ? `由「${was}」改为「${word}」` : `定为「${word}」`,
	remove: "移出术语表",
	removeHint: "课文里不再标出，提问也不再认它的词。随时可以放回来。",
	removedTerms: (n: number) => `移出的术语 ${n} 个`,
	isRemoved: (word: string) => `「${word}」已移出术语表。`,
	restore: "放回",
	restoreOf: (word: string) => `把「${word}」放回术语表`,
	fields: {
		legend: "术语",
		only: "只在种类选「译名」时有用。写下以后进术语表，每一课里初次出现的地方会标出；不写也可以。",
		source: "原词",
		sourceHint: `课程要翻译的词，例如 Emergent Ability，最多 ${WORD_MAX} 个字。`,
		rendering: "首选译法",
		otherRenderings: "其他译法",
		otherRenderingsHint: "用顿号、逗号或换行隔开。读者用哪一个，都找得到。",
		meaning: "一句话释义",
		meaningHint: `读者点开课文里的词，先看到这一句，最多 ${MEANING_MAX} 个字。`,
	},
};
