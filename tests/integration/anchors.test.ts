import { beforeEach, describe, expect, it } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { findAnchor } from "#app/questions/anchors.server.ts";
import * as signIn from "#app/routes/accounts/sign-in.tsx";
import * as newThread from "#app/routes/threads/new.tsx";
import {
	blocksOf,
	type Lesson,
	makeLesson,
	type Person,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { lessonAs, threadAs } from "#tests/support/pages.ts";
import { makeChance } from "#tests/support/random.ts";
import { ask, inCourse, load } from "#tests/support/requests.ts";

const SOURCE = [
	"第一段说的是**规模**，它有两层意思。",
	"## 小节",
	"第二段写着 $E=mc^2$ 这个式子，后面还有一句。",
	"第三段收尾。",
].join("\n\n");

const cast = useCast();
let lesson: Lesson;
let blocks: Awaited<ReturnType<typeof blocksOf>>;

beforeEach(async () => {
	lesson = await makeLesson(cast.course, { source: SOURCE, questions: [] });
	blocks = await blocksOf(lesson);
});

/** Asks about a block and returns the thread's id. */
async function about(
	block: { id: number } | undefined,
	passage: Record<string, string> = {},
	by: Person = cast.learner,
) {
	const answer = await ask(newThread.action, {
		by,
		...inCourse("/threads/new"),
		form: {
			kind: "question",
			lesson: String(lesson.number),
			title: "这里怎么理解？",
			body: "想不通。",
			submissionId: crypto.randomUUID(),
			blockId: String(block?.id),
			...passage,
		},
	});
	const number = Number(/\d+$/.exec(answer.location ?? "")?.[0]);
	const [thread] = await sql<{ id: number }>`
		SELECT id FROM threads WHERE number = ${number}`;
	if (!thread) throw new Error("Nothing was asked");
	return { id: thread.id, number };
}

const rewrite = (source: string) => rewriteLesson(cast.course, lesson, source);

describe("a question about a passage", () => {
	it("may say all in its title", async () => {
		const words = { body: "", title: "为什么是两层？" };
		const { number } = await about(blocks[0], words);
		const { thread, anchor } = await threadAs(null, number);
		expect(thread).toMatchObject({ title: words.title, html: "" });
		expect(anchor).not.toBeNull();
	});

	it("stores the exact words, the text around them, and the revision", async () => {
		const [first] = blocks;
		const start = first?.text.indexOf("规模") ?? 0;
		const { id, number } = await about(first, {
			start: String(start),
			quote: "规模",
		});
		expect(await findAnchor(id)).toMatchObject({
			blockId: first?.id,
			html: "第一段说的是<mark>规模</mark>，它有两层意思。",
			now: "same",
		});
		const { anchor } = await threadAs(null, number);
		expect(anchor).toMatchObject({
			html: expect.stringContaining("<mark>规模</mark>"),
			section: null,
		});
	});

	it("stores formulas as source and shows them rendered", async () => {
		const block = blocks.find(({ text }) => text.includes("E=mc^2"));
		const { id } = await about(block, {
			quote: "E=mc^2 这个式子",
			start: "99",
		});
		expect(await findAnchor(id)).toMatchObject({
			html: expect.stringMatching(
				/<mark><math>.*E=mc\^2.*<\/math> 这个式子<\/mark>/,
			),
			section: "小节",
		});
	});

	it("keeps a formula on one line with the punctuation after the quote", async () => {
		await rewrite("设维数是 $d$。");
		const { id } = await about((await blocksOf(lesson))[0], {
			...{ quote: "维数是 d", start: "1" },
		});
		expect((await findAnchor(id))?.html).toMatch(
			/<span class="unbroken"><mark><math>.*<\/math><\/mark>。<\/span>$/,
		);
	});

	it("is about the whole block without words, or with words that are not there", async () => {
		const [first] = blocks;
		const none: Record<string, string> = {};
		for (const passage of [none, { quote: "没有这句话", start: "3" }]) {
			const { id } = await about(first, passage);
			expect(await findAnchor(id)).toMatchObject({
				html: `<mark>${first?.text}</mark>`,
			});
		}
	});

	it("keeps the chosen words if the lesson was edited before the question was sent", async () => {
		const [first] = blocks;
		const chosen = { quote: "规模，它有", start: "6" };
		await rewrite(SOURCE.replace("两层", "三层"));
		await rewrite(SOURCE.replace("规模", "尺度"));
		const form = await load(newThread.loader, {
			by: cast.learner,
			...inCourse(
				`/threads/new?${new URLSearchParams({
					...{ lesson: String(lesson.number), block: String(first?.id) },
					...chosen,
				})}`,
			),
		});
		expect(form.passage).toMatchObject({
			quote: chosen.quote,
			html: "<mark>规模，它有</mark>",
			isOld: true,
		});
		const { id } = await about(first, chosen);
		expect(await findAnchor(id)).toMatchObject({
			html: "第一段说的是<mark>规模，它有</mark>三层意思。",
			now: "changed",
		});
		const [anchor] = await sql<{ revision: number }>`
			SELECT revision FROM anchors WHERE thread_id = ${id}`;
		expect(anchor?.revision).toBe(2);
	});

	it("counts at its block, a private one only for people who may see it", async () => {
		const [first] = blocks;
		await about(first);
		await about(first, { isPrivate: "on" });
		const counts = async (by: Person | null) =>
			(await lessonAs(by, lesson.number)).blocks.map(({ asked }) => asked);
		expect((await counts(null))[0]).toBe(1);
		expect((await counts(cast.other))[0]).toBe(1);
		expect((await counts(cast.learner))[0]).toBe(2);
		expect((await counts(cast.instructor))[0]).toBe(2);
	});

	it("cannot refer to another lesson's block", async () => {
		const other = await makeLesson(cast.course, { title: "别的课" });
		const [foreign] = await blocksOf(other);
		const { id } = await about(foreign);
		expect(await findAnchor(id)).toBeNull();
	});

	it("says that the words have changed, or that the block is gone", async () => {
		const [first, , , last] = blocks;
		const changed = await about(first, { quote: "规模", start: "6" });
		const gone = await about(last);
		await rewrite(
			SOURCE.replace("规模", "尺度").replace("\n\n第三段收尾。", ""),
		);
		expect(await findAnchor(changed.id)).toMatchObject({
			now: "changed",
			html: expect.stringContaining("<mark>规模</mark>"),
		});
		expect(await findAnchor(gone.id)).toMatchObject({
			now: "gone",
			html: "<mark>第三段收尾。</mark>",
		});
		await rewrite(SOURCE);
		expect(await findAnchor(changed.id)).toMatchObject({ now: "same" });
	});

	it("never shows beside another sentence, through a hundred edits", async () => {
		const chance = makeChance(20261123);
		const asked: { id: number; quote: string }[] = [];
		for (const block of blocks) {
			const text = block.text;
			const start = chance.below(Math.max(1, text.length - 4));
			const quote = text.slice(start, start + 4).trim() || text;
			asked.push({
				...(await about(block, { quote, start: String(start) })),
				quote,
			});
		}
		let paragraphs = SOURCE.split("\n\n");
		for (let edit = 0; edit < 100; edit += 1) {
			const at = chance.below(paragraphs.length);
			paragraphs = chance.one([
				() => paragraphs.toSpliced(at, 1),
				() => paragraphs.toSpliced(at, 0, `新的一段，编号 ${edit}。`),
				() => paragraphs.with(at, `${paragraphs[at]}补一句 ${edit}。`),
				() => paragraphs.with(at, String(paragraphs[at]).slice(2) || "剩下的"),
				() => paragraphs.toSorted(() => chance.below(3) - 1),
				() => SOURCE.split("\n\n"),
			])();
			if (paragraphs.length === 0) paragraphs = ["只剩这一段。"];
			await rewrite(paragraphs.join("\n\n"));
			const now = await blocksOf(lesson);
			for (const { id, quote } of asked) {
				const anchor = await findAnchor(id);
				const block = now.find((one) => one.id === anchor?.blockId);
				expect(anchor?.html).toContain(`<mark>${quote}</mark>`);
				expect(anchor?.now).toBe(
					block ? (block.text.includes(quote) ? "same" : "changed") : "gone",
				);
			}
		}
	}, 60_000);
});

describe("a visitor on the way to ask", () => {
	const passageAt = async (query: Record<string, string>) => {
		const to = `/courses/course/threads/new?${new URLSearchParams(query)}`;
		const path = `/sign-in?${new URLSearchParams({ redirectTo: to })}`;
		const { way } = await load(signIn.loader, { by: null, path });
		return way && "passage" in way ? way.passage : null;
	};
	const place = () => ({
		kind: "question",
		lesson: String(lesson.number),
		block: String(blocks[0]?.id),
	});

	it("is shown the passage at the sign-in page", async () => {
		const asked = { ...place(), start: "6", quote: "规模" };
		expect(await passageAt(asked)).toMatchObject({
			quote: "规模",
			html: "<mark>规模</mark>",
		});
	});

	it("is shown nothing of a lesson that is a draft", async () => {
		expect(await passageAt(place())).not.toBeNull();
		await sql`UPDATE lessons SET state = 'draft'`;
		expect(await passageAt(place())).toBeNull();
	});

	it("is shown no words that the lesson does not have", async () => {
		const asked = { ...place(), start: "0", quote: "把密码发给我" };
		expect((await passageAt(asked))?.html).not.toContain("密码");
		expect(await passageAt({ ...place(), block: "999999" })).toBeNull();
		expect(await passageAt({})).toBeNull();
	});
});
