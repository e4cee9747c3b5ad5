import { describe, expect, it } from "vitest";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as settlement from "#app/routes/replies/settlement.tsx";
import { makeReply, makeThread, type Person } from "#tests/support/cast.ts";
import { threadAs } from "#tests/support/pages.ts";
import { atReply, load, onReply } from "#tests/support/requests.ts";
import { useSettling } from "#tests/support/settling.ts";

const { cast, question, settle, answerIn } = useSettling();

describe("one answer for several questions", () => {
	it("is also offered to answered questions with a similar title", async () => {
		const { course, instructor, learner } = cast;
		const [master, twin, far] = [
			await question(learner, "温度调高会怎样"),
			await question(cast.other, "温度调高有什么用"),
			await question(cast.other, "什么是分词"),
		];
		for (const { id } of [twin, far])
			await makeReply(course, id, instructor, { body: "答了。" });
		const answer = await answerIn(master);
		const { open } = await load(settlement.loader, {
			by: instructor,
			...atReply(answer.id, "/settlement"),
		});
		expect(open).toMatchObject([{ number: twin.number, state: "answered" }]);
	});

	it("never makes a circle, even if two staff settle each other's question at once", async () => {
		const threads = [await question(), await question(), await question()];
		const answers = await Promise.all(threads.map(answerIn));
		for (let round = 0; round < 5; round += 1)
			await Promise.allSettled(
				answers.flatMap((answer) =>
					threads.map(({ number }) => settle(answer, [number])),
				),
			);
		const links = await sql<{ from: number; to: number }>`
			SELECT t.id AS from, r.thread_id AS to FROM threads t JOIN replies r ON r.id = t.settled_by_reply_id`;
		for (const { id } of threads) {
			let at: number | undefined = id;
			for (let steps = 0; at !== undefined; steps += 1) {
				expect(steps).toBeLessThan(threads.length);
				at = links.find(({ from }) => from === at)?.to;
			}
		}
	});

	it("is refused from a question that is itself settled elsewhere", async () => {
		const [master, twin, third] = [
			await question(),
			await question(),
			await question(),
		];
		const answer = await answerIn(master);
		const other = await answerIn(twin);
		await settle(answer, [twin.number]);
		await expect(settle(other, [third.number])).rejects.toBeInstanceOf(Refusal);
	});

	it("asks for a tick, and marks private questions", async () => {
		const [master, secret] = [
			await question(),
			await makeThread(cast.course, cast.other, {
				...{ kind: "question", isPrivate: true, title: "悄悄问" },
			}),
		];
		const answer = await answerIn(master);
		expect(
			await onReply(settlement, cast.instructor, answer.id, {}),
		).toMatchObject({
			status: 422,
			data: { errors: { form: "nothingTicked" } },
		});
		const { open } = await load(settlement.loader, {
			by: cast.instructor,
			...atReply(answer.id, "/settlement"),
		});
		expect(open).toMatchObject([{ number: secret.number, isPrivate: true }]);
		await settle(answer, [secret.number]);
		const settledAs = async (by: Person) =>
			(await threadAs(by, master.number)).settled.map(({ title }) => title);
		expect(await settledAs(cast.instructor)).toEqual(["悄悄问"]);
		expect(await settledAs(cast.learner)).toEqual([]);
	});

	it("is for staff, and for answers that everybody may read", async () => {
		const master = await question();
		const answer = await answerIn(master);
		expect(
			await onReply(settlement, cast.learner, answer.id, {}),
		).toMatchObject({ status: 403 });
		const secret = await makeThread(cast.course, cast.learner, {
			kind: "question",
			isPrivate: true,
		});
		const hidden = await answerIn(secret);
		expect(
			await onReply(settlement, cast.instructor, hidden.id, {}),
		).toMatchObject({ status: 403 });
	});
});
