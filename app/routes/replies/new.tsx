import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting } from "#app/courses/limits.server.ts";
import { courseOnPage } from "#app/courses/queries.server.ts";
import { keepProse, Prose } from "#app/markdown/prose.tsx";
import * as paths from "#app/paths.ts";
import { notFound } from "#app/platform/http/request.server.ts";
import { postReply } from "#app/replies/commands.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { replySchema } from "#app/replies/schema.ts";
import { PositionField } from "#app/thinking/position-field.tsx";
import { POSTS } from "#app/threads/limits.server.ts";
import { findThread } from "#app/threads/queries.server.ts";
import { Page } from "#app/ui/page.tsx";
import { WritingForm } from "#app/ui/writing-form.tsx";
import { canReadReplies } from "#app/visibility/policy.ts";
import { useWords } from "#app/words/reader.tsx";

/** The form on a page of its own: for answering one reply without JavaScript, and for what did not go through. */
export async function loader(args: LoaderFunctionArgs) {
	const { course, by, thread } = await findThread(args, { evenRemoved: true });
	signedIn(by, args);
	const parentId = new URL(args.request.url).searchParams.get("parent");
	const parent =
		parentId && thread.title
			? (await findReply({ ...args, params: { ...args.params, id: parentId } }))
					.reply
			: null;
	if (parent && parent.threadId !== thread.id) throw notFound();
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.write,
			thread.title,
		),
		course: courseOnPage(course),
		title: thread.title,
		path: paths.thread(course.slug, thread.number),
		formAction: paths.thread.replies(course.slug, thread.number),
		positions: parent ? [] : thread.positions,
		parent: parent && {
			id: parent.id,
			name: parent.name,
			html: keepProse(args.context, "parent", parent.html),
		},
		submissionId: randomUUID(),
	};
}

export const action = formAction({
	find: (args) => findThread(args, { evenRemoved: true }),
	schema: replySchema,
	limit: counting(...POSTS),
	async act({ by, course, thread }, text, args) {
		const { parentId } = text;
		if (parentId && !canReadReplies(by, thread))
			await findReply({
				...args,
				params: { ...args.params, id: String(parentId) },
			});
		// A lock that came while the text was written is a 409 of the command, with the text kept.
		const { id } = await postReply({
			...text,
			by,
			course,
			threadId: thread.id,
		});
		if (args.context.isDocument)
			throw redirect(paths.reply(course.slug, id), 303);
		return { ok: true as const, id };
	},
});

export { shouldRevalidate } from "#app/platform/http/revalidate.ts";
export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function NewReply() {
	const { course, title, path, formAction, parent, positions, submissionId } =
		useLoaderData<typeof loader>();
	const result = useActionData<typeof action>();
	const { threads } = useWords();
	const failure = result && !result.ok ? result : undefined;
	const kept = failure?.values ?? {};
	const hidden = {
		submissionId: kept.submissionId ?? submissionId,
		parentId: kept.parentId ?? String(parent?.id ?? ""),
	};
	const label = parent
		? threads.replyTo(parent.name ?? threads.anonymous)
		: threads.write;
	return (
		<Page
			from={title ? [path, title] : [paths.course(course.slug), course.title]}
			title={label}
		>
			{parent && (
				<blockquote className="answered">
					<Prose id="parent" html={parent.html} />
				</blockquote>
			)}
			<WritingForm
				action={formAction}
				draftKey={`reply page ${path} ${hidden.parentId}`}
				label={label}
				placeholder={threads.writePlaceholder}
				submit={threads.send}
				initial={kept.body}
				hidden={hidden}
				failure={failure}
				below={
					positions.length > 0 &&
					!hidden.parentId && (
						<PositionField
							positions={positions}
							kept={kept.position}
							error={failure?.errors.position}
						/>
					)
				}
			/>
		</Page>
	);
}
