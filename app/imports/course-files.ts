const LESSON = /\.(?:md|mdx|markdown|txt)$/iu;
/** Texts of other kinds, but not a site's own pages. */
const OTHER_TEXT =
	/(?:^|\/)(?!(?:index|404|search)\.html?$)[^/]*\.(?:ipynb|rst|docx?|odt|rtf|html?|adoc|org|tex|pdf|pptx?)$/iu;
const INDEX = /^(?:readme|_?index)$/iu;
const PROJECT =
	/^(?:readme(?:[._-].*)?|contributing|changelog|licen[sc]e|copying|code_of_conduct|authors|contributors|maintainers|codeowners|governance|(?:pull_request|issue)_template)$/iu;
/** In capitals; a lesson may be agents.md. */
const IN_CAPITALS = /^(?:AGENTS|CLAUDE|NOTICE|SECURITY)$/u;
/** Settings of programs, in any folder. */
const SETTINGS =
	/(?:^|\/)(?:(?:dev-|test-)?requirements(?:[._-][\w.-]{0,40})?|constraints|robots|llms(?:-full)?|cmakelists|environment)\.txt$/iu;
const OF_ALL =
	/^(?:|docs?|src|source|content|book|pages|manuscript|chapters|zh|en|zh-.{1,9})$/iu;
const README_OF_LANGUAGE = /^readme[._-]/iu;
const LIST =
	/(?:^|\/)(?:SUMMARY\.md|_sidebar\.md|mkdocs\.ya?ml|_toc\.ya?ml|_category_\.(?:json|ya?ml)|sidebars\.(?:json|[cm]?[jt]s)|\.(?:vitepress|vuepress)\/(?:[\w-]{1,40}\/)?(?:config|index|[\w.-]{0,40}sidebar[\w.-]{0,40}|zh|en)\.[cm]?[jt]s)$/u;
const FRAME = /(?:^|\/)_(?:navbar|coverpage|footer)\.md$/u;
const VITEPRESS = /(?:^|\/)\.(?:vitepress|vuepress)\//u;
const HIDDEN =
	/(?:^|\/)(?:\.|(?:node_modules|__pycache__|site-packages|venv)(?:\/|$))/u;

export const folderOf = (name: string): string =>
	name.slice(0, Math.max(name.lastIndexOf("/"), 0));

export const baseOf = (name: string): string =>
	name.slice(name.lastIndexOf("/") + 1).replace(/(?<=.)\.[^.]*$/u, "");

export const isIndex = (name: string): boolean => INDEX.test(baseOf(name));

/** An index is named by its folder, unless all courses call that so. */
export const ownName = (name: string): string => {
	const folder = folderOf(name).split("/").at(-1) ?? "";
	return isIndex(name) && !OF_ALL.test(folder) ? folder : baseOf(name);
};

type SortedFiles = {
	lessons: string[];
	passed: string[];
	lists: string[];
	others: string[];
};

/** Passed over is what describes the project, not the course: a README at the root beside other lessons. */
export function sortFiles(names: string[]): SortedFiles {
	const lists = names.filter(
		(name) => LIST.test(name) && !isHidden(name.replace(VITEPRESS, "/")),
	);
	const texts = names.filter(
		(name) => LESSON.test(name) && !isHidden(name) && !isFrame(name),
	);
	const others = names.filter(
		(name) => OTHER_TEXT.test(name) && !isHidden(name),
	);
	const isProject = (name: string) =>
		README_OF_LANGUAGE.test(baseOf(name)) ||
		SETTINGS.test(name) ||
		(folderOf(name) === "" &&
			[PROJECT, IN_CAPITALS].some((pattern) => pattern.test(baseOf(name))));
	const lessons = texts.filter((name) => !isProject(name));
	return lessons.length === 0
		? { lessons: texts, passed: [], lists, others }
		: { lessons, passed: texts.filter(isProject), lists, others };
}

/** Of links in a folder, those to lessons and to folders. */
export const linksToTexts = (names: string[]): string[] =>
	names.filter(
		(name) =>
			!isHidden(name) && (LESSON.test(name) || !/\.[^/.]*$/u.test(name)),
	);

const isHidden = (name: string) => HIDDEN.test(name);

const isFrame = (name: string) => LIST.test(name) || FRAME.test(name);
