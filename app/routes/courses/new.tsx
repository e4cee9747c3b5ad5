import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { createCourse } from "#app/courses/commands.server.ts";
import { CourseForm } from "#app/courses/course-form.tsx";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { canCreateCourse } from "#app/courses/policy.ts";
import { courseSchema } from "#app/courses/schema.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	if (!canCreateCourse(await requireViewer(args))) throw forbidden();
	const { words } = await readerOf(args);
	return { pageTitle: words.courses.add };
}

export const action = formAction({
	find: async (args) => ({ by: await requireViewer(args) }),
	can: ({ by }) => canCreateCourse(by),
	schema: courseSchema,
	limit: counting(EDITS),
	async act({ by }, text) {
		const { slug } = await createCourse(text, { by });
		return redirect(paths.course(slug), 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function NewCourse() {
	const failure = useActionData<typeof action>();
	const { courses } = useRareWords();
	return (
		<Page title={courses.add}>
			<CourseForm action={paths.newCourse} failure={failure} />
		</Page>
	);
}
