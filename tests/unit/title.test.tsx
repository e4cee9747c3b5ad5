import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Title } from "#app/ui/title.tsx";

const kept = (text: string) =>
	[
		...renderToStaticMarkup(<Title text={text} />).matchAll(
			/<span class="unbroken">(.*?)<\/span>/g,
		),
	].map(([, whole]) => whole);

it.each([
	["内存约等于3GB，这个3从哪里来？", ["3GB，", "来？"]],
	["用Transformer读图", ["Transformer"]],
	["Pearson相关系数", ["Pearson"]],
	["第12步（可跳过）", ["12", "过）"]],
	["Words of two or more", ["Words", "of", "two", "or", "more"]],
])("a title keeps words and their punctuation whole: %s", (text, expected) => {
	expect(kept(text)).toEqual(expected);
	expect(
		renderToStaticMarkup(<Title text={text} />).replace(/<[^>]+>/g, ""),
	).toBe(text);
});
