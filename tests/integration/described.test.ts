import { describe, expect, it } from "vitest";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { siteUrl } from "#app/platform/env.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { acceptReply } from "#app/replies/answers.server.ts";
import * as coursePage from "#app/routes/courses/show.tsx";
import * as glossaryPage from "#app/routes/glossary/index.tsx";
import * as lessonPage from "#app/routes/lessons/show.tsx";
import * as threadPage from "#app/routes/threads/show.tsx";
import { zh } from "#app/words/zh.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	type Person,
	useCast,
} from "#tests/support/cast.ts";
import {
	type Args,
	argsOf,
	atLesson,
	atThread,
	inCourse,
} from "#tests/support/requests.ts";
import { makeThinking, STANDARD, THIRTY } from "#tests/support/thinking.ts";

const cast = useCast();

type Page = { loader: (args: Args) => Promise<unknown> };
type Place = { path: string; params?: Record<string, string> };

/** What the page adds to its document's head. */
async function headAt(
	{ loader }: Page,
	place: Place,
	by: Person | null = null,
) {
	const args = await argsOf({ by, ...place });
	await loader(args);
	const { head = "" } = args.context;
	const [, data] = /<script [^>]*>(.*?)<\/script>/.exec(head) ?? [];
	return {
		head,
		canonical: /rel="canonical" href="([^"]*)"/.exec(head)?.[1],
		description: /name="description" content="([^"]*)"/.exec(head)?.[1],
		title: /property="og:title" content="([^"]*)"/.exec(head)?.[1],
		data: data && JSON.parse(data),
	};
}

const ofThread = (number: number, query = "", by: Person | null = null) =>
	headAt(threadPage, atThread(number, query), by);

describe("for other sites", () => {
	it("a lesson says its title, first sentences and address", async () => {
		const { number } = await makeLesson(cast.course, {
			source: "## 开头\n\n这一课讲 $N$ 的规模。\n\n后面还有。",
		});
		const { head, ...said } = await headAt(
			lessonPage,
			atLesson(number, "?sort=newest"),
		);
		expect(said).toEqual({
			canonical: `${siteUrl}/courses/course/lessons/${number}`,
			description: "这一课讲 N 的规模。",
			title: "涌现 · 课程",
			data: undefined,
		});
		expect(head).toContain('property="og:site_name" content="研讨"');
		expect(head).toContain(
			`href="${siteUrl}/courses/course/lessons/${number}/feed.atom"`,
		);
		expect(head).toContain('property="og:locale" content="zh_CN"');
	});

	it("a lesson that is not shown says only its course", async () => {
		const { course, instructor } = cast;
		const lesson = await makeLesson(course);
		await publishLesson(lesson, "hide", { by: instructor, course });
		const place = atLesson(lesson.number);
		const said = await headAt(lessonPage, place, instructor);
		expect(said.title).toBe("课程");
		expect(said.head).not.toMatch(/涌现|开头一段/);
	});

	it("a course and its glossary say what they are", async () => {
		await sql`UPDATE courses SET description = '讲 <模型>。'`;
		const course = await headAt(coursePage, inCourse("?page=2"));
		expect(course.description).toBe("讲 &lt;模型&gt;。");
		expect(course.canonical).toBe(`${siteUrl}/courses/course?page=2`);
		const glossary = await headAt(glossaryPage, inCourse("/glossary"));
		expect(glossary.description).toBe(zh.glossary.about);
		expect(glossary.canonical).toBe(`${siteUrl}/courses/course/glossary`);
	});

	it("a thread keeps its page in its address, but not its order", async () => {
		const { course, learner } = cast;
		const { id, number } = await makeThread(course, learner);
		for (let n = 0; n < 21; n++) await makeReply(course, id, learner);
		const path = `${siteUrl}/courses/course/threads/${number}`;
		const { canonical } = await ofThread(number, "?sort=newest&page=2");
		expect(canonical).toBe(`${path}?page=2`);
		expect((await ofThread(number, "?sort=oldest")).canonical).toBe(path);
	});

	it("a private, held or removed thread says only its course, even to its author", async () => {
		const { course, learner } = cast;
		const words = { title: "秘密的题目", body: "秘密的正文。" };
		const asked = await makeThread(course, learner, {
			...{ ...words, kind: "question", isPrivate: true },
		});
		const held = await makeThread(course, learner, words);
		await sql`UPDATE threads SET visibility = 'held', hidden_at = now() WHERE id = ${held.id}`;
		for (const { number } of [asked, held]) {
			const said = await ofThread(number, "", learner);
			expect(said.title).toBe("课程");
			expect(said.data).toBeUndefined();
			expect(said.head).not.toMatch(/秘密|feed\.atom/);
		}
	});
});

describe("in the words of schema.org", () => {
	it("an answered question is a page of questions and answers", async () => {
		const { course, learner, other, assistant } = cast;
		const { id, number } = await makeThread(course, learner, {
			...{ kind: "question", title: "为什么 </script>？", body: "想问问。" },
		});
		const best = await makeReply(course, id, assistant, { body: "因为这样。" });
		await makeReply(course, id, other, { body: "我猜的。" });
		await acceptReply(best, { by: learner, course, accepted: true });
		const { data, head } = await ofThread(number);
		expect(head.match(/<\/script>/g)).toHaveLength(1);
		expect(data).toMatchObject({
			"@context": "https://schema.org",
			"@type": "QAPage",
			mainEntity: {
				"@type": "Question",
				name: "为什么 </script>？",
				text: "想问问。",
				answerCount: 2,
				author: { name: learner.name },
				acceptedAnswer: [
					{ text: "因为这样。", author: { name: assistant.name } },
				],
				suggestedAnswer: [{ text: "我猜的。", author: { name: other.name } }],
			},
		});
		expect(data.mainEntity.acceptedAnswer[0].url).toBe(
			`${siteUrl}/courses/course/threads/${number}#reply-${best.id}`,
		);
	});

	it("a topic, and a question without an answer, are posts in a forum", async () => {
		const { course, learner } = cast;
		for (const kind of ["topic", "question"] as const) {
			const { number } = await makeThread(course, learner, { kind });
			expect((await ofThread(number)).data).toMatchObject({
				"@type": "DiscussionForumPosting",
				headline: "一个话题",
				text: "说说看。",
				author: { name: learner.name },
			});
		}
	});

	it("who asked anonymously has no name, even for themselves and for staff", async () => {
		const { course, learner, instructor } = cast;
		const { id, number } = await makeThread(course, learner, {
			...{ kind: "question", isAnonymous: true },
		});
		await makeReply(course, id, learner, { body: "补充一句。" });
		for (const by of [null, learner, instructor]) {
			const { head, data } = await ofThread(number, "", by);
			expect(head).not.toContain(learner.name);
			expect(head).not.toContain(learner.handle);
			const { author, suggestedAnswer } = data.mainEntity;
			const [answer] = suggestedAnswer;
			for (const said of [author, answer.author])
				expect(said).toEqual({ "@type": "Person", name: zh.threads.anonymous });
		}
	});

	it("the closed replies of a write-first question are not among them", async () => {
		const { course, other } = cast;
		const question = await makeThinking(course, {
			...{ positions: STANDARD, writeFirst: true },
		});
		await makeReply(course, question.id, other, {
			...{ body: `秘密 ${THIRTY}`, position: "yes" },
		});
		expect((await ofThread(question.number)).head).not.toContain("秘密");
	});
});
