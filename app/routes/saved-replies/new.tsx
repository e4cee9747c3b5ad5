import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { addSavedReply } from "#app/saved-replies/commands.server.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { SavedReplyForm } from "#app/saved-replies/saved-reply-form.tsx";
import { savedReplySchema } from "#app/saved-replies/schema.ts";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canUseSavedReplies(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ savedReplies }) => savedReplies.add,
			course.title,
		),
		slug: course.slug,
	};
}

export const action = formAction({
	find: findCourse,
	can: ({ by }) => canUseSavedReplies(by),
	schema: savedReplySchema,
	limit: counting(EDITS),
	async act({ by, course }, { title, body }) {
		await addSavedReply({ by, course, title, body });
		return redirect(paths.savedReplies(course.slug));
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function NewSavedReply() {
	const { slug } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { savedReplies } = useRareWords();
	return (
		<Page
			from={[paths.savedReplies(slug), savedReplies.title]}
			title={savedReplies.add}
		>
			<SavedReplyForm
				saved={null}
				action={paths.savedReplies.new(slug)}
				failure={failure}
			/>
		</Page>
	);
}
