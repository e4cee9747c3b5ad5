import { z } from "zod";
import type { Task } from "#app/platform/jobs/queue.server.ts";
import {
	limit,
	type Sql,
	transaction,
} from "#app/platform/postgres/db.server.ts";
import { tokensOf } from "#app/platform/tokens.ts";

const BATCH = 50;

export async function keepTitleTokens(
	sql: Sql,
	threadId: number,
	title: string,
): Promise<void> {
	const tokens = tokensOf(title);
	await sql`
		WITH was AS (
			SELECT id, course_id, tsvector_to_array(title_tokens) AS tokens FROM threads
			WHERE id = ${threadId} AND kind = 'question'
		), gone AS (
			DELETE FROM question_tokens q USING was, unnest(was.tokens) word
			WHERE q.course_id = was.course_id AND q.token = word AND q.thread_id = was.id AND word <> ALL (${tokens}::text[])
		), kept AS (
			UPDATE threads SET title_tokens = array_to_tsvector(${tokens}::text[]) WHERE id IN (SELECT id FROM was)
		)
		INSERT INTO question_tokens (course_id, token, thread_id)
		SELECT course_id, word, id FROM was, unnest(${tokens}::text[]) word ON CONFLICT DO NOTHING`;
}

export const fillTitleTokensTask: Task = {
	name: "fillTitleTokens",
	payload: z.object({}).strict(),
	atStart: {},
	merges: true,
	async run(_, signal) {
		while (!signal.aborted && (await fillBatch()));
	},
};

const fillBatch = () =>
	transaction(async (sql) => {
		const questions = await sql<{ id: number; title: string }>`
			SELECT id, title FROM threads WHERE kind = 'question' AND title_tokens IS NULL
			ORDER BY id ${limit(BATCH)} FOR NO KEY UPDATE`;
		for (const { id, title } of questions)
			await keepTitleTokens(sql, id, title);
		return questions.length > 0;
	});
