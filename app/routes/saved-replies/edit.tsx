import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { editSavedReply } from "#app/saved-replies/commands.server.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { findSavedReply } from "#app/saved-replies/queries.server.ts";
import { SavedReplyForm } from "#app/saved-replies/saved-reply-form.tsx";
import { savedReplySchema } from "#app/saved-replies/schema.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, saved } = await findSavedReply(args);
	if (!canUseSavedReplies(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ savedReplies }) => savedReplies.editTitle,
			course.title,
		),
		slug: course.slug,
		saved,
	};
}

export const action = formAction({
	find: findSavedReply,
	can: ({ by }) => canUseSavedReplies(by),
	schema: savedReplySchema,
	limit: counting(EDITS),
	async act({ by, course, saved }, text) {
		await editSavedReply(saved, { by, course, ...text });
		return redirect(paths.savedReplies(course.slug));
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function EditSavedReply() {
	const { slug, saved } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { savedReplies } = useRareWords();
	const { isRemoved } = saved;
	return (
		<Page
			from={[paths.savedReplies(slug), savedReplies.title]}
			title={savedReplies.editTitle}
		>
			{isRemoved ? (
				<p>{savedReplies.removed(saved.title)}</p>
			) : (
				<SavedReplyForm
					saved={saved}
					action={paths.editSavedReply(slug, saved.id)}
					failure={failure}
				/>
			)}
			<ActForm
				action={paths.savedReplyRemoval(slug, saved.id)}
				className="take-out mt-20 grid justify-items-start gap-5 border-t border-rule pt-14"
			>
				<input type="hidden" name="removed" value={String(!isRemoved)} />
				<button type="submit" className="button quiet">
					{isRemoved ? savedReplies.restore : savedReplies.remove}
				</button>
			</ActForm>
		</Page>
	);
}
