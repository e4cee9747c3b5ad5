import { addTerm } from "#app/glossary/commands.server.ts";
import { nameOwner } from "#app/members/commands.server.ts";
import { pinReply } from "#app/notes/commands.server.ts";
import { fragment, sql } from "#app/platform/postgres/db.server.ts";
import { askQuestion, claimQuestion } from "#app/questions/commands.server.ts";
import { promoteReply } from "#app/questions/promotion.server.ts";
import { settleQuestions } from "#app/questions/settling.server.ts";
import { acceptReply } from "#app/replies/answers.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { addSavedReply } from "#app/saved-replies/commands.server.ts";
import { editThread } from "#app/threads/commands.server.ts";
import { voteReply } from "#app/votes/commands.server.ts";
import {
	blocksOf,
	type Cast,
	type Lesson,
	makeCast,
	makeReply,
	makeThread,
	type Person,
	person,
	somebody,
} from "#tests/support/cast.ts";
import { makeThinking, STANDARD, THIRTY } from "#tests/support/thinking.ts";

/** In what only an asker and staff see: a word for the list of similar questions, and the marks. */
export const PRIVATE_WORDS = "悄悄问的那件事";
const PRIVATE = {
	"a private question's title": "mark-private-title",
	"a private question's text": "mark-private-text",
	"its earlier wording": "mark-private-before",
	"a reply in it": "mark-private-reply",
	"its asker's reply in it": "mark-private-more",
};
/** The anonymous asker. The id is one that occurs nowhere by chance. */
const ASKER_ID = 987_654_321;
export const ASKER = { handle: "mark-asker", name: "记号匿名者" };
const ANONYMOUS = {
	"an anonymous asker's handle": ASKER.handle,
	"an anonymous asker's name": ASKER.name,
};
/** Only the members' list, which instructors have, shows ids. */
const IDS = { "an anonymous asker's id": String(ASKER_ID) };
/** In what opens only to people who have written first, and the names of its writers. */
const CLOSED = {
	"a closed reply": "mark-closed-reply",
	"a reply under it": "mark-closed-under",
	"the name of who wrote it": "记号先写者",
	"the name of who wrote below": "记号跟帖者",
	"the name of who checked in": "记号打卡者",
};

/** In held texts. */
const HELD = {
	"a held topic's title": "mark-held-title",
	"a held topic's text": "mark-held-text",
	"a held reply": "mark-held-reply",
	"a held reply without answers": "mark-held-alone",
};

const STAFF = ["assistant", "instructor", "owner"];

const marks = (of: Record<string, string>, who: string) =>
	Object.entries(of).map(([what, mark]) => ({
		...{ what, mark, mayBeSeenBy: [who, ...STAFF] },
		isName: /name|handle/.test(what),
	}));

/** Every mark, and who may see it. */
export const SECRETS = [
	...marks(PRIVATE, "asker"),
	...marks(ANONYMOUS, "asker"),
	...marks(CLOSED, "writer"),
	...marks(HELD, "holder"),
	...marks(IDS, "").map((mark) => ({
		...mark,
		mayBeSeenBy: ["instructor", "owner"],
	})),
];

/** Asks about the lesson, hidden from classmates in one way or the other. */
async function askHidden(
	{ course }: Cast,
	by: Person,
	lesson: Lesson,
	hidden: {
		isPrivate?: boolean;
		isAnonymous?: boolean;
		title: string;
		body: string;
	},
) {
	const [block] = await blocksOf(lesson);
	const { number } = await askQuestion({
		...{ by, course, lessonId: lesson.id, blockId: block?.id ?? null },
		...{ isPrivate: false, isAnonymous: false, ...hidden },
		passage: null,
		submissionId: crypto.randomUUID(),
	});
	const [thread] = await sql<{ id: number }>`
		SELECT id FROM threads WHERE course_id = ${course.id} AND number = ${number}`;
	if (!thread) throw new Error("Nothing was asked");
	return { id: thread.id, number };
}

/** Makes a private question with a reply, an earlier wording, and an answer elsewhere that settles it. */
async function makePrivate(cast: Cast, asker: Person, lesson: Lesson) {
	const { course, instructor } = cast;
	const title = `${PRIVATE["a private question's title"]} ${PRIVATE_WORDS}`;
	const thread = await askHidden(cast, asker, lesson, {
		...{ isPrivate: true, title, body: PRIVATE["its earlier wording"] },
	});
	const body = PRIVATE["a private question's text"];
	await editThread(thread, { by: asker, course, title, body, version: 1 });
	const reply = await makeReply(course, thread.id, instructor, {
		body: PRIVATE["a reply in it"],
	});
	await makeReply(course, thread.id, asker, {
		body: PRIVATE["its asker's reply in it"],
		parentId: reply.id,
	});
	return thread;
}

/**
 * Makes an anonymous question whose asker leaves every possible trace: an earlier wording of the question and of a reply,
 * replies to others, one pinned into the lesson with a term, one that becomes a question, one under somebody else's that
 * becomes a question, an answer that settles a third question, an acceptance and a vote.
 */
