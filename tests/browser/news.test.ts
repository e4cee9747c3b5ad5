import { beforeEach, expect, test } from "vitest";
import { sql } from "#app/platform/postgres/db.server.ts";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeReply, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const { news } = zh;

let cast: Awaited<ReturnType<typeof makeCast>>;
let thread: Awaited<ReturnType<typeof makeThread>>;

beforeEach(async () => {
	await truncateAll();
	cast = await makeCast();
	thread = await makeThread(cast.course, cast.other);
});

const readTo = async () => {
	const [row] = await sql<{ id: number }>`
		SELECT read_to AS id FROM thread_reads WHERE user_id = ${cast.learner.id}`;
	return row?.id ?? null;
};

const reply = () => makeReply(cast.course, thread.id, cast.other);

test.each([true, false])(
	"the list says how much is new, and the discussion leads to the first of it; JavaScript: %s",
	async (javaScript) => {
		const page = await open(`/courses/course/threads/${thread.number}`, {
			...{ as: cast.learner, javaScript, width: 390 },
		});
		await expect.poll(readTo).toBe(0);
		const first = await reply();
		await reply();
		await page.goto("/courses/course/threads");
		await page.getByText(news.count(2), { exact: true }).waitFor();
		await expectReadable(page);
		await page.locator(".threads h2 a").click();
		await page.getByText(news.since(2)).waitFor();
		await expectReadable(page);
		await page.getByRole("link", { name: news.first }).click();
		await page.waitForURL(/#reply-/);
		expect(new URL(page.url()).hash).toBe(`#reply-${first.id}`);
		await expect.poll(readTo).toBeGreaterThan(first.id);
		await page.goto("/courses/course/threads");
		await page.locator(".threads h2 a").waitFor();
		expect(await page.locator(".fresh").count()).toBe(0);
	},
);

test("a discussion is shown though what was read cannot be remembered", async () => {
	await sql`ALTER TABLE thread_reads RENAME TO thread_reads_away`;
	await sql`CREATE VIEW thread_reads AS SELECT * FROM thread_reads_away`;
	await sql`CREATE RULE no_reading AS ON INSERT TO thread_reads DO INSTEAD SELECT 1 / 0`;
	try {
		const path = `/courses/course/threads/${thread.number}`;
		const page = await open(path, { as: cast.learner });
		expect(await page.locator("h1").textContent()).toBe("一个话题");
		await page.reload();
		expect(await page.locator("h1").textContent()).toBe("一个话题");
	} finally {
		await sql`DROP VIEW thread_reads`;
		await sql`ALTER TABLE thread_reads_away RENAME TO thread_reads`;
	}
});
