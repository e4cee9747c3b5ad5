import { removeReply } from "#app/replies/commands.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	makeCast,
	makeNote,
	makeReply,
	type Person,
	person,
} from "#tests/support/cast.ts";
import { makeThinking, STANDARD } from "#tests/support/thinking.ts";

/** The mark of every closed reply, the names of their writers, and the text of a pinned, open one. */
export const SECRET = "闭卷的字";
export const NAMES = ["不露面甲", "不露面乙", "不露面丙"];
export const PINNED = "置顶的字";

/** Makes a write-first question with replies of every kind. */
export async function makeClosed() {
	const cast = await makeCast();
	const question = await makeThinking(cast.course, {
		positions: STANDARD,
		writeFirst: true,
	});
	const [first, second, third] = await Promise.all([
		person("hidden-1", NAMES[0] ?? "", null),
		person("hidden-2", NAMES[1] ?? "", null),
		person("hidden-3", NAMES[2] ?? "", null),
	]);
	const reply = (by: Person, body: string, more = {}) =>
		makeReply(cast.course, question.id, by, { body, ...more });
	const secret = `${SECRET}，${"写满三十个字才看得到".repeat(4)}。`;
	const best = await reply(first, secret, { position: "yes" });
	await voteReply(best.id, { by: third, course: cast.course, voted: true });
	const under = await reply(second, secret, { parentId: best.id });
	const pinned = await reply(cast.other, PINNED, { parentId: under.id });
	await reply(second, secret, { position: "no" });
	await reply(third, "打卡");
	const removed = await reply(third, secret);
	await removeReply(
		{ id: removed.id, authorId: third.id },
		{ by: third, course: cast.course },
	);
	const note = { ...pinned, threadId: question.id };
	await makeNote(cast.course, note, cast.instructor);
	return { ...cast, question, first, second, best, under, pinned, removed };
}

export type Closed = Awaited<ReturnType<typeof makeClosed>>;
