import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn, signedOut } from "#app/accounts/guard.server.ts";
import { pageTitle, readerOf } from "#app/accounts/reader.server.ts";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { canImport } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { importLessons } from "#app/imports/commands.server.ts";
import { ImportDone } from "#app/imports/import-done.tsx";
import { ImportForm } from "#app/imports/import-form.tsx";
import { ImportList } from "#app/imports/import-list.tsx";
import { ImportPreview } from "#app/imports/import-preview.tsx";
import { documentView } from "#app/imports/preview.server.ts";
import { listImports } from "#app/imports/queries.server.ts";
import { readSubmitted, soleText } from "#app/imports/submitted.server.ts";
import { isUndecided } from "#app/imports/summary.ts";
import { keepProse } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import type { ErrorKey } from "#app/platform/forms/failure.ts";
import { attempt } from "#app/platform/forms/form.server.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

/** Of a thousand lessons, seven fields each. */
export const handle: RouteHandle = { carries: "lesson", fieldsMax: 7_000 };

async function ownCourse(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const instructor = signedIn(by, args);
	if (!canImport(instructor)) throw forbidden();
	return { course, instructor };
}

export async function loader(args: LoaderFunctionArgs) {
	const { course } = await ownCourse(args);
	return {
		pageTitle: await pageTitle(
			args,
			({ imports }) => imports.steps.choose,
			course.title,
		),
		course,
		imports: await listImports(course.id),
	};
}

/** Shows what the documents would bring in; with `dryRun=false`, brings it in. Nothing is kept in between. */
export async function action(args: ActionFunctionArgs) {
	const form = await args.request.formData().catch(() => new FormData());
	if (!(await getViewer(args))) throw await signedOut(args, soleText(form));
	const { course, instructor } = await ownCourse(args);
	const submitted = await readSubmitted(form);
	const readable = submitted.filter(({ lesson }) => lesson);
	const unread = submitted.filter(({ lesson }) => !lesson);
	const isCorrect = readable.every(({ error }) => !error);
	const dryRun = form.get("dryRun") !== "false" || !isCorrect;
	const options = { slug: course.slug, byId: instructor.id, dryRun };
	const answer = await attempt(
		{},
		() => counting(EDITS)(instructor),
		() => importLessons(readable, options),
	);
	const reports = Array.isArray(answer) ? answer : [];
	const refused = Array.isArray(answer) ? undefined : answer;
	const isOpen = dryRun || refused !== undefined || reports.some(isUndecided);
	const { language } = await readerOf(args);
	const keep = (id: string, html: string) =>
		isOpen ? keepProse(args.context, id, html) : undefined;
	const error: ErrorKey | undefined =
		submitted.length === 0
			? "fileMissing"
			: readable.length === 0
				? "fileUnreadable"
				: undefined;
	return data(
		{
			step: isOpen ? ("preview" as const) : ("done" as const),
			documents: readable.map((document, i) =>
				documentView(
					{ ...document, text: isOpen ? document.text : "" },
					{ id: `lesson-${i}`, report: reports[i], language, keep },
				),
			),
			unread: unread.map((document, i) =>
				documentView(document, { id: `unread-${i}`, language, keep }),
			),
			error,
			failure: refused?.data,
		},
		refused?.init ?? { status: error || !isCorrect ? 422 : 200 },
	);
}

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Import() {
	const { course, imports } = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const words = useRareWords().imports;
	const { slug } = course;
	const path = paths.course.import(slug);
	const step = result?.documents.length ? result.step : "choose";
	return (
		<Page
			wide
			from={[paths.course(slug), course.title]}
			title={words.steps[step]}
		>
			<FormNotice failure={result?.failure} />
			{step === "preview" && result && (
				<ImportPreview path={path} {...result} />
			)}
			{step === "done" && result && (
				<ImportDone slug={slug} path={path} {...result} />
			)}
			{step === "choose" && (
				<ImportForm
					path={path}
					error={result?.error}
					unread={result?.unread ?? []}
				/>
			)}
			{step !== "preview" && <ImportList slug={slug} imports={imports} />}
		</Page>
	);
}
