import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { createCourse } from "#app/courses/commands.server.ts";
import type { Course } from "#app/courses/queries.server.ts";
import { addTerm } from "#app/glossary/commands.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { nameOwner, nameRole } from "#app/members/commands.server.ts";
import { LOCALE } from "#app/platform/language.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { addSavedReply } from "#app/saved-replies/commands.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import {
	blocksOf,
	makeLesson,
	makeNote,
	makeReply,
	makeThread,
	type Person,
	person,
} from "#tests/support/cast.ts";
import { sourceOf } from "#tests/support/documents.ts";
import { useSite } from "#tests/support/site.ts";
import { fill, listPages } from "#tests/support/site-map.ts";

const open = useBrowser(useSite());
const COURSE = "/courses/forum";

const MISSING = "/no-such-page";

let instructor: Person;
let found: Found;

// All text by people is English here, so any Chinese on an English page comes from the interface.
beforeAll(async () => {
	const course = await createCourse({
		slug: "forum",
		title: "Reading models",
		description: "Ten lessons.",
	});
	instructor = await person("gardner", "Gardner", "instructor");
	const learner = await person("louise", "Louise", "learner");
	for (const { handle, role } of [instructor, learner])
		if (role) await nameRole(handle, { by: null, course: course, role: role });
	await nameOwner(instructor.handle);
	found = await makeForum(course, learner);
});

type Found = Awaited<ReturnType<typeof makeForum>>;

/** Makes one of everything that a page can show. */
async function makeForum(course: Course, learner: Person) {
	const lesson = await makeLesson(course, {
		title: "Emergence",
		source: "A paragraph.\n\n## Thinking questions\n\nOne more.",
		questions: ["Is the step real?"],
	});
	const question = await makeThread(course, learner, {
		kind: "question",
		title: "Why a step",
		body: "Please.",
		lessonId: lesson.id,
	});
	const write = (threadId: number, by: Person, body: string) =>
		makeReply(course, threadId, by, { body });
	const reply = await write(question.id, instructor, "Yes and no.");
	await editReply(reply, {
		by: instructor,
		course,
		body: "Mostly no.",
		version: 1,
	});
	await write(question.id, learner, "Which?");
	const [block] = await blocksOf(lesson);
	const noted = await write(lesson.threadId, instructor, "Read it twice.");
	await makeNote(course, { ...noted, threadId: lesson.threadId }, instructor, {
		kind: "remark",
		blockId: block?.id ?? null,
	});
	await write(lesson.threadId, learner, "Could someone explain the step?");
	await makeThread(course, learner, { title: "A topic", body: "Say." });
	const announcement = await makeThread(course, instructor, {
		kind: "announcement",
		title: "Welcome",
		body: "Read.",
	});
	const imported = await makeThread(course, learner, {
		kind: "question",
		title: "An old one",
		body: "Why?",
	});
	await sql`UPDATE threads SET author_id = NULL, imported_name = 'Old friend' WHERE id = ${imported.id}`;
	const words = { source: "step", renderings: ["jump"], meaning: "" };
	await addTerm({ by: instructor, course, words });
	const saved = { title: "Thanks", body: "Thank you." };
	await addSavedReply({ by: instructor, course, ...saved });
	const document = sourceOf("# A second lesson\n\nSome text.", "second.md");
	await importLessons([document], { slug: course.slug, byId: instructor.id });
	const [ids] = await sql<
		Record<"thinking" | "term" | "saved" | "brought", number>
	>`
		SELECT (SELECT number FROM threads WHERE kind = 'thinking') AS thinking,
			(SELECT id FROM terms) AS term, (SELECT id FROM saved_replies) AS saved,
			(SELECT id FROM imports) AS brought`;
	if (!ids) throw new Error("Nothing was written");
	const texts = { lesson, block, question, reply, announcement, imported };
	return { ...ids, ...texts };
}

/** Text, labels and titles of the page, without parts marked as another language. */
const said = (page: Page) =>
	page.evaluate(() => {
		const texts = [document.title];
		const collect = (node: Node) => {
			if (node instanceof Text) texts.push(node.data);
			if (!(node instanceof Element)) return;
			const { lang } = document.documentElement;
			if (
				node.closest("[lang]")?.getAttribute("lang") !== lang ||
				node.matches("script, style")
			)
				return;
			for (const name of ["title", "aria-label", "placeholder", "alt"])
				texts.push(node.getAttribute(name) ?? "");
			node.childNodes.forEach(collect);
		};
		collect(document.body);
		return texts.map((text) => text.trim()).filter(Boolean);
	});

const LEAK =
	/undefined|\[object|=>|\bNaN\b|^(?:threads|lessons|courses|forms|errors|imports)\.\w/;
const HAN = /\p{Script=Han}|[，。：；？！「」（）]/u;
/** Chinese that English pages show on purpose: the site's names, the language's own, the heading for an import. */
const NAMED = /研讨 · Seminar|中文|思考题/g;

/** The addresses of each page in the site map, plus those for some kinds of thread and reply. */
const AT: Record<string, (found: Found) => Record<string, number>> = {
	"/courses/:course/threads/:number/edit": ({ announcement }) => ({
		"threads/:number": announcement.number,
	}),
	"/courses/:course/threads/:number/settings": ({ thinking }) => ({
		"threads/:number": thinking,
	}),
	"/courses/:course/threads/:number/title": ({ imported }) => ({
		"threads/:number": imported.number,
	}),
};

async function listAddresses(found: Found) {
	const ids = {
		"people/:handle": "louise",
		"courses/:course": "forum",
		"lessons/:number": found.lesson.number,
		"threads/:number": found.question.number,
		"replies/:id": found.reply.id,
		"glossary/:id": found.term,
		"saved-replies/:id": found.saved,
		"imports/:id": found.brought,
	};
	const pages = listPages().map(({ path }) => {
		const values = Object.entries({ ...ids, ...AT[path]?.(found) });
		const texts = values.map(([name, value]) => [name, String(value)]);
		const query = path.endsWith("lessons/:number/note")
			? `?block=${found.block?.id}`
			: "";
		return fill(path, Object.fromEntries(texts)).path + query;
	});
	const threads = [1, 2, 3, 4, 5].map((n) => `${COURSE}/threads/${n}`);
	return [...pages, "/people/gardner", ...threads, `${threads[0]}?sort=newest`];
}

test.each(["en", "zh"] as const)(
	"every page is only in %s, and in a course has the course's bar",
	async (language) => {
		for (const as of language === "en" ? [null, instructor] : [instructor]) {
			const page = await open("/", { as, language, javaScript: false });
			for (const path of await listAddresses(found)) {
				const answer = await page.goto(path);
				if (as)
					expect(answer?.status(), path).toBe(path === MISSING ? 404 : 200);
				if (as && path.startsWith(COURSE))
					expect(await page.locator(".course-bar").count(), path).toBe(1);
				const given = await page.locator("html").getAttribute("lang");
				expect(given, path).toBe(LOCALE[language]);
				const texts = await said(page);
				const leaks = texts.filter((text) => LEAK.test(text));
				expect(leaks, path).toEqual([]);
				const chinese = texts.filter((text) =>
					HAN.test(text.replace(NAMED, "")),
				);
				if (language === "en") expect(chinese, path).toEqual([]);
				else expect(chinese.length, path).toBeGreaterThan(10);
			}
		}
	},
);
