import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { TermList } from "#app/glossary/term-list.tsx";
import { en } from "#app/words/en.ts";
import { zh } from "#app/words/zh.ts";

const PAYLOAD = `<img src=x onerror="alert('&amp;')">`;
const ESCAPED =
	"&lt;img src=x onerror=&quot;alert(&#x27;&amp;amp;&#x27;)&quot;&gt;";

const TERM = {
	id: 7,
	source: "Emergence",
	renderings: ["涌现", "突现"],
	meaning: "整体有的。",
	isRemoved: false,
	decidedIn: null,
	preferred: [
		{ rendering: "涌现", at: new Date("2026-11-01T02:30:00Z"), by: "顾老师" },
	],
	lessons: [{ place: 3, number: 7, title: "规模" }],
	count: 1,
};
const html = (given: Partial<typeof TERM>, canEdit = false, words = zh) =>
	renderToStaticMarkup(
		<TermList
			terms={[{ ...TERM, ...given }]}
			reader={{
				...{ language: words === zh ? "zh" : "en", theme: null },
				...{ timeZone: "Asia/Shanghai", words, rareWords: words },
			}}
			now={Date.parse("2026-11-26")}
			slug="llm"
			canEdit={canEdit}
		/>,
	);

it("a term shows its renderings, meaning, lessons and dates, in the reader's words", () => {
	const said = html({ count: 9 });
	expect(said.replace(/<[^>]+>/g, " ").split(/\s+/)).toEqual([
		...["", "涌现", "Emergence", "又作", "突现", "整体有的。", "见于"],
		...["第", "3", "课", "等", "9", "课", "分享"],
		...["24天前", "顾老师", "定为「涌现」", ""],
	]);
	expect(said).toContain('href="/courses/llm/lessons/7" title="规模"');
	expect(said).toContain('href="/courses/llm/share?of=term-7"');
	expect(said).toContain('title="2026年11月1日 10:30"');
	expect(html({}, true, en)).toContain(`>${en.glossary.edit}</a>`);
});

it("only staff get a link to a term's form, named after the term", () => {
	expect(html({})).not.toContain("/edit");
	expect(html({}, true)).toContain(
		'href="/courses/llm/glossary/7/edit" aria-label="编辑「涌现」"',
	);
});

it("all text that people wrote is escaped", () => {
	const said = html(
		{
			source: PAYLOAD,
			renderings: [PAYLOAD, PAYLOAD],
			meaning: PAYLOAD,
			preferred: [
				{ rendering: PAYLOAD, at: new Date(0), by: PAYLOAD },
				{ rendering: PAYLOAD, at: new Date(1), by: PAYLOAD },
			],
			lessons: [{ place: 1, number: 3, title: PAYLOAD }],
		},
		true,
	);
	expect(said).not.toContain("<img");
	expect(said).not.toContain('onerror="');
	expect(said.split(ESCAPED)).toHaveLength(1 + 11);
});
