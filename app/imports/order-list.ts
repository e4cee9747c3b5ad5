import { isMap, isNode, isScalar, isSeq } from "yaml";
import { baseOf, folderOf } from "#app/imports/course-files.ts";
import { type FindFile, fileFinder } from "#app/imports/file-links.ts";
import { readYaml } from "#app/imports/yaml.ts";

export type OrderList = { name: string; text: string };

const LINK = /\]\(\s{0,9}(?:<([^<>]{1,1000})>|([^\s()<>]{1,1000}))/gu;
const COMMENTED = /^[ \t]*\/\/.*$/gmu;
/** `link: "/a"`, `base: "/b/"` and bare strings of a list, but not `text: "a"`. */
const STRING =
	/(?:\b(\w{1,40})\s{0,9}:|[[,(])\s{0,99}(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'|`([^`\n]{0,500})`)/gu;

/** The files that a table of contents names, in its order. A configuration's code is read, never run. */
function filesIn({ name, text }: OrderList, find: FindFile): string[] {
	const base = baseOf(name);
	const found = /^(?:summary|_sidebar)$/iu.test(base)
		? linked(text, folderOf(name))
		: base === "mkdocs"
			? navigated(text, folderOf(name))
			: configured(text, folderOf(folderOf(name)));
	const files = found.flatMap(({ from, href }) => find(href, from) ?? []);
	return [...new Set(files)];
}

type Target = { from: string; href: string };

const linked = (text: string, from: string): Target[] =>
	Array.from(text.matchAll(LINK), ([, angle, plain]) => ({
		from,
		href: angle ?? plain ?? "",
	}));

function navigated(text: string, folder: string): Target[] {
	const contents = readYaml(text)?.contents;
	if (!isMap(contents)) return [];
	const given: unknown = contents.get("docs_dir");
	const docs = typeof given === "string" ? given : "docs";
	const from = [folder, docs.replaceAll(/^\.?\/|\/$/gu, "")]
		.filter((part) => part !== "" && part !== ".")
		.join("/");
	return stringsOf(contents.get("nav", true)).map((href) => ({ from, href }));
}

function stringsOf(node: unknown): string[] {
	if (!isNode(node)) return [];
	if (isScalar(node)) return typeof node.value === "string" ? [node.value] : [];
	if (isSeq(node)) return node.items.flatMap(stringsOf);
	return isMap(node) ? node.items.flatMap(({ value }) => stringsOf(value)) : [];
}

function configured(text: string, from: string): Target[] {
	const code = text.replaceAll(COMMENTED, "");
	const sidebar = code.slice(Math.max(code.search(/\bsidebar\b/u), 0));
	let base = "";
	return Array.from(sidebar.matchAll(STRING)).flatMap(
		([, key, double, single, template]) => {
			const value = double ?? single ?? template ?? "";
			if (key === "base") base = value;
			if (key && key !== "link") return [];
			const isWhole = base === "" || value.startsWith(base);
			return { from, href: isWhole ? value : base + value };
		},
	);
}

export function orderIn(
	lists: readonly OrderList[],
	files: readonly string[],
): string[] {
	const find = fileFinder(files);
	return lists
		.map((list) => filesIn(list, find))
		.reduce((most, some) => (some.length > most.length ? some : most), []);
}
