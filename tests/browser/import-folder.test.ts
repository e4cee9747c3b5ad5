import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { imports } from "#app/words/zh/imports.ts";
import { useBrowser } from "#tests/support/browser.ts";
import { useCast } from "#tests/support/cast.ts";
import { useSite } from "#tests/support/site.ts";

const openPage = useBrowser(useSite());
const cast = useCast();
const IMPORT = "/courses/course/import";

let folder: string;

beforeEach(async () => {
	folder = join(await mkdtemp(join(tmpdir(), "chosen-")), "book");
	const files = {
		"SUMMARY.md": "- [乙](b/b.md)\n- [甲](a.md)",
		"a.md": "# 甲\n\n见[乙](b/b.md)。",
		"b/b.md": "# 乙\n\n文。",
		"c.ipynb": "{}",
		"pic.png": "x".repeat(6 * 1024 * 1024),
	};
	for (const [name, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, name)), { recursive: true });
		await writeFile(join(folder, name), text);
	}
});

afterEach(() => rm(dirname(folder), { recursive: true }));

test("a whole folder is imported in its order and with its links, without its pictures", async () => {
	const page = await openPage(IMPORT, { as: cast.instructor });
	await page.getByLabel(imports.folder).setInputFiles(folder);
	await page.getByText("book", { exact: true }).waitFor();
	await page.getByRole("button", { name: imports.preview }).click();
	await page.getByRole("heading", { name: "乙" }).waitFor();
	const titles = await page.locator(".report h2").allTextContents();
	expect(titles).toEqual(["c.ipynb", "乙", "甲"]);
	await page.getByRole("button", { name: imports.submit }).click();
	await page.getByText(imports.steps.done).first().waitFor();
	await page.goto(new URL("/courses/course", page.url()).href);
	await page.getByRole("link", { name: "甲", exact: true }).first().click();
	await page.getByRole("link", { name: "乙", exact: true }).first().click();
	await page.getByRole("heading", { name: "乙" }).first().waitFor();
});

test("without scripts too, as far as it is small enough", async () => {
	await rm(join(folder, "pic.png"));
	const page = await openPage(IMPORT, {
		as: cast.instructor,
		javaScript: false,
	});
	await page.getByLabel(imports.folder).setInputFiles(folder);
	await page.getByRole("button", { name: imports.preview }).click();
	const titles = await page.locator(".report h2").allTextContents();
	expect(titles).toEqual(["c.ipynb", "乙", "甲"]);
});
