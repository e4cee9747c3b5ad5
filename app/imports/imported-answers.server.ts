import { recount } from "#app/counters/recount.server.ts";
import { asRestored } from "#app/imports/full-width.ts";
import type { ParsedAnswer } from "#app/imports/parsed-lesson.ts";
import { renderPlain } from "#app/markdown/render.server.ts";
import type { Sql } from "#app/platform/postgres/db.server.ts";
import {
	insertAnswer,
	leaveSource,
	updateAnswer,
} from "#app/replies/imported.server.ts";

type Old = {
	id: number;
	toId: number;
	threadId: number;
	name: string;
	source: string;
	left: boolean;
};

export type Answered = { id: number; answers: ParsedAnswer[] };

function takeSame(old: Old[], answer: ParsedAnswer): Old | undefined {
	const named = old.filter(({ name }) => name === answer.name);
	const same = named.find(({ source }) => source === answer.text) ?? named[0];
	if (same) old.splice(old.indexOf(same), 1);
	return same;
}

/** One that went with its comment into a question stays as it is. The thread, and the pins of those edited, are to be counted. */
export async function syncAnswers(
	sql: Sql,
	threadId: number,
	comments: Answered[],
): Promise<{ differs: boolean; edited: number[] }> {
	const ids = comments.map(({ id }) => id);
	const rows = await sql<Old>`
		SELECT id, source_answers_id AS "toId", thread_id AS "threadId", imported_name AS name, source, left_source_at IS NOT NULL AS left
		FROM replies WHERE source_answers_id = ANY(${ids}::int[]) ORDER BY id`;
	const changed: number[] = [];
	const edited: number[] = [];
	for (const { id: toId, answers: given } of comments) {
		const old = rows.filter((row) => row.toId === toId);
		const known = old.map(({ source }) => source);
		const answers = given.map((answer) => ({
			...answer,
			text: asRestored(answer.text, known),
		}));
		for (const answer of answers.toSorted(unchangedFirst(old))) {
			const was = takeSame(old, answer);
			if (was && (was.threadId !== threadId || isSame(was, answer))) continue;
			const html = renderPlain(answer.text);
			if (was) await updateAnswer(sql, was.id, { ...answer, html });
			else await insertAnswer(sql, threadId, { ...answer, html, toId });
			changed.push(toId);
			if (was && was.source !== answer.text) edited.push(was.id);
		}
		for (const gone of old) {
			if (gone.left || gone.threadId !== threadId) continue;
			await leaveSource(sql, gone.id);
			changed.push(toId);
		}
	}
	await recount(sql, "replies", changed, ["listed", "under_count"]);
	return { differs: changed.length > 0, edited };
}

const unchangedFirst = (old: Old[]) => (a: ParsedAnswer, b: ParsedAnswer) =>
	Number(isAmong(old, b)) - Number(isAmong(old, a));

const isAmong = (old: Old[], { text }: ParsedAnswer) =>
	old.some(({ source }) => source === text);

const isSame = (was: Old, { text }: ParsedAnswer) =>
	!was.left && was.source === text;
