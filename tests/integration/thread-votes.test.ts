import { beforeEach, describe, expect, it } from "vitest";
import { Refusal } from "#app/platform/forms/refusal.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import * as threadVote from "#app/routes/threads/vote.tsx";
import { removeThread } from "#app/threads/commands.server.ts";
import { voteThread } from "#app/votes/commands.server.ts";
import {
	makeThread,
	type Person,
	people,
	useCast,
} from "#tests/support/cast.ts";
import { ask, atThread } from "#tests/support/requests.ts";

const cast = useCast();
let thread: { id: number; number: number };

beforeEach(async () => {
	thread = await makeThread(cast.course, cast.learner);
});

const postOnThread = (by: Person, number = thread.number, value = "1") =>
	ask(threadVote.action, {
		by,
		...atThread(number, "/vote"),
		form: { value },
		context: { isDocument: false },
	});

describe("votes on a thread", () => {
	it("count twenty for twenty people at once, one for one person", async () => {
		const voters = await people(20);
		await Promise.all(
			[...voters, ...voters].map((by) =>
				voteThread(thread.id, { by, course: cast.course, voted: true }),
			),
		);
		const [counted] = await sql`
			SELECT vote_count, (SELECT count(*)::int FROM thread_votes) AS rows FROM threads WHERE id = ${thread.id}`;
		expect(counted).toEqual({ vote_count: 20, rows: 20 });
	});

	it("are cast on topics and questions, and withdrawn", async () => {
		const question = await makeThread(cast.course, cast.learner, {
			kind: "question",
		});
		for (const { number } of [thread, question]) {
			expect(await postOnThread(cast.other, number)).toMatchObject({
				data: { ok: true, votes: 1 },
			});
			expect(await postOnThread(cast.other, number, "0")).toMatchObject({
				data: { ok: true, votes: 0 },
			});
		}
	});

	it("are refused on one's own thread and on announcements", async () => {
		const announcement = await makeThread(cast.course, cast.instructor, {
			kind: "announcement",
		});
		expect(await postOnThread(cast.learner)).toMatchObject({ status: 403 });
		expect(await postOnThread(cast.other, announcement.number)).toMatchObject({
			status: 403,
		});
	});

	it("are refused if the thread was removed", async () => {
		await removeThread(
			{ ...thread, authorId: cast.learner.id },
			{ by: cast.learner, course: cast.course },
		);
		await expect(
			voteThread(thread.id, {
				by: cast.other,
				course: cast.course,
				voted: true,
			}),
		).rejects.toThrow(new Refusal("threadRemoved"));
		for (const by of [cast.other, cast.assistant])
			expect(await postOnThread(by)).toMatchObject({
				status: 409,
				data: { refusal: "threadRemoved" },
			});
	});
});
