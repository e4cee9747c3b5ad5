import { siteUrl } from "#app/platform/env.server.ts";
import { action } from "#app/routes/imports/new.tsx";
import type { Person } from "#tests/support/cast.ts";
import { answerOf, cookieOf, makeContext } from "#tests/support/requests.ts";

export const params = { course: "course" };
export const path = "/courses/course/import";

type Answer = Exclude<Awaited<ReturnType<typeof action>>, Response>["data"];

/** Sends the page's form; files by name. */
export async function submit(
	by: Person | null,
	fields: [string, string][],
	files: Record<string, BlobPart> = {},
) {
	const body = new FormData();
	for (const [name, value] of fields) body.append(name, value);
	for (const [name, text] of Object.entries(files))
		body.append("files", new File([text], name));
	// As a browser sends it if no file is chosen.
	if (Object.keys(files).length === 0) body.append("files", new File([], ""));
	const headers = { Cookie: await cookieOf(by) };
	const request = new Request(new URL(path, siteUrl), {
		method: "POST",
		headers,
		body,
	});
	const context = makeContext();
	const answer = await answerOf(() => action({ request, params, context }));
	return { ...answer, data: answer.data as Answer, prose: context.prose };
}

/** As the preview of a document carries it. */
export const carried = (
	text: string,
	questions: string,
): [string, string][] => [
	["name", "7.txt"],
	["written", "document"],
	["text", text.replaceAll("\n", "\r\n")],
	["questions", questions],
	["dryRun", "false"],
];
