import { randomUUID } from "node:crypto";
import type {
	ActionFunctionArgs,
	LoaderFunctionArgs,
	MetaFunction,
} from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
	requireViewer,
	signedIn,
	signedOut,
} from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { isStaff } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { findLessonId, listLessonLinks } from "#app/lessons/queries.server.ts";
import { attempt, failed, readForm } from "#app/platform/forms.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { limited } from "#app/platform/rate-limit.server.ts";
import { startThread } from "#app/threads/commands.server.ts";
import { canStartThread, STARTED_KINDS } from "#app/threads/policy.ts";
import { threadSchema } from "#app/threads/schema.ts";
import { DraftField } from "#app/ui/draft-field.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await requireViewer(args);
	const { course, by } = await findCourse(args);
	const { searchParams } = new URL(args.request.url);
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.start,
			course.title,
		),
		course,
		handle: viewer.handle,
		kinds: STARTED_KINDS.filter((kind) => canStartThread(by, kind)),
		kind: searchParams.get("kind") ?? "",
		lesson: searchParams.get("lesson") ?? "",
		lessons: await listLessonLinks(course.id),
		submissionId: randomUUID(),
	};
}

export async function action(args: ActionFunctionArgs) {
	const { course, by } = await findCourse(args);
	const form = await readForm(args.request, threadSchema);
	if (by.id === null) return signedOut(args, form.values);
	const author = signedIn(by, args);
	if (!form.ok) return form.failure;
	const { values, value } = form;
	if (!canStartThread(author, value.kind))
		return failed(values, 403, { errors: { kind: "kindForbidden" } });
	const lessonId =
		value.lesson && (await findLessonId(course.id, value.lesson));
	if (lessonId === undefined)
		return failed(values, 422, { errors: { lesson: "lessonUnknown" } });
	const staff = isStaff(author.role);
	const retryAfter =
		(await limited("repliesAMinute", author.id, { staff })) ??
		(await limited("repliesADay", author.id, { staff }));
	if (retryAfter)
		return failed(values, 429, { refusal: "tooFast", retryAfter });
	return attempt(values, async () => {
		const { number } = await startThread({
			...value,
			by: author,
			course,
			lessonId,
		});
		return redirect(`/courses/${course.slug}/threads/${number}`);
	});
}

export { shouldRevalidate } from "#app/platform/revalidate.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data?.pageTitle ?? "" },
];

export default function NewThread() {
	const data = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { threads } = useWords();
	const path = `/courses/${data.course.slug}/threads`;
	const kept = failure?.values ?? {};
	const draftKey = `${data.handle} ${path}/new`;
	return (
		<main id="main" className="narrow">
			<p className="muted">
				<a className="link" href={path}>
					{data.course.title}
				</a>
			</p>
			<h1>{threads.start}</h1>
			<WritingForm
				action={`${path}/new`}
				draftKey={draftKey}
				label={threads.body}
				submit={threads.publish}
				initial={kept.body}
				hidden={{ submissionId: kept.submissionId ?? data.submissionId }}
				failure={failure}
				rows={10}
			>
				<SelectField
					label={threads.kind}
					name="kind"
					defaultValue={kept.kind ?? data.kind}
					error={failure?.errors.kind}
					options={data.kinds.map((kind) => ({
						value: kind,
						label: threads.startHints[kind],
					}))}
				/>
				<SelectField
					label={threads.lesson}
					name="lesson"
					defaultValue={kept.lesson ?? data.lesson}
					error={failure?.errors.lesson}
					options={[
						{ value: "", label: threads.noLesson },
						...data.lessons.map(({ number, title }) => ({
							value: String(number),
							label: `${threads.lessonNumber(number)} ${title}`,
						})),
					]}
				/>
				<DraftField
					label={threads.title}
					name="title"
					draftKey={`${draftKey} title`}
					begun={kept.title}
					error={failure?.errors.title}
					autoComplete="off"
				/>
			</WritingForm>
		</main>
	);
}
