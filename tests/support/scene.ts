import { randomUUID } from "node:crypto";
import { addTerm } from "#app/glossary/commands.server.ts";
import { nameOwner } from "#app/members/commands.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { removeReply } from "#app/replies/commands.server.ts";
import { addSavedReply } from "#app/saved-replies/commands.server.ts";
import { removeThread } from "#app/threads/commands.server.ts";
import {
	blocksOf,
	makeCast,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	somebody,
} from "#tests/support/cast.ts";
import { fill } from "#tests/support/site-map.ts";

/** Removed texts, each different, so a leak shows which. */
export const REMOVED = {
	tombstone: "被移除的墓碑",
	unlisted: "被移除的一条",
	pinned: "被移除的置顶",
	opener: "被移除的话题",
	underOpener: "话题下的回复",
};

/** Makes a course with one of everything, some of it removed, and returns where it is. */
export async function makeScene() {
	const cast = await makeCast();
	const { course, learner, other, instructor, assistant } = cast;
	const owner = await somebody(0);
	await nameOwner(owner.handle);
	const lesson = await makeLesson(course);
	const topic = await makeThread(course, learner);
	const reply = (threadId: number, body: string, parentId?: number) =>
		makeReply(course, threadId, learner, { body, parentId });
	const standing = await reply(topic.id, "站着的回复");
	const tombstone = await reply(topic.id, REMOVED.tombstone);
	await makeReply(course, topic.id, other, { parentId: tombstone.id });
	const unlisted = await reply(topic.id, REMOVED.unlisted);
	const pinned = await reply(lesson.threadId, REMOVED.pinned);
	const [block] = await blocksOf(lesson);
	const note = { ...pinned, threadId: lesson.threadId };
	await makeNote(course, note, instructor, {
		kind: "remark",
		blockId: block?.id ?? null,
	});
	for (const { id } of [tombstone, unlisted, pinned])
		await removeReply({ id, authorId: learner.id }, { by: learner, course });
	await addTerm({
		by: instructor,
		course,
		words: { source: "emergence", renderings: ["涌现", "突现"], meaning: "" },
	});
	const [term] = await sql<{ id: number }>`SELECT id FROM terms`;
	if (!term) throw new Error("The term was not written");
	await addSavedReply({
		by: instructor,
		course,
		title: "常用",
		body: "你好。",
	});
	const [saved] = await sql<{ id: number }>`SELECT id FROM saved_replies`;
	if (!saved) throw new Error("The saved reply was not written");
	const [imported] = await sql<{ id: number }>`
		INSERT INTO imports (course_id, source, lessons, replies, problems) VALUES (${course.id}, '', 1, 0, 0) RETURNING id`;
	if (!imported) throw new Error("The import was not written");
	const hidden = await makeThread(course, learner, {
		title: REMOVED.opener,
		body: REMOVED.opener,
	});
	const under = await reply(hidden.id, REMOVED.underOpener);
	await removeThread(
		{ id: hidden.id, authorId: learner.id },
		{ by: learner, course },
	);
	return {
		...{ course, lesson, topic, hidden, term, saved, imported },
		people: { visitor: null, learner, other, assistant, instructor, owner },
		replies: { standing, tombstone, unlisted, pinned, under },
	};
}

export type Scene = Awaited<ReturnType<typeof makeScene>>;

/** A route's address for the scene's things, or with another number. */
export const placeIn = (
	scene: Scene,
	path: string,
	others: Record<string, number> = {},
) =>
	fill(path, {
		"people/:handle": scene.people.learner.handle,
		"courses/:course": scene.course.slug,
		"lessons/:number": String(scene.lesson.number),
		"imports/:id": String(scene.imported.id),
		"threads/:number": String(scene.topic.number),
		"replies/:id": String(scene.replies.standing.id),
		"glossary/:id": String(scene.term.id),
		"saved-replies/:id": String(scene.saved.id),
		...Object.fromEntries(
			Object.entries(others).map(([name, number]) => [name, String(number)]),
		),
	});

/** Every field of any form of the site, with values that make the form valid. */
export const plausibleForm = (scene: Scene): Record<string, string> => ({
	body: "一段文字。",
	title: "一个标题",
	questions: "为什么？",
	description: "介绍",
	slug: "another-course",
	submissionId: randomUUID(),
	parentId: "",
	version: "1",
	revision: "1",
	value: "1",
	pinned: "true",
	checked: "true",
	place: "1",
	wish: "hide",
	kind: "topic",
	shortForm: "短",
	source: "a word",
	rendering: "一个词",
	removed: "true",
	locked: "true",
	accepted: "true",
	claimed: "true",
	settled: "false",
	isQuestion: "true",
	text: "一句话。",
	endorsed: "true",
	solved: "true",
	read: "true",
	asks: "standard",
	proposed: "true",
	published: "true",
	promoted: "false",
	order: String(scene.lesson.number),
	handle: scene.people.other.handle,
	role: "instructor",
	name: "新名字",
	bio: "新简介",
	currentPassword: "correct horse battery",
	newPassword: "another good sentence",
	dryRun: "false",
	language: "en",
	to: "/",
});
