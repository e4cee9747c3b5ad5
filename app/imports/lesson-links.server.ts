import { randomUUID } from "node:crypto";
import { folderOf } from "#app/imports/course-files.ts";
import { fileFinder } from "#app/imports/file-links.ts";
import { readOutline } from "#app/imports/markdown-outline.ts";
import { inLineOrder } from "#app/imports/parsed-lesson.ts";
import { type Problem, problemAt } from "#app/imports/problems.ts";
import { hrefsOf } from "#app/imports/site-links.ts";
import type { NamedSource } from "#app/imports/source.ts";
import { sourceLines } from "#app/imports/source-lines.ts";
import { rewriteLinks, type SourceLink } from "#app/imports/source-links.ts";
import type { LessonText } from "#app/lessons/commands.server.ts";
import { anchorFinder } from "#app/markdown/anchors.ts";
import type { LessonBlock } from "#app/markdown/blocks.server.ts";
import * as paths from "#app/paths.ts";

export type Target = {
	number: number;
	blocks: Pick<LessonBlock, "kind" | "html" | "text">[];
};

type Aim = { file: string; fragment: string; link: SourceLink };

/** What stands for an address until the lessons have their numbers. */
export type LinkMarks = { mark: string; aims: Aim[] };

/** `[[name]]`, but not `[[1, 2]]` or `[[toc]]`. */
const NOTE = /^(?!_?toc_?$)[^,;]*\p{L}[^,;]*$/iu;
const HEADING_ID = /^<h\d id="([^"]{1,2000})"/u;
const fragmentOf = (href: string) => /#(.*)$/su.exec(href)?.[1] ?? "";

/** Puts a mark for each link to another file, and names the links that lead to none. `known` are files imported before. */
export function markLinks<Source extends NamedSource>(
	sources: Source[],
	known: readonly string[],
): { sources: Source[]; marks: LinkMarks } {
	const readable = sources.filter(({ lesson }) => lesson);
	const names = readable.map(({ name }) => name).filter(Boolean);
	const find = fileFinder([...new Set([...names, ...known])]);
	const marks: LinkMarks = { mark: `/-${randomUUID()}-`, aims: [] };
	return { sources: sources.map((source) => marked(source)), marks };

	function marked(source: Source): Source {
		const { name, lesson, links, problems } = source;
		if (!lesson || !links) return source;
		const isAlone = sources.length === 1 && !known.includes(name);
		const from = folderOf(isAlone ? pathOf(name, known) : name);
		const found = (href: string) =>
			href.startsWith("#")
				? []
				: hrefsOf(href).flatMap((one) => {
						const file = find(one, from);
						return file ? { file, fragment: fragmentOf(one) } : [];
					});
		const aimed = (href: string, written = href) => {
			const [there] = found(href);
			if (!there) return undefined;
			const { file, fragment } = there;
			if (file === name && fragment) return `#${fragment}`;
			const link = links.find((one) => one.href === written);
			const aim = { file, fragment, link: link ?? { line: 1, text: "", href } };
			return `${marks.mark}${marks.aims.push(aim) - 1}-`;
		};
		const lines = sourceLines(lesson.markdown);
		const { code } = readOutline(lesson.markdown, 1);
		const markdown = rewriteLinks(lines, ({ number }) => code.has(number - 1), {
			// The site has no such page; without its root the link is shown as its text.
			to: (href) =>
				aimed(href) ?? (isNowhere(href) ? besideFile(href) : undefined),
			named: (href) => (href.startsWith("#") ? href : aimed(`/${href}`, href)),
		})
			.map(({ text }) => text)
			.join("\n");
		const lost = links.filter(({ href, isName }) => {
			if (/^(?:#|\/courses\/)/u.test(href)) return false;
			return isName
				? NOTE.test(href) && found(`/${href}`).length === 0
				: found(href).length === 0;
		});
		const named = lost.map(({ line, text }) =>
			problemAt(line, text, "linkNotImported"),
		);
		return {
			...source,
			lesson: { ...lesson, markdown },
			problems: inLineOrder([...problems, ...named]),
		};
	}
}

const besideFile = (href: string) =>
	`./${(hrefsOf(href)[0] ?? "").replace(/^\//u, "").replaceAll(" ", "%20")}`;

/** Of nothing here, in a form that would not be shown as its text. */
const isNowhere = (href: string) =>
	/^(?:\/|\{|file:|[a-z]:[\\/])/iu.test(href) &&
	!href.startsWith(paths.course(""));

function pathOf(name: string, known: readonly string[]): string {
	const [path = name, ...others] = known.filter((one) =>
		one.endsWith(`/${name}`),
	);
	return others.length === 0 ? path : name;
}

function headingsOf(blocks: Target["blocks"]) {
	return blocks.flatMap(({ kind, html, text }) => {
		const id = kind === "heading" && HEADING_ID.exec(html)?.[1];
		return id ? [{ id, text }] : [];
	});
}

/** Writes the addresses in the place of their marks, and names the headings that are missing. */
export function settleLinks(
	{ mark, aims }: LinkMarks,
	targets: ReadonlyMap<string, Target>,
	course: { path: (number: number) => string; home: string },
): (text: LessonText, problems: Problem[]) => LessonText {
	const finders = new Map<Target, (fragment: string) => string | undefined>();
	const headingIn = (target: Target, fragment: string) => {
		const find = finders.get(target) ?? anchorFinder(headingsOf(target.blocks));
		finders.set(target, find);
		return find(fragment);
	};
	const addresses = aims.map(({ file, fragment, link }) => {
		const target = targets.get(file);
		const id = target && fragment && headingIn(target, fragment);
		const isLost = Boolean(fragment) && !id;
		const page = target ? course.path(target.number) : course.home;
		return { address: id ? `${page}#${id}` : page, lost: isLost ? link : null };
	});
	const settled = (
		written: string,
		write: (aim: (typeof addresses)[number]) => string,
	) => {
		const [start = "", ...rest] = written.split(mark);
		const parts = rest.map((part) => {
			const end = part.indexOf("-");
			const aim = addresses[Number(part.slice(0, end))];
			return (aim ? write(aim) : "") + part.slice(end + 1);
		});
		return start + parts.join("");
	};
	const plain = ({ address }: { address: string }) => address;
	const encoded = ({ address }: { address: string }) => encodeURI(address);
	return (text, problems) => ({
		...text,
		source: settled(text.source, ({ address, lost }) => {
			if (lost)
				problems.push(problemAt(lost.line, lost.text, "linkHeadingMissing"));
			return address;
		}),
		blocks: text.blocks.map((block) => ({
			...block,
			source: settled(block.source, plain),
			html: settled(block.html, encoded),
		})),
	});
}

/** Links to headings that a lesson does not have; the page has others of its own. */
export function lostAnchors(
	links: NonNullable<NamedSource["links"]>,
	blocks: Target["blocks"],
): Problem[] {
	const find = anchorFinder(headingsOf(blocks));
	return links
		.filter(({ href }) => href.startsWith("#") && href !== "#")
		.filter(({ href }) => !find(href.slice(1)))
		.map(({ line, text }) => problemAt(line, text, "linkNowhere"));
}
