import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { canEditLessons } from "#app/courses/policy.ts";
import { editLesson } from "#app/lessons/commands.server.ts";
import { LessonForm } from "#app/lessons/lesson-form.tsx";
import { findLesson, findLessonSource } from "#app/lessons/queries.server.ts";
import { editLessonSchema } from "#app/lessons/schema.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import type { RouteHandle } from "#app/platform/http/route-handle.ts";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

export const handle: RouteHandle = { carries: "lesson" };

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, lesson } = await findLesson(args);
	if (!canEditLessons(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ lessons }) => lessons.edit,
			lesson.title,
		),
		lesson: await findLessonSource(lesson.id),
		path: paths.lesson(course.slug, lesson.number),
		formAction: paths.lesson.edit(course.slug, lesson.number),
	};
}

export const action = formAction({
	find: findLesson,
	can: ({ by }) => canEditLessons(by),
	schema: editLessonSchema,
	limit: counting(EDITS),
	async act({ by, course, lesson }, { title, body, questions, version }) {
		await editLesson(
			lesson,
			{ title, source: body, questions, revision: version },
			{ by, course },
		);
		return redirect(paths.lesson(course.slug, lesson.number));
	},
});

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditLesson() {
	const { lesson, path, formAction } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { lessons, forms } = useWords();
	return (
		<Page wide from={[path, lesson.title]} title={lessons.edit}>
			<LessonForm
				action={formAction}
				submit={forms.save}
				lesson={lesson}
				failure={failure}
			/>
		</Page>
	);
}
