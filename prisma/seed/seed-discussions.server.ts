import { randomUUID } from "node:crypto";
import type { Course } from "#app/courses/queries.server.ts";
import { pinReply } from "#app/notes/commands.server.ts";
import { sql, transaction } from "#app/platform/postgres/db.server.ts";
import { askQuestion } from "#app/questions/commands.server.ts";
import { sayWord } from "#app/replies/answers.server.ts";
import { postReply, removeReply } from "#app/replies/commands.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { lockThread, startThread } from "#app/threads/commands.server.ts";
import { recountQuestions } from "#app/threads/question-state.server.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { voteReply, voteThread } from "#app/votes/commands.server.ts";
import { cast, type Handle } from "#prisma/seed/cast.ts";
import {
	type SeedReply,
	type SeedThread,
	threads,
} from "#prisma/seed/discussion.ts";

type Ids = Map<Handle, number>;

const DAY = 24 * 60 * 60 * 1000;

/** Writes the discussions with the application's own commands, then moves their times back. */
export async function seedDiscussions(course: Course, ids: Ids): Promise<void> {
	const now = Date.now();
	const at = (daysAgo: number) => new Date(now - daysAgo * DAY);
	const member = (handle: Handle) => {
		const id = ids.get(handle);
		if (id === undefined) throw new Error(`Nobody is called ${handle}`);
		return {
			id,
			role: cast.find((one) => one.handle === handle)?.role ?? null,
		};
	};
	/** The given number of people other than the author, always the same ones. */
	const voters = (
		votes: number | Handle[],
		by: Handle | undefined,
		salt: string,
	) => {
		if (typeof votes !== "number") return votes.map(member);
		const others = cast.filter(({ handle }) => handle !== by);
		const from =
			[...salt].reduce((sum, c) => sum + (c.codePointAt(0) ?? 0), 0) %
			others.length;
		return [...others.slice(from), ...others.slice(0, from)]
			.slice(0, votes)
			.map(({ handle }) => member(handle));
	};

	const staff = { by: member("guxing"), course };
	for (const thread of threads) {
		const { id, lessonId } = await openThread(thread);
		if (thread.positions || thread.writeFirst)
			await setThinking(
				{ id },
				{
					...staff,
					positions: [...(thread.positions ?? [])],
					writeFirst: thread.writeFirst ?? false,
				},
			);
		for (const reply of thread.replies) await write(id, lessonId, reply, null);
		if (thread.locked) await lockThread({ id }, { ...staff, locked: true });
		await sql`
			UPDATE threads t SET last_activity_at = coalesce((SELECT max(created_at) FROM replies WHERE thread_id = t.id), created_at)
			WHERE id = ${id}`;
		await transaction((sql) => recountQuestions(sql, [id]));
	}

	// Gives notifications their times; only recent ones stay unread.
	await sql`
		UPDATE notifications n SET created_at = r.created_at,
			read_at = CASE WHEN r.created_at < ${at(3)} THEN r.created_at + interval '1 hour' END
		FROM replies r WHERE r.id = n.reply_id`;

	async function openThread(thread: SeedThread) {
		if (thread.by && thread.title) {
			const [lesson] = await sql<{ id: number }>`
				SELECT id FROM lessons WHERE course_id = ${course.id} AND number = ${thread.lesson}`;
			const opener = {
				by: member(thread.by),
				course,
				lessonId: lesson?.id ?? null,
				title: thread.title,
				body: thread.body ?? thread.title,
				submissionId: randomUUID(),
			};
			const { isPrivate, isAnonymous, passage } = thread;
			const { number } =
				thread.kind === "question"
					? await askQuestion({
							...{ ...opener, isPrivate, isAnonymous },
							blockId: passage
								? await blockOf(opener.lessonId, passage.block)
								: null,
							passage: passage ? { start: 0, quote: passage.quote } : null,
						})
					: await startThread({
							...opener,
							kind: thread.kind === "announcement" ? thread.kind : "topic",
						});
			const [opened] = await sql<{ id: number; lessonId: number | null }>`
				UPDATE threads SET created_at = ${at(thread.daysAgo ?? 1)} WHERE course_id = ${course.id} AND number = ${number}
				RETURNING id, lesson_id AS "lessonId"`;
			if (!opened) throw new Error(`No thread ${number}`);
			for (const by of voters(thread.votes ?? 0, thread.by, thread.title))
				await voteThread(opened.id, { by, course, voted: true });
			return opened;
		}
		const [found] = await sql<{ id: number; lessonId: number }>`
			UPDATE threads t SET created_at = ${at(38)} FROM lessons l
			WHERE l.id = t.lesson_id AND l.course_id = ${course.id} AND l.number = ${thread.lesson}
				AND t.kind = ${thread.kind}::thread_kind AND t.position IS NOT DISTINCT FROM ${thread.question ?? null}::int
			RETURNING t.id, t.lesson_id AS "lessonId"`;
		if (!found) throw new Error(`Lesson ${thread.lesson} has no such thread`);
		return found;
	}

	async function write(
		threadId: number,
		lessonId: number | null,
		reply: SeedReply,
		parentId: number | null,
	) {
		const { id } = await postReply({
			by: member(reply.by),
			course,
			threadId,
			body: reply.edited?.previous ?? reply.body,
			parentId,
			position: reply.position,
			submissionId: randomUUID(),
		});
		await sql`UPDATE replies SET created_at = ${at(reply.daysAgo)} WHERE id = ${id}`;
		if (reply.edited) {
			const by = member(reply.by);
			await editReply({ id }, { by, course, body: reply.body, version: 1 });
			await sql`UPDATE replies SET edited_at = ${at(reply.edited.daysAgo)} WHERE id = ${id}`;
		}
		await Promise.all(
			voters(reply.votes, reply.by, reply.body).map((by) =>
				voteReply(id, { by, course, voted: true }),
			),
		);
		for (const under of reply.replies ?? [])
			await write(threadId, lessonId, under, id);
		if (reply.pin) await pin(id, lessonId, reply.pin);
		if (reply.accepted)
			await sql`UPDATE replies SET accepted_at = ${at(reply.accepted.daysAgo)} WHERE id = ${id}`;
		if (reply.word) {
			const { kind, text, ...said } = reply.word;
			await sayWord(
				{ id },
				{ by: member(said.by), course, word: { kind, text } },
			);
			await sql`UPDATE replies SET staff_word_at = ${at(said.daysAgo)} WHERE id = ${id}`;
		}
		if (reply.removed) {
			const by = member(reply.removed.by);
			await removeReply({ id, authorId: member(reply.by).id }, { by, course });
			await sql`UPDATE replies SET hidden_at = ${at(reply.removed.daysAgo)} WHERE id = ${id}`;
		}
	}

	async function blockOf(lessonId: number | null, beginning: string) {
		const [block] = await sql<{ id: number }>`
			SELECT id FROM blocks WHERE lesson_id = ${lessonId} AND position IS NOT NULL AND starts_with(text, ${beginning})`;
		if (!block) throw new Error(`No block begins with ${beginning}`);
		return block.id;
	}

	async function pin(
		id: number,
		lessonId: number | null,
		wanted: NonNullable<SeedReply["pin"]>,
	) {
		const { kind, shortForm, daysAgo, term, block } = wanted;
		await pinReply(
			{ id },
			{
				by: member("guxing"),
				course,
				kind,
				blockId: block ? await blockOf(lessonId, block) : null,
				shortForm,
				term,
			},
		);
		await sql`UPDATE pins SET pinned_at = ${at(daysAgo)} WHERE reply_id = ${id}`;
		await sql`UPDATE terms SET edited_at = ${at(daysAgo)} WHERE reply_id = ${id} AND edited_at IS NOT NULL`;
	}
}
