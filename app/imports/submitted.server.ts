import { FORMATS, type Format, formatOf } from "#app/imports/format.ts";
import {
	inCourseOrder,
	isReadme,
	type NamedSource,
	parseSource,
	parseText,
} from "#app/imports/source.ts";
import { cleanLine } from "#app/imports/source-lines.ts";
import { lessonSchema } from "#app/lessons/schema.ts";
import type { Fault } from "#app/platform/forms/failure.ts";
import { faultOf } from "#app/platform/forms/fields.ts";
import { cleanText } from "#app/platform/forms/form.server.ts";

export type SubmittedDocument = NamedSource & {
	format: Format;
	text: string;
	questions: string;
	error?: Fault;
};

const NAME_MAX = 100;

const textOf = (value: FormDataEntryValue | null | undefined) =>
	typeof value === "string" ? cleanText(value) : "";

const asFormat = (value: string | undefined): Format =>
	FORMATS.find((format) => format === value) ?? "document";

/** `files`, a pasted `body` with its `format`, and a preview's `name`, `written`, `text` and `questions`. */
export async function readSubmitted(
	form: FormData,
): Promise<SubmittedDocument[]> {
	return inCourseOrder([
		...(await uploaded(form)),
		...pasted(form),
		...carried(form),
	]);
}

/** The text of a form with one document, for a sign-in in between to carry along. */
export function soleText(form: FormData): Record<string, string> {
	const [text, ...others] = [form.get("body"), ...form.getAll("text")]
		.map(textOf)
		.filter((text) => text.trim() !== "");
	if (!text || others.length > 0) return {};
	const format = asFormat(textOf(form.get("written") ?? form.get("format")));
	return { body: text, format };
}

async function uploaded(form: FormData): Promise<SubmittedDocument[]> {
	const files = form
		.getAll("files")
		// An empty file field sends a file without a name.
		.filter((file): file is File => file instanceof File && file.name !== "");
	const lessons = files.filter(
		({ name }) => files.length === 1 || !isReadme(name),
	);
	return Promise.all(
		lessons.map(async (file) => {
			const name = cleanLine(file.name).slice(-NAME_MAX);
			const bytes = new Uint8Array(await file.arrayBuffer());
			const text = cleanText(new TextDecoder().decode(bytes));
			const source = { name, ...parseSource(name, bytes) };
			return { ...asFound(source), format: formatOf(name), text };
		}),
	);
}

function pasted(form: FormData): SubmittedDocument[] {
	const text = textOf(form.get("body"));
	if (text.trim() === "") return [];
	const format = asFormat(textOf(form.get("format")));
	const source = { name: "", ...parseText(text, "", format) };
	return [{ ...asFound(source), format, text }];
}

function carried(form: FormData): SubmittedDocument[] {
	const [names, formats, questions] = ["name", "written", "questions"].map(
		(field) => form.getAll(field).map(textOf),
	);
	return form.getAll("text").map((value, i) => {
		const name = cleanLine(names?.[i] ?? "").slice(-NAME_MAX);
		const format = asFormat(formats?.[i]);
		const text = textOf(value);
		const source = { name, ...parseText(text, name, format) };
		return { ...corrected(source, questions?.[i] ?? ""), format, text };
	});
}

const asFound = (source: NamedSource) => ({
	...source,
	questions: (source.lesson?.questions ?? [])
		.map(({ text }) => text)
		.join("\n"),
});

function corrected(source: NamedSource, questions: string) {
	const { lesson } = source;
	const read = lessonSchema.shape.questions.safeParse(questions);
	if (!read.success) {
		const [issue] = read.error.issues;
		return { ...source, questions, error: issue && faultOf(issue) };
	}
	const asked = read.data
		.map((text) => ({ text: cleanLine(text), line: 1 }))
		.filter(({ text }) => text !== "");
	return {
		...source,
		questions,
		lesson: lesson && { ...lesson, questions: asked },
	};
}
