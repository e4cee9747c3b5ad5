import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http/request.server.ts";
import { canSetThinking } from "#app/thinking/policy.ts";
import { thinkingSchema } from "#app/thinking/schema.ts";
import { ThinkingForm } from "#app/thinking/thinking-form.tsx";
import { findThread } from "#app/threads/queries.server.ts";
import { setThinking } from "#app/threads/thinking.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

async function settable(args: LoaderFunctionArgs) {
	const { course, by, thread } = await findThread(args);
	if (thread.kind !== "thinking") throw notFound();
	const staff = signedIn(by, args);
	if (!canSetThinking(staff, thread)) throw forbidden();
	return {
		course,
		by: staff,
		thread,
		path: paths.thread(course.slug, thread.number),
		formAction: paths.thread.settings(course.slug, thread.number),
	};
}

export async function loader(args: LoaderFunctionArgs) {
	const { thread, path, formAction } = await settable(args);
	const { title, positions, writeFirst } = thread;
	return {
		pageTitle: await pageTitle(args, (words) => words.thinking.settings, title),
		thread: { title, positions, writeFirst },
		path,
		formAction,
	};
}

export const action = formAction({
	find: settable,
	schema: thinkingSchema,
	limit: counting(ACTS),
	async act({ by, course, thread, path }, wish) {
		await setThinking(thread, { ...wish, by, course });
		return redirect(path, 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function ThinkingSettings() {
	const { thread, path, formAction } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { thinking } = useWords();
	return (
		<Page from={[path, thread.title]} title={thinking.settings}>
			<ThinkingForm
				action={formAction}
				back={path}
				thread={thread}
				failure={failure}
			/>
		</Page>
	);
}
