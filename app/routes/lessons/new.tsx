import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { canEditLessons } from "#app/courses/policy.ts";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { createLesson } from "#app/lessons/commands.server.ts";
import { LessonForm } from "#app/lessons/lesson-form.tsx";
import { newLessonSchema } from "#app/lessons/schema.ts";
import * as paths from "#app/paths.ts";
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

export const action = formAction({
	find: findCourse,
	can: ({ by }) => canEditLessons(by),
	schema: newLessonSchema,
	limit: counting(EDITS),
	async act({ by, course }, { title, body, ...rest }) {
		const text = { title, source: body, ...rest };
		const { number } = await createLesson(text, { by, course });
		return redirect(paths.lesson(course.slug, number));
	},
});

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