async function makeAnonymous(cast: Cast, asker: Person, lesson: Lesson) {
	const { course, instructor, assistant, other } = cast;
	const hidden = { isAnonymous: true, title: "不具名的提问", body: "想不通。" };
	const thread = await askHidden(cast, asker, lesson, hidden);
	const text = { by: asker, course, body: "改过的话。", version: 1 };
	await editThread(thread, { ...text, title: hidden.title });
	const write = async (by: Person, parentId: number | null = null) => ({
		...(await makeReply(course, thread.id, by, { parentId })),
		threadId: thread.id,
	});
	const theirs = await write(other);
	const pinned = await write(asker, theirs.id);
	await write(instructor, pinned.id);
	await editReply(pinned, text);
	await acceptReply(theirs, { by: cast.instructor, course, accepted: true });
	await voteReply(theirs.id, { by: asker, course, voted: true });
	const [block] = await blocksOf(lesson);
	const term = { source: "mark", renderings: ["记号"], meaning: "" };
	await pinReply(pinned, {
		...{ by: instructor, course, kind: "term", term, shortForm: "短。" },
		blockId: block?.id ?? null,
	});
	const own = await write(asker);
	await write(other, own.id);
	const aside = await write(other);
	const after = await write(assistant, aside.id);
	await write(asker, after.id);
	for (const one of [own, aside])
		await promoteReply(one, { by: cast.instructor, course, title: "单独成问" });
	const settles = await write(asker);
	const settled = await askHidden(cast, asker, lesson, hidden);
	await settleQuestions(settles, {
		...{ by: instructor, course, numbers: [settled.number] },
	});
	await claimQuestion(thread, { by: assistant, course, claimed: true });
	return thread;
}

/** Makes a write-first question with a reply, one under it, a check-in, and positions. */
async function makeClosed({ course }: Cast, writer: Person) {
	const asks = { positions: STANDARD, writeFirst: true };
	const question = await makeThinking(course, asks);
	const [first, below, third] = await Promise.all(
		["the name of who wrote it", "the name of who wrote below"]
			.concat("the name of who checked in")
			.map((what, i) =>
				person(`closed-${i}`, CLOSED[what as keyof typeof CLOSED], null),
			),
	);
	if (!first || !below || !third) throw new Error("Somebody is missing");
	const reply = await makeReply(course, question.id, first, {
		body: `${CLOSED["a closed reply"]} ${THIRTY}`,
		position: "yes",
	});
	await makeReply(course, question.id, below, {
		body: CLOSED["a reply under it"],
		parentId: reply.id,
	});
	await makeReply(course, question.id, third, { body: "打卡" });
	await makeReply(course, question.id, writer, {
		body: THIRTY,
		position: "no",
	});
	return question;
}

/** Makes a topic and replies that are held; one was pinned into the lesson, decided a term, was accepted and upvoted. */
async function makeHeld(cast: Cast, holder: Person, lesson: Lesson) {
	const { course, instructor, learner } = cast;
	const title = HELD["a held topic's title"];
	const body = HELD["a held topic's text"];
	const topic = await makeThread(course, holder, { title, body });
	const asked = await makeThread(course, learner, {
		kind: "question",
		lessonId: lesson.id,
	});
	const write = (what: keyof typeof HELD) =>
		makeReply(course, asked.id, holder, { body: HELD[what] });
	const reply = await write("a held reply");
	const alone = await write("a held reply without answers");
	const thinking = await makeReply(course, lesson.threadId, holder, {
		body: HELD["a held reply"],
	});
	await makeReply(course, asked.id, learner, { parentId: reply.id });
	await acceptReply(reply, { by: instructor, course, accepted: true });
	await voteReply(reply.id, { by: learner, course, voted: true });
	const [block] = await blocksOf(lesson);
	const term = { source: "held", renderings: ["扣留"], meaning: "" };
	await pinReply(reply, {
		...{ by: instructor, course, kind: "term", term, shortForm: "" },
		blockId: block?.id ?? null,
	});
	await hold("threads", [topic.id]);
	await hold("replies", [reply.id, alone.id, thinking.id]);
}

/** Staff have no button for it yet. */
const hold = (table: "threads" | "replies", ids: number[]) => sql`
	UPDATE ${fragment(table)} SET visibility = 'held', hidden_at = now(), hidden_by_staff = true
		${fragment(table === "replies" ? ", listed = under_count > 0" : "")}
	WHERE id = ANY(${ids}::int[])`;

/** Makes a course in which everything that can be hidden is, each with a mark, and all people who may or may not see it. */
export async function makeSecrets() {
	const cast = await makeCast();
	const { course, learner, other, assistant, instructor } = cast;
	const [owner, writer, holder] = await Promise.all([1, 2, 3].map(somebody));
	if (!owner || !writer || !holder) throw new Error("Somebody is missing");
	await nameOwner(owner.handle);
	await sql`SELECT setval('users_id_seq', ${ASKER_ID}, false)`;
	const asker = await person(ASKER.handle, ASKER.name, null);
	const { lesson } = await makeClosed(cast, writer);
	await makePrivate(cast, asker, lesson);
	await makeAnonymous(cast, asker, lesson);
	await makeHeld(cast, holder, lesson);
	await addSavedReply({ by: instructor, course, title: "常用", body: "好。" });
	const words = { source: "plain", renderings: ["平"], meaning: "" };
	await addTerm({ by: instructor, course, words });
	return {
		...{ visitor: null, "visitor, once more": null, learner, other, writer },
		...{ asker, holder, assistant, instructor, owner },
	};
}
