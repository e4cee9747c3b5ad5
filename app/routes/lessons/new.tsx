import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn, signedOut } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { canEditLessons } from "#app/courses/policy.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { createLesson } from "#app/lessons/commands.server.ts";
import { LessonForm } from "#app/lessons/lesson-form.tsx";
import { lessonSchema } from "#app/lessons/schema.ts";
import * as paths from "#app/paths.ts";
import { attempt, readForm } from "#app/platform/forms/form.server.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { carries: "lesson" };

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canEditLessons(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ lessons }) => lessons.add,
			course.title,
		),
		course: courseOnPage(course),
	};
}

export async function action(args: ActionFunctionArgs) {
	const { course, by } = await findCourse(args);
	const form = await readForm(args.request, lessonSchema);
	if (by.id === null) return signedOut(args, form.values);
	const instructor = signedIn(by, args);
	if (!canEditLessons(instructor)) throw forbidden();
	if (!form.ok) return form.failure;
	const { title, body, questions } = form.value;
	return attempt(form.values, counting(instructor, EDITS), async () => {
		const { number } = await createLesson(
			{ title, source: body, questions },
			{ by: instructor, course },
		);
		return redirect(paths.lesson(course.slug, number));
	});
}

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function NewLesson() {
	const { course } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { lessons } = useWords();
	return (
		<Page
			wide
			from={[paths.course(course.slug), course.title]}
			title={lessons.add}
		>
			<LessonForm
				action={paths.newLesson(course.slug)}
				submit={lessons.create}
				failure={failure}
			/>
		</Page>
	);
}
