import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { renderShort } from "#app/markdown/short.server.ts";
import { NoteText } from "#app/notes/note-text.tsx";
import { zh } from "#app/words/zh.ts";

const NOTE = {
	replyId: 7,
	blockId: 3,
	kind: "answer" as const,
	shortForm: "一句。",
	shortHtml: "一句。",
	pinnedAt: new Date("2026-11-01T02:30:00Z"),
	pinnedBy: "顾老师",
	writtenBy: "周同学",
	threadNumber: 5,
	question: null,
	editedSince: false,
	textChanged: false,
};
const reader = {
	...{ language: "zh" as const, theme: null },
	...{ timeZone: "Asia/Shanghai", words: zh, rareWords: zh },
};
const html = (given: Partial<typeof NOTE>) =>
	renderToStaticMarkup(
		<NoteText
			note={{ ...NOTE, ...given }}
			reader={reader}
			now={Date.parse("2026-11-26")}
			slug="llm"
		/>,
	);

it("a note shows its kind, its writer and its date, and links to its thread", () => {
	const said = html({});
	expect(said.replace(/<[^>]+>/g, " ").split(/\s+/)).toEqual([
		...["", "答疑", "一句。", "顾老师", "采自", "周同学", "的回复"],
		...["24天前", "看原讨论", "分享", ""],
	]);
	expect(said).toContain('href="/courses/llm/threads/5#pin-7"');
	expect(said).toContain('href="/courses/llm/share?of=reply-7"');
	expect(said).toContain('title="2026年11月1日 10:30"');
});

it("a note of an anonymous asker, or of a deleted account, says so", () => {
	expect(html({ writtenBy: "" })).toContain(
		zh.lessons.noteFrom("顾老师", zh.threads.anonymous),
	);
	expect(html({ writtenBy: null as unknown as string })).toContain(
		zh.lessons.noteFrom("顾老师", zh.threads.formerAccount),
	);
});

it("people's text in a note never becomes markup", async () => {
	const bad = '<b title="x">&</b>';
	const said = html({
		...{ shortHtml: await renderShort(bad), pinnedBy: bad, writtenBy: bad },
		question: bad as unknown as null,
	});
	expect(said).not.toContain("<b");
	expect(
		said.split("&lt;b title=&quot;x&quot;&gt;&amp;&lt;/b&gt;"),
	).toHaveLength(4);
});
