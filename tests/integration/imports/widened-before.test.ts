import { beforeEach, expect, it } from "vitest";
import { makeCast } from "#tests/support/cast.ts";
import { truncateAll } from "#tests/support/database.ts";
import { lessonDocument } from "#tests/support/documents.ts";
import { carried, submit } from "#tests/support/import-form.ts";

beforeEach(truncateAll);

const text = lessonDocument({ body: ["先说结论,再说原因.", "后说例子,不多."] });
const edited = text.replace("后说例子", "再说例子");

it("punctuation given back before is offered as chosen, until staff choose again", async () => {
	const { instructor } = await makeCast();
	const widths = async (given: string) =>
		(await submit(instructor, [], { "7.txt": given })).data.documents[0]
			?.widths;
	expect(await widths(text)).toEqual({ text: false, comments: false });
	await submit(instructor, [...carried(text, ""), ["widen", "text 0"]]);
	expect(await widths(edited)).toEqual({ text: true, comments: false });
	const { data } = await submit(instructor, [
		...carried(edited, "").filter(([name]) => name !== "dryRun"),
		["dryRun", "true"],
	]);
	expect(data.documents[0]?.widths).toEqual({ text: false, comments: false });
	await submit(instructor, carried(edited, ""));
	expect(await widths(text)).toEqual({ text: false, comments: false });
});
