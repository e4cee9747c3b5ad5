import { beforeEach, expect, test } from "vitest";
import { zh } from "#app/words/zh.ts";
import { expectReadable } from "#tests/support/axe.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeCast, makeLesson, makeThread } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite());
const { asking, questions } = zh;

beforeEach(async () => {
	await truncateAll();
	const { course, learner } = await makeCast();
	const [first, second] = [await makeLesson(course), await makeLesson(course)];
	for (const [title, lesson] of [
		["后一课的甲", second],
		["前一课的", first],
		["后一课的乙", second],
	] as const)
		await makeThread(course, learner, {
			...{ kind: "question", title, lessonId: lesson.id },
		});
});

test.each([true, false])(
	"the list of questions is put in the order of the text, and stays so when filtered; JavaScript: %s",
	async (javaScript) => {
		const page = await open("/courses/course/questions", {
			...{ javaScript, width: 390 },
		});
		const follow = async (name: string) => {
			await page.getByRole("link", { name, exact: true }).click();
			await page
				.locator('[aria-current="true"]')
				.getByText(name, { exact: true })
				.waitFor();
		};
		const inText = ["前一课的", "后一课的甲", "后一课的乙"];
		const titles = () => page.locator(".threads h2").allTextContents();
		expect(await titles()).not.toEqual(inText);
		await follow(asking.orders.place);
		await expect.poll(titles).toEqual(inText);
		await expectReadable(page);
		await follow(questions.filters.waiting);
		expect(await titles()).toEqual(inText);
		expect(new URL(page.url()).search).toBe("?filter=waiting&order=place");
		await follow(asking.orders.wanted);
		expect(new URL(page.url()).search).toBe("?filter=waiting");
	},
);
