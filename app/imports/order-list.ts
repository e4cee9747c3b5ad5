import { isMap, isNode, isScalar, isSeq } from "yaml";
import { baseOf, folderOf } from "#app/imports/course-files.ts";
import { type FindFile, fileFinder } from "#app/imports/file-links.ts";
import { readYaml } from "#app/imports/yaml.ts";

/** `inside`: it stands above the course's folder, which is this one. */
export type OrderList = { name: string; text: string; inside?: string };

const LINK = /\]\(\s{0,9}(?:<([^<>]{1,1000})>|([^\s()<>]{1,1000}))/gu;
const COMMENTED = /^[ \t]*\/\/.*$/gmu;
/** `link: "/a"`, `base: "/b/"` and bare strings of a list, but not `text: "a"`. */
const STRING =
	/(?:\b(\w{1,40})\s{0,9}:|[[,(])\s{0,99}(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'|`([^`\n]{0,500})`)/gu;

/** The files that a table of contents names, in its order. A configuration's code is read, never run. */
function filesIn(list: OrderList, find: FindFile): string[] {
	const files = targetsOf(list).flatMap(({ from, href }) => {
		const isInside = from.split("/", 1)[0] === list.inside;
		const own = isInside
			? from.slice(from.indexOf("/") + 1 || from.length)
			: from;
		return find(href, own) ?? [];
	});
	return [...new Set(files)];
}

function targetsOf({ name, text }: OrderList): Target[] {
	const [base, folder] = [baseOf(name), folderOf(name)];
	if (/^(?:summary|_sidebar)$/iu.test(base)) return linked(text, folder);
	if (base === "mkdocs") return navigated(text, folder);
	if (base === "_toc") return filed(text, folder);
	if (base === "sidebars") return configured(text, within(folder, "docs"));
	return base === "_category_" ? [] : configured(text, folderOf(folder));
}

const within = (...parts: string[]) =>
	parts.filter((part) => part !== "" && part !== ".").join("/");

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
	const from = within(folder, docs.replaceAll(/^\.?\/|\/$/gu, ""));
	return stringsOf(contents.get("nav", true)).map((href) => ({ from, href }));
}

function filed(text: string, from: string): Target[] {
	const files = (node: unknown): string[] => {
		if (isSeq(node)) return node.items.flatMap(files);
		if (!isMap(node)) return [];
		return node.items.flatMap(({ key, value }) =>
			isScalar(key) && /^(?:root|file)$/u.test(String(key.value))
				? stringsOf(value)
				: files(value),
		);
	};
	return files(readYaml(text)?.contents).map((href) => ({ from, href }));
}

export function foldersIn(lists: readonly OrderList[]): Map<string, number> {
	const places = lists.flatMap(({ name, text }): [string, number][] => {
		if (baseOf(name) !== "_category_") return [];
		const contents = readYaml(text)?.contents;
		const place: unknown = isMap(contents) && contents.get("position");
		return typeof place === "number" ? [[folderOf(name), place]] : [];
	});
	return new Map(places);
}

function stringsOf(node: unknown): string[] {
	if (!isNode(node)) return [];
	if (isScalar(node)) return typeof node.value === "string" ? [node.value] : [];
	if (isSeq(node)) return node.items.flatMap(stringsOf);
	return isMap(node) ? node.items.flatMap(({ value }) => stringsOf(value)) : [];
}

function configured(text: string, from: string): Target[] {
	const code = text.replaceAll(COMMENTED, "");
	const sidebar = code.slice(Math.max(code.search(/\bsidebars?\b/u), 0));
	let base = "";
	return Array.from(sidebar.matchAll(STRING)).flatMap(
		([, key, double, single, template]) => {
			const value = double ?? single ?? template ?? "";
			if (key === "base") base = value;
			if (key && key !== "link" && key !== "id") return [];
			const isWhole = base === "" || value.startsWith(base);
			return { from, href: isWhole ? value : base + value };
		},
	);
}

type Source = { name: string; contents?: string[] };

function nested(sources: readonly Source[], find: FindFile): string[] {
	const byName = new Map(sources.map((source) => [source.name, source]));
	const listed = new Set<string>();
	const list = (name: string, isNamed: boolean) => {
		const contents = byName.get(name)?.contents ?? [];
		if (listed.has(name) || (!isNamed && contents.length === 0)) return;
		listed.add(name);
		for (const href of contents) {
			const file = find(href, folderOf(name));
			if (file) list(file, true);
		}
	};
	const depth = ({ name }: Source) => name.split("/").length;
	const roots = sources.toSorted((a, b) => depth(a) - depth(b));
	for (const { name } of roots) list(name, false);
	return [...listed];
}

export function orderIn(
	lists: readonly OrderList[],
	sources: readonly Source[],
): string[] {
	const find = fileFinder(sources.map(({ name }) => name));
	return [
		...lists.map((list) => filesIn(list, find)),
		nested(sources, find),
	].reduce((most, some) => (some.length > most.length ? some : most), []);
}
