import { describe, expect, it } from "vitest";
import { publishCourse } from "#app/courses/publishing.server.ts";
import { publishLesson } from "#app/lessons/publishing.server.ts";
import { siteUrl } from "#app/platform/env.server.ts";
import { sql } from "#app/platform/postgres/db.server.ts";
import { loader } from "#app/routes/sharing/site-map.ts";
import { element, escapeXml } from "#app/sharing/xml.ts";
import {
	makeLesson,
	makeReply,
	makeThread,
	useCast,
} from "#tests/support/cast.ts";
import { argsOf, ask } from "#tests/support/requests.ts";

const cast = useCast();

const read = async (path = "/sitemap.xml") => {
	const answer = await loader(await argsOf({ by: null, path }));
	return answer.text();
};

const placesIn = (map: string) =>
	[...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, at = ""]) => {
		expect(at.startsWith(`${siteUrl}/`)).toBe(true);
		return at.slice(siteUrl.length);
	});

const hold = (id: number) =>
	sql`UPDATE threads SET visibility = 'held', hidden_at = now() WHERE id = ${id}`;

describe("the site map", () => {
	it("lists courses, lessons and threads that everybody may see, and no others", async () => {
		const { course, learner } = cast;
		const lesson = await makeLesson(course);
		const shown = await makeThread(course, learner);
		const asked = await makeThread(course, learner, {
			...{ kind: "question", isAnonymous: true },
		});
		await makeThread(course, learner, { kind: "question", isPrivate: true });
		await hold((await makeThread(course, learner)).id);
		const gone = await makeLesson(course, { title: "另一课" });
		await publishLesson(gone, "hide", { by: cast.instructor, course });
		const map = await read();
		expect(placesIn(map)).toEqual([
			...["/", "/courses/course", "/courses/course/glossary"],
			`/courses/course/lessons/${lesson.number}`,
			...[2, shown.number, asked.number].map(
				(number) => `/courses/course/threads/${number}`,
			),
		]);
		expect(map).toMatch(
			/^<\?xml version="1\.0" encoding="utf-8"\?>\n<urlset xmlns="http:\/\/www\.sitemaps\.org\/schemas\/sitemap\/0\.9">/,
		);
	});

	it("lists nothing of a course that is not shown", async () => {
		const { course, learner, instructor } = cast;
		await makeLesson(course);
		await makeThread(course, learner);
		await publishCourse(course, "hide", { by: instructor });
		expect(placesIn(await read())).toEqual(["/"]);
	});

	it("says when a lesson or thread changed last, replies included", async () => {
		const { course, learner, other } = cast;
		const lesson = await makeLesson(course);
		const thread = await makeThread(course, learner);
		for (const id of [lesson.threadId, thread.id]) {
			await makeReply(course, id, other);
			const [{ at } = { at: new Date(0) }] = await sql<{ at: Date }>`
				SELECT max(created_at) AS at FROM replies WHERE thread_id = ${id}`;
			expect(await read()).toContain(`<lastmod>${at.toISOString()}</lastmod>`);
		}
	});

	it("of a large site is a list of its parts, each address in one of them", async () => {
		const { course, learner } = cast;
		const first = await makeThread(course, learner);
		await sql`SELECT setval('threads_id_seq', 2500)`;
		const last = await makeThread(course, learner);
		const parts = placesIn(await read());
		expect(parts).toEqual([1, 2, 3].map((n) => `/sitemap.xml?part=${n}`));
		expect(await read()).toContain("<sitemapindex ");
		const lists = await Promise.all(parts.map(read));
		expect(lists.map(placesIn)).toEqual([
			[
				...["/", "/courses/course", "/courses/course/glossary"],
				`/courses/course/threads/${first.number}`,
			],
			[],
			[`/courses/course/threads/${last.number}`],
		]);
		for (const part of ["0", "4", "x"]) {
			const path = `/sitemap.xml?part=${part}`;
			expect((await ask(loader, { by: null, path })).status).toBe(404);
		}
	});

	it("is not sent again to those who have it", async () => {
		const ask = async (known: string) => {
			const args = await argsOf({ by: null, path: "/sitemap.xml" });
			args.request.headers.set("If-None-Match", known);
			return loader(args);
		};
		const { headers } = await ask("");
		const tag = headers.get("ETag") ?? "";
		expect((await ask(`"other", ${tag}`)).status).toBe(304);
		await makeThread(cast.course, cast.learner);
		expect((await ask(tag)).status).toBe(200);
	});
});

describe("text in XML", () => {
	it("is escaped, without what XML cannot hold", () => {
		expect(escapeXml('a<b>&"c"\u0000\uD800\n')).toBe(
			"a&lt;b&gt;&amp;&quot;c&quot;\uFFFD\n",
		);
		expect(element("a", { href: "?x=1&y" }, "<b/>")).toBe(
			'<a href="?x=1&amp;y"><b/></a>',
		);
	});
});
