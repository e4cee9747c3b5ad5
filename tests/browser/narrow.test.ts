import { beforeAll, expect, test } from "vitest";
import { db } from "#app/platform/postgres/db.server.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { makeThread, person } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const open = useBrowser(useSite({ command: "demo" }));
const PHONE = { width: 390, touch: true };
const ONE_ROW = 64;

let instructor: { id: number };
let silent: number;

beforeAll(async () => {
	instructor = await db.user.findUniqueOrThrow({ where: { handle: "guxing" } });
	const course = await db.course.findFirstOrThrow();
	const learner = await person("quiet", "静", null);
	const title = "很长的一个没有停顿的句子，后面还有问号？";
	silent = (await makeThread(course, learner, { title })).number;
});

test.each(["zh", "en"] as const)(
	"the header is one row on a phone: %s",
	async (language) => {
		const page = await open("/", { ...PHONE, as: instructor, language });
		const bar = await page.locator(".bar").boundingBox();
		expect(bar?.height).toBeLessThan(ONE_ROW);
		await page.goto("/settings");
		await page.locator('main [action="/sign-out"]').waitFor();
	},
);

test.each([
	["zh", 390],
	["en", 390],
	["zh", 320],
	["en", 320],
] as const)(
	"every menu opens within the screen: %s, %i px",
	async (language, width) => {
		for (const lesson of [1, 3]) {
			const page = await open(`/courses/llm/lessons/${lesson}`, {
				...PHONE,
				width,
				as: instructor,
				language,
			});
			const menus = await page.locator("details").evaluateAll((folds) => {
				// Of one name only one would stay open.
				for (const fold of folds) {
					fold.removeAttribute("name");
					fold.setAttribute("open", "");
				}
				return [...document.querySelectorAll(".menu-items")].map((items) => {
					const { left, right } = items.getBoundingClientRect();
					return { left, right };
				});
			});
			expect(menus.length).toBeGreaterThan(5);
			expect(
				menus.filter(({ left, right }) => left < 0 || right > width),
			).toEqual([]);
		}
	},
);

test("no line begins with punctuation after a formula", async () => {
	for (const lesson of [1, 2, 3]) {
		const page = await open(`/courses/llm/lessons/${lesson}`, PHONE);
		const begun = await page.locator(".text math").evaluateAll((formulas) =>
			formulas.flatMap((formula) => {
				const next = formula.nextSibling;
				if (!(next instanceof Text) || !/^[，。；：、）]/.test(next.data))
					return [];
				const range = document.createRange();
				range.setStart(next, 0);
				range.setEnd(next, 1);
				const { left } = range.getBoundingClientRect();
				return left < formula.getBoundingClientRect().right - 1
					? [next.data]
					: [];
			}),
		);
		expect(begun, String(lesson)).toEqual([]);
	}
});

test("a thread without replies offers no orders", async () => {
	const page = await open(`/courses/llm/threads/${silent}`, PHONE);
	await page.locator("#replies").waitFor();
	expect(await page.locator(".sort").count()).toBe(0);
});

test("a finger reaches the button to ask, which is clear of the notes", async () => {
	const page = await open("/courses/llm/lessons/3", PHONE);
	const found = await page.locator(".asks .ask:visible").evaluateAll((marks) =>
		marks.map((mark) => {
			mark.scrollIntoView({ block: "center" });
			const { left, right, top, bottom } = mark.getBoundingClientRect();
			const middle = (top + bottom) / 2;
			const met = [-21, 21].every((by) =>
				[left + 1, right - 1].every(
					(x) => document.elementFromPoint(x, middle + by) === mark,
				),
			);
			const notes = mark.closest(".annotated")?.querySelector(".notes");
			const gap = notes ? notes.getBoundingClientRect().top - bottom : null;
			return { met, width: right - left, gap };
		}),
	);
	expect(found.filter(({ met, width }) => !met || width < 44)).toEqual([]);
	const gaps = found.flatMap(({ gap }) => gap ?? []);
	expect(gaps.length).toBeGreaterThan(0);
	expect(Math.min(...gaps)).toBeGreaterThan(4);
});

test("no line of a title begins with punctuation, however long its phrases are", async () => {
	const page = await open(`/courses/llm/threads/${silent}`, {
		...PHONE,
		width: 320,
	});
	const beginnings = await page.locator("h1").evaluate((title) => {
		const lineStarts = () => {
			const range = document.createRange();
			const texts = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
			const starts: string[] = [];
			let top = Number.NEGATIVE_INFINITY;
			for (let text = texts.nextNode(); text; text = texts.nextNode())
				for (let i = 0; i < (text.textContent ?? "").length; i += 1) {
					range.setStart(text, i);
					range.setEnd(text, i + 1);
					const place = range.getClientRects()[0];
					if (!place || place.top < top + 20) continue;
					top = place.top;
					starts.push(String(range));
				}
			return starts;
		};
		// Wherever the line happens to end.
		return Array.from({ length: 60 }, (_, step) => {
			title.style.width = `${200 + step}px`;
			return lineStarts();
		});
	});
	expect(beginnings.every((starts) => starts.length > 1)).toBe(true);
	expect(beginnings.flat()).not.toContain("，");
	expect(beginnings.flat()).not.toContain("？");
});

test.each([
	"/courses/llm",
	"/courses/llm/lessons/3",
	"/courses/llm/threads/13",
	"/courses/llm/questions",
	"/courses/llm/desk",
	"/courses/llm/glossary",
	"/people/xuyan",
])("what a finger meets is 24 px high and wide: %s", async (path) => {
	const page = await open(path, { ...PHONE, as: instructor });
	const small = await page.locator("main").evaluate((main) => {
		const reach = (
			it: Element,
			x: number,
			y: number,
			dx: number,
			dy: number,
		) => {
			let far = 0;
			const meets = () => {
				const met = document.elementFromPoint(x + far * dx, y + far * dy);
				return met !== null && it.contains(met);
			};
			while (far < 24 && meets()) far++;
			return far;
		};
		return [...main.querySelectorAll("a[href], button, summary")]
			.filter(
				(it) =>
					it.checkVisibility() && !it.closest(".prose :is(p, li):not(.asks)"),
			)
			.flatMap((it) => {
				it.scrollIntoView({ block: "center" });
				const [line] = it.getClientRects();
				if (!line) return [];
				const [x, y] = [line.x + line.width / 2, line.y + line.height / 2];
				const high = reach(it, x, y, 0, -1) + reach(it, x, y, 0, 1) - 1;
				const wide = reach(it, x, y, -1, 0) + reach(it, x, y, 1, 0) - 1;
				return high < 24 || wide < 24
					? [`${it.textContent} ${wide} x ${high}`]
					: [];
			});
	});
	expect(small).toEqual([]);
});
