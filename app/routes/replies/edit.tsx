import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { editReply } from "#app/replies/edit.server.ts";
import { EditForm, isInPlace } from "#app/replies/edit-form.tsx";
import { findReply } from "#app/replies/one-reply.server.ts";
import { findOwnText } from "#app/replies/own-text.server.ts";
import { editSchema } from "#app/replies/schema.ts";
import { Page } from "#app/ui/page.tsx";
import { isAuthor } from "#app/visibility/policy.ts";
import { useWords } from "#app/words/reader.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, reply, thread, text } = await findOwnText(args);
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.editReply,
			thread.title,
		),
		title: thread.title,
		path: paths.reply(course.slug, reply.id),
		formAction: paths.reply.edit(course.slug, reply.id),
		text,
	};
}

export const action = formAction({
	find: findReply,
	// A lock or a removal that came while the text was written is a 409 of the command.
	can: ({ by, reply }) => isAuthor(by, reply),
	schema: editSchema,
	limit: counting(EDITS),
	async act({ by, course, reply, thread }, text, { request }) {
		// A thread that asks for no position keeps the stated one.
		const asks = reply.rootId === null && thread.positions.length > 0;
		const position = asks ? text.position : undefined;
		await editReply(reply, { by, course, ...text, position });
		if (isInPlace(request)) return { ok: true as const };
		return redirect(paths.reply(course.slug, reply.id));
	},
});

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditReply() {
	const { title, path, formAction, text } = useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const failure = result && !result.ok ? result : undefined;
	const { threads } = useWords();
	return (
		<Page from={[path, title]} title={threads.editReply}>
			<EditForm
				action={formAction}
				path={path}
				text={text}
				failure={failure}
				back={path}
			/>
		</Page>
	);
}
