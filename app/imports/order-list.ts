import { isMap, isNode, isScalar, isSeq } from "yaml";
import { baseOf, folderOf } from "#app/imports/course-files.ts";
import { type FindFile, fileFinder } from "#app/imports/file-links.ts";
import { readYaml } from "#app/imports/yaml.ts";

/** `inside`: it stands above the course's folder, which is this one. */
export type OrderList = { name: string; text: string; inside?: string };

const LINK =
	/(?:\[([^[\]\n]{1,300}))?\]\(\s{0,9}(?:<([^<>]{1,1000})>|([^\s()<>]{1,1000}))/gu;
const CONFIGURATION = /(?:^|\/)\.(?:vitepress|vuepress)(?:\/.*)?$/u;
const COMMENTED = /^[ \t]*\/\/.*$/gmu;
/** `link: "/a"`, `text: "a"`, `base: "/b/"`, bare strings of a list, and where an object begins and ends. */
const STRING =
	/[{}]|(?:\b(\w{1,40})\s{0,9}:|[[,(])\s{0,99}(?:"([^"\n]{0,500})"|'([^'\n]{0,500})'|`([^`\n]{0,500})`)/gu;
const LABEL = /^(?:text|label|title)$/u;

type Listed = { name: string; label: string | undefined };

/** The files that a table of contents names, in its order. A configuration's code is read, never run. */
function filesIn(list: OrderList, find: FindFile): Listed[] {
	return targetsOf(list).flatMap(({ from, href, label }) => {
		const isInside = from.split("/", 1)[0] === list.inside;
		const own = isInside
			? from.slice(from.indexOf("/") + 1 || from.length)
			: from;
		const name = find(href, own);
		return name ? { name, label } : [];
	});
}

function targetsOf({ name, text }: OrderList): Target[] {
	const [base, folder] = [baseOf(name), folderOf(name)];
	if (/^(?:summary|_sidebar)$/iu.test(base)) return linked(text, folder);
	if (base === "mkdocs") return navigated(text, folder);
	if (base === "_toc") return filed(text, folder);
	if (base === "sidebars") return configured(text, within(folder, "docs"));
	return base === "_category_"
		? []
		: configured(text, folder.replace(CONFIGURATION, ""));
}

const within = (...parts: string[]) =>
	parts.filter((part) => part !== "" && part !== ".").join("/");

type Target = { from: string; href: string; label?: string | undefined };

const linked = (text: string, from: string): Target[] =>
	Array.from(text.matchAll(LINK), ([, label, angle, plain]) => ({
		...{ from, href: angle ?? plain ?? "" },
		label: label?.replaceAll(/\*\*|`|\\(?=[_*[\]])/gu, ""),
	}));

function navigated(text: string, folder: string): Target[] {
	const contents = readYaml(text)?.contents;
	if (!isMap(contents)) return [];
	const given: unknown = contents.get("docs_dir");
	const docs = typeof given === "string" ? given : "docs";
	const from = within(folder, docs.replaceAll(/^\.?\/|\/$/gu, ""));
	return stringsOf(contents.get("nav", true)).map((one) => ({ from, ...one }));
}

function filed(text: string, from: string): Target[] {
	const files = (node: unknown): Target[] => {
		if (isSeq(node)) return node.items.flatMap(files);
		if (!isMap(node)) return [];
		const given: unknown = node.get("title");
		const label = typeof given === "string" ? given : undefined;
		return node.items.flatMap(({ key, value }) =>
			isScalar(key) && /^(?:root|file)$/u.test(String(key.value))
				? stringsOf(value).map(({ href }) => ({ from, href, label }))
				: files(value),
		);
	};
	return files(readYaml(text)?.contents);
}

/** What folders say of themselves in `_category_` files. */
function categoriesIn(lists: readonly OrderList[]) {
	return lists.flatMap(({ name, text }) => {
		if (baseOf(name) !== "_category_") return [];
		const contents = readYaml(text)?.contents;
		if (!isMap(contents)) return [];
		const [place, label]: unknown[] = [
			contents.get("position"),
			contents.get("label"),
		];
		return { folder: folderOf(name), place, label };
	});
}

export function foldersIn(lists: readonly OrderList[]): Map<string, number> {
	const places = categoriesIn(lists).flatMap(
		({ folder, place }): [string, number][] =>
			typeof place === "number" ? [[folder, place]] : [],
	);
	return new Map(places);
}

function stringsOf(node: unknown, label?: string): Omit<Target, "from">[] {
	if (!isNode(node)) return [];
	if (isScalar(node))
		return typeof node.value === "string" ? [{ href: node.value, label }] : [];
	if (isSeq(node)) return node.items.flatMap((item) => stringsOf(item));
	if (!isMap(node)) return [];
	return node.items.flatMap(({ key, value }) =>
		stringsOf(value, isScalar(key) ? String(key.value) : undefined),
	);
}

function configured(text: string, from: string): Target[] {
	const code = text.replaceAll(COMMENTED, "");
	const sidebar = code.slice(Math.max(code.search(/\bsidebars?\b/u), 0));
	const objects: { label?: string }[] = [];
	const targets: (Target & { within: { label?: string } | undefined })[] = [];
	let base = "";
	for (const [mark, key, double, single, template] of sidebar.matchAll(
		STRING,
	)) {
		const value = double ?? single ?? template ?? "";
		const within = objects.at(-1);
		if (mark === "{") objects.push({});
		else if (mark === "}") objects.pop();
		else if (key === "base") base = value;
		else if (key && LABEL.test(key)) {
			if (within) within.label = value;
		} else if (!key || /^(?:link|id|path)$/u.test(key)) {
			const isWhole = base === "" || value.startsWith(base);
			const href = isWhole ? value : base + value;
			targets.push({ from, href, within: key ? within : undefined });
		}
	}
	return targets.map(({ within, ...target }) => ({
		...target,
		label: within?.label,
	}));
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

/** The files in the order of the table of contents that names most of them, then what others call them. */
export function listedIn(
	lists: readonly OrderList[],
	sources: readonly Source[],
): { order: string[]; labels: Map<string, string> } {
	const find = fileFinder(sources.map(({ name }) => name));
	const tables = [
		...lists.map((list) => filesIn(list, find)),
		nested(sources, find).map((name) => ({ name, label: undefined })),
	]
		.map((files) => ({ files, names: new Set(files.map(({ name }) => name)) }))
		.toSorted((a, b) => b.names.size - a.names.size);
	const folders = categoriesIn(lists).flatMap(({ folder, label }) => {
		const name = find("", folder);
		return name && typeof label === "string" ? { name, label } : [];
	});
	const labels = new Map<string, string>();
	const named = [...tables.flatMap(({ files }) => files), ...folders];
	for (const { name, label } of named)
		if (label && !labels.has(name)) labels.set(name, label);
	return { order: [...(tables[0]?.names ?? [])], labels };
}
