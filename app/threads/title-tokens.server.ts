import { sql } from "#app/platform/db.server.ts";
import { tokensOf } from "#app/platform/tokens.ts";

/** Makes the tokens of questions that were asked before there were any: looked for at every start, done once. */
export async function fillTitleTokens(): Promise<void> {
	const questions = await sql<{ id: number; title: string }>`
		SELECT id, title FROM threads WHERE kind = 'question' AND title_tokens IS NULL`;
	for (const { id, title } of questions)
		await sql`UPDATE threads SET title_tokens = array_to_tsvector(${tokensOf(title)}::text[]) WHERE id = ${id}`;
}
