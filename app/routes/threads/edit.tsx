import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { editThread } from "#app/threads/commands.server.ts";
import { findThread, findThreadSource } from "#app/threads/queries.server.ts";
import { editThreadSchema } from "#app/threads/schema.ts";
import { DraftField } from "#app/ui/draft-field.tsx";
import { Page } from "#app/ui/page.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { isAuthor } from "#app/visibility/policy.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, thread } = await findThread(args);
	if (!isAuthor(signedIn(by, args), thread)) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.editOpener,
			thread.title,
		),
		...(await findThreadSource(thread.id)),
		path: paths.thread(course.slug, thread.number),
		formAction: paths.thread.edit(course.slug, thread.number),
	};
}

export const action = formAction({
	find: findThread,
	can: ({ by, thread }) => isAuthor(by, thread),
	schema: editThreadSchema,
	limit: counting(EDITS),
	async act({ by, course, thread }, text) {
		await editThread(thread, { by, course, ...text });
		return redirect(paths.thread(course.slug, thread.number));
	},
});

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditThread() {
	const { title, source, version, path, formAction } =
		useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { threads, forms } = useWords();
	return (
		<Page from={[path, title]} title={threads.editOpener}>
			<WritingForm
				action={formAction}
				draftKey={`edit ${path}`}
				version={version}
				label={threads.body}
				submit={forms.save}
				initial={source}
				failure={failure}
				back={path}
			>
				<DraftField
					label={threads.title}
					name="title"
					initial={title}
					begun={failure?.values.title}
					error={failure?.errors.title}
				/>
			</WritingForm>
		</Page>
	);
}
