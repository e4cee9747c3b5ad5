import { Worker } from "node:worker_threads";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createCourse } from "#app/courses/commands.server.ts";
import { listNotesToCheck } from "#app/notes/queries.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { zh } from "#app/words/zh.ts";
import {
	blocksOf,
	type Lesson,
	makeNote,
	rewriteLesson,
	useCast,
} from "#tests/support/cast.ts";
import { makeNoteToCheck, PARAGRAPHS } from "#tests/support/notes.ts";
import { deskAs, lessonAs } from "#tests/support/pages.ts";
import { makeChance } from "#tests/support/random.ts";

const cast = useCast();
let lesson: Lesson;
let reply: { id: number; threadId: number };
let second: { id: number };

beforeEach(async () => {
	({ lesson, reply, second } = await makeNoteToCheck(cast));
});

const pin = (blockId: number) =>
	makeNote(cast.course, reply, cast.instructor, { blockId });

const rewrite = (source: string) => rewriteLesson(cast.course, lesson, source);

const toCheck = async () => (await deskAs(cast.assistant)).notesToCheck;

describe("a note", () => {
	it("needs no check while its paragraph and reply stay the same", async () => {
		await rewrite(`${PARAGRAPHS}\n\n第四段。`);
		await rewrite(PARAGRAPHS.replace("规模", "尺寸"));
		expect(await toCheck()).toEqual([]);
	});

	it("is on the desk with both wordings after its paragraph was reworded, and says so in the margin", async () => {
		await rewrite(PARAGRAPHS.replace("说涌现", "谈突现"));
		expect(await toCheck()).toMatchObject([
			{
				replyId: reply.id,
				kind: "answer",
				shortForm: "页边一句。",
				lessonNumber: lesson.number,
				blockId: second.id,
				isChanged: true,
				isGone: false,
				isEdited: false,
				beforeHtml: "第二段说涌现。",
				changes: expect.arrayContaining([
					{ is: "gone", html: "说涌现" },
					{ is: "new", html: "谈突现" },
				]),
			},
		]);
		const { notes } = await lessonAs(null, lesson.number);
		expect(notes[0]?.html).toContain(zh.notes.textChanged);
		expect(notes[0]?.html).not.toContain(zh.lessons.noteEdited);
	});

	it("is on the desk with its old paragraph after that is gone", async () => {
		await rewrite("第一段说规模。\n\n第三段说预测。");
		expect(await toCheck()).toMatchObject([
			{ isGone: true, isChanged: false, beforeHtml: "第二段说涌现。" },
		]);
		expect((await lessonAs(null, lesson.number)).notes).toEqual([]);
	});

	it("is on the desk after its reply was edited", async () => {
		await editReply(reply, {
			...{ by: cast.learner, course: cast.course },
			...{ body: "改了 1 次。", version: 1 },
		});
		expect(await toCheck()).toMatchObject([
			{
				...{ isEdited: true, isChanged: false, isGone: false },
				changes: null,
				replyChanges: expect.arrayContaining([
					{ is: "new", html: expect.stringContaining("1") },
				]),
			},
		]);
	});

	it("shows old and new wordings as text, with formulas typeset", async () => {
		const said =
			"第二段说**涌现**，见[前文](https://example.com)与 $x\\approx6$。";
		const { course, learner: by } = cast;
		const edit = (body: string, version: number) =>
			editReply(reply, { by, course, body, version });
		await rewrite(PARAGRAPHS.replace("第二段说涌现。", said));
		await edit(said, 1);
		await pin(second.id);
		await rewrite(
			PARAGRAPHS.replace(
				"第二段说涌现。",
				said.replace("前", "后").replace("6", "7"),
			),
		);
		await edit(said.replaceAll("*", ""), 2);
		const [note] = await toCheck();
		const [was, is] = [6, 7].map((value) =>
			expect.stringMatching(`^<math>.*<mn>${value}</mn>.*</math>$`),
		);
		expect(note?.beforeHtml).toMatch(
			/^第二段说涌现，见前文与 <math>.*<\/math>。$/,
		);
		expect(note?.changes).toEqual([
			{ is: "same", html: "第二段说涌现，见" },
			{ is: "gone", html: "前文" },
			{ is: "new", html: "后文" },
			{ is: "same", html: "与 " },
			{ is: "gone", html: was },
			{ is: "new", html: is },
			{ is: "same", html: "。" },
		]);
		expect(note?.replyChanges).toEqual([
			{ is: "same", html: note?.beforeHtml },
		]);
	});

	it("has its old wordings rendered once, until one changes again", async () => {
		await rewrite(PARAGRAPHS.replace("说涌现", "谈突现"));
		await editReply(reply, {
			...{ by: cast.learner, course: cast.course },
			...{ body: "改了 1 次。", version: 1 },
		});
		const [seen] = await toCheck();
		const rendered = vi.spyOn(Worker.prototype, "postMessage");
		expect(await toCheck()).toEqual([seen]);
		expect(rendered).not.toHaveBeenCalled();
		rendered.mockRestore();
		await rewrite(PARAGRAPHS.replace("说涌现", "谈规模"));
		const [again] = await toCheck();
		expect(again?.changes).toContainEqual({ is: "new", html: "谈规模" });
		expect(again?.changes).not.toEqual(seen?.changes);
	});

	it("is on no other course's desk", async () => {
		await rewrite(PARAGRAPHS.replace("说涌现", "谈突现"));
		const other = await createCourse({
			slug: "other",
			title: "别的课",
			description: "",
		});
		expect(await listNotesToCheck(other)).toEqual([]);
	});
});

describe("a note of a lesson that changes again and again", () => {
	it("never shows beside another wording without saying so, through a hundred edits", async () => {
		const chance = makeChance(20261124);
		let wording = "第二段说涌现。";
		let paragraphs = PARAGRAPHS.split("\n\n");
		for (let edit = 0; edit < 100; edit += 1) {
			const at = chance.below(paragraphs.length);
			paragraphs = chance.one([
				() => paragraphs.toSpliced(at, 1),
				() => paragraphs.toSpliced(at, 0, `新的一段，编号 ${edit}。`),
				() => paragraphs.with(at, `${paragraphs[at]}补一句 ${edit}。`),
				() => paragraphs.toSorted(() => chance.below(3) - 1),
				() => PARAGRAPHS.split("\n\n"),
			])();
			if (paragraphs.length === 0) paragraphs = ["只剩这一段。"];
			await rewrite(paragraphs.join("\n\n"));
			const { notes, blocks } = await lessonAs(null, lesson.number);
			const [note] = notes;
			const block = blocks.find(({ id }) => id === note?.blockId);
			const says = block?.html?.replace(/<[^>]+>/g, "").trim();
			const stands = note && !note.html?.includes(zh.notes.textChanged);
			if (stands) expect(says).toBe(wording);
			const [listed] = await listNotesToCheck(cast.course);
			expect(listed?.before).toBe(stands ? undefined : wording);
			// Staff move a note whose paragraph is gone.
			if (note) continue;
			const now = await blocksOf(lesson);
			const next = chance.one(now);
			await pin(next.id);
			wording = next.text;
		}
	}, 60_000);
});
