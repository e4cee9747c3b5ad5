import { describe, expect, it } from "vitest";
import { createCourse } from "#app/courses/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { tokensOf } from "#app/platform/tokens.ts";
import { retitleThread } from "#app/threads/commands.server.ts";
import { fillTitleTokensTask } from "#app/threads/title-tokens.server.ts";
import { makeThread, useCast } from "#tests/support/cast.ts";
import { runAtStart } from "#tests/support/jobs.ts";
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

	it("include those asked before there were tokens", async () => {
		const { id } = await question("注意力怎么算");
		await sql`UPDATE threads SET title_tokens = NULL WHERE id = ${id}`;
		expect(await similar("注意力怎么算")).toEqual([]);
		await runAtStart(fillTitleTokensTask);
		expect(await similar("注意力怎么算")).toEqual(["注意力怎么算"]);
	});

	it("are found among thousands with the same words", async () => {
		await question("大模型的能力从哪里涌现");
		await sql`
			WITH asked AS (
				INSERT INTO threads (course_id, number, kind, title, title_tokens)
				SELECT ${cast.course.id}, 1000 + i, 'question', '大模型的能力', array_to_tsvector(${tokensOf("大模型的能力")}::text[])
				FROM generate_series(1, 2000) i RETURNING id, course_id, title_tokens
			)
			INSERT INTO question_tokens (course_id, token, thread_id)
			SELECT course_id, unnest(tsvector_to_array(title_tokens)), id FROM asked`;
		expect((await similar("能力从哪里涌现")).at(0)).toBe(
			"大模型的能力从哪里涌现",
		);
		expect(await similar("从哪里涌现")).toEqual(["大模型的能力从哪里涌现"]);
	});

	it("are found only by the words of their latest title", async () => {
		const { id } = await question("注意力怎么算");
		await retitleThread(
			{ id },
			{ by: cast.instructor, course: cast.course, title: "位置编码" },
		);
		expect(await similar("注意力怎么算")).toEqual([]);
		expect(await similar("位置编码")).toEqual(["位置编码"]);
		const tokens = await sql<{
			token: string;
		}>`SELECT token FROM question_tokens`;
		expect(tokens.map(({ token }) => token).toSorted()).toEqual(
			tokensOf("位置编码").toSorted(),
		);
	});

	it("are only those of the course", async () => {
		const elsewhere = await createCourse({
			slug: "elsewhere",
			title: "别处",
			description: "",
		});
		await makeThread(elsewhere, cast.learner, {
			kind: "question",
			title: "注意力怎么算",
		});
		expect(await similar("注意力怎么算")).toEqual([]);
	});
});
