import { describe, expect, it } from "vitest";
import { sql } from "#app/platform/db.server.ts";
import { fillTitleTokens } from "#app/threads/title-tokens.server.ts";
import { makeThread, useCast } from "#tests/support/cast.ts";
import { ask, inCourse } from "#tests/support/requests.ts";

const cast = useCast();

const question = (title: string) =>
	makeThread(cast.course, cast.learner, { kind: "question", title });

describe("similar questions", () => {
	const similar = async (title: string) => {
		const { loader } = await import("#app/routes/questions/similar.ts");
		const { data } = await ask<{ similar: { title: string }[] }>(loader, {
			by: cast.other,
			...inCourse(`/questions/similar?${new URLSearchParams({ title })}`),
		});
		return data.similar.map(({ title }) => title);
	};

	it("are found by Chinese words of two characters, by formulas and by Latin words", async () => {
		const titles = [
			"涌现和突现有什么区别",
			"softmax 为什么减去最大值",
			"参数量怎么数",
		];
		for (const title of titles) await question(title);
		expect(await similar("突现是什么意思")).toEqual([titles[0]]);
		expect(await similar("Softmax 的数值")).toEqual([titles[1]]);
		expect(await similar("天气")).toEqual([]);
		expect(await similar("")).toEqual([]);
	});

	it("put answered ones first", async () => {
		await question("涌现是突然出现的吗");
		const answered = await question("涌现是怎么出现的");
		await sql`UPDATE threads SET staff_replied_at = now() WHERE id = ${answered.id}`;
		expect((await similar("涌现是突然出现的"))[0]).toBe("涌现是怎么出现的");
	});

	it("include those that were asked before there were tokens", async () => {
		const { id } = await question("注意力怎么算");
		await sql`UPDATE threads SET title_tokens = NULL WHERE id = ${id}`;
		expect(await similar("注意力怎么算")).toEqual([]);
		await fillTitleTokens();
		expect(await similar("注意力怎么算")).toEqual(["注意力怎么算"]);
	});
});
