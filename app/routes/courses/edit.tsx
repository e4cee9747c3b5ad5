import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { editCourse } from "#app/courses/commands.server.ts";
import { CourseForm } from "#app/courses/course-form.tsx";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { canEditCourse } from "#app/courses/policy.ts";
import { Publishing } from "#app/courses/publishing.tsx";
import { findCourse, findCourseText } from "#app/courses/queries.server.ts";
import { editCourseSchema } from "#app/courses/schema.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

async function editable(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canEditCourse(signedIn(by, args))) throw forbidden();
	return { course, by: signedIn(by, args) };
}

export async function loader(args: LoaderFunctionArgs) {
	const { course } = await editable(args);
	return {
		pageTitle: await pageTitle(
			args,
			({ courses }) => courses.manage.edit,
			course.title,
		),
		course: await findCourseText(course.id),
	};
}

export const action = formAction({
	find: findCourse,
	can: ({ by }) => canEditCourse(by),
	schema: editCourseSchema,
	limit: counting(EDITS),
	async act({ by, course }, text) {
		await editCourse(text, { by, course });
		return redirect(paths.course(course.slug), 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditCourse() {
	const { course } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { courses } = useRareWords();
	const { publishing } = useRareWords();
	return (
		<Page
			from={[paths.course(course.slug), course.title]}
			title={courses.manage.edit}
		>
			<CourseForm
				action={paths.course.edit(course.slug)}
				course={course}
				failure={failure}
			/>
			<section aria-labelledby="publishing">
				<div className="rule-title">
					<h2 id="publishing">{publishing.who}</h2>
				</div>
				<p className="hint">{publishing.whoHint}</p>
				<Publishing
					action={paths.course.publishing(course.slug)}
					state={course.state}
					isRemoved={course.removedAt !== null}
				/>
			</section>
		</Page>
	);
}
