import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { editSchema } from "#app/replies/schema.ts";
import { PositionField } from "#app/thinking/position-field.tsx";
import { Page } from "#app/ui/page.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { isAuthor } from "#app/visibility/policy.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, reply, thread } = await findReply(args);
	if (!isAuthor(signedIn(by, args), reply)) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.editReply,
			thread.title,
		),
		title: thread.title,
		path: paths.reply(course.slug, reply.id),
		formAction: paths.reply.edit(course.slug, reply.id),
		body: reply.source,
		position: reply.position,
		positions: reply.rootId === null ? thread.positions : [],
		version: reply.version,
	};
}

export const action = formAction({
	find: findReply,
	// A lock or a removal that came while the text was written is a 409 of the command.
	can: ({ by, reply }) => isAuthor(by, reply),
	schema: editSchema,
	limit: counting(EDITS),
	async act({ by, course, reply, thread }, text) {
		// A thread that asks for no position keeps the stated one.
		const asks = reply.rootId === null && thread.positions.length > 0;
		const position = asks ? text.position : undefined;
		await editReply(reply, { by, course, ...text, position });
		return redirect(paths.reply(course.slug, reply.id));
	},
});

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditReply() {
	const { title, path, formAction, body, version, position, positions } =
		useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { threads, forms } = useWords();
	return (
		<Page from={[path, title]} title={threads.editReply}>
			<WritingForm
				action={formAction}
				draftKey={`edit ${path}`}
				version={version}
				label={threads.body}
				submit={forms.save}
				initial={body}
				failure={failure}
				back={path}
				below={
					positions.length > 0 && (
						<PositionField
							positions={positions}
							chosen={position}
							kept={failure?.values.position}
							error={failure?.errors.position}
						/>
					)
				}
			/>
		</Page>
	);
}
