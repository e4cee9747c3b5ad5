import { beforeEach, describe, expect, it } from "vitest";
import { listBlocks } from "#app/lessons/queries.server.ts";
import { sql } from "#app/platform/db.server.ts";
import * as newThread from "#app/routes/threads/new.tsx";
import { fillTitleTokens } from "#app/threads/title-tokens.server.ts";
import { makeCast, makeLesson, type Person } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { ask, inCourse } from "#tests/support/requests.ts";

const SOURCE = [
	"第一段说的是**规模**，它有两层意思。",
	"## 小节",
	"第二段写着 $E=mc^2$ 这个式子，后面还有一句。",
	"第三段收尾。",
].join("\n\n");

let cast: Awaited<ReturnType<typeof makeCast>>;
let lesson: Awaited<ReturnType<typeof makeLesson>>;
let blocks: Awaited<ReturnType<typeof listBlocks>>;

const visitor = { id: null, role: null };

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	lesson = await makeLesson(cast.course, { source: SOURCE, questions: [] });
	blocks = await listBlocks(lesson.id, visitor);
});

/** Asks about a block, and gives the id of the thread. */
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

describe("similar questions", () => {
	const similar = async (title: string) => {
		const { loader } = await import("#app/routes/questions/similar.ts");
		const { data } = await ask<{ similar: { title: string }[] }>(loader, {
			by: cast.other,
			...inCourse(`/questions/similar?${new URLSearchParams({ title })}`),
		});
		return data.similar.map((question) => question.title);
	};

	it("are found by Chinese words of two characters, by formulas and by Latin words", async () => {
		const titles = [
			"涌现和突现有什么区别",
			"softmax 为什么减去最大值",
			"参数量怎么数",
		];
		for (const title of titles) await about(blocks[0], { title });
		expect(await similar("突现是什么意思")).toEqual([titles[0]]);
		expect(await similar("Softmax 的数值")).toEqual([titles[1]]);
		expect(await similar("天气")).toEqual([]);
		expect(await similar("")).toEqual([]);
	});

	it("put answered ones first", async () => {
		await about(blocks[0], { title: "涌现是突然出现的吗" });
		const answered = await about(blocks[0], { title: "涌现是怎么出现的" });
		await sql`UPDATE threads SET staff_replied_at = now() WHERE id = ${answered.id}`;
		expect((await similar("涌现是突然出现的"))[0]).toBe("涌现是怎么出现的");
	});

	it("include those that were asked before there were tokens", async () => {
		const { id } = await about(blocks[0], { title: "注意力怎么算" });
		await sql`UPDATE threads SET title_tokens = NULL WHERE id = ${id}`;
		expect(await similar("注意力怎么算")).toEqual([]);
		await fillTitleTokens();
		expect(await similar("注意力怎么算")).toEqual(["注意力怎么算"]);
	});
});
