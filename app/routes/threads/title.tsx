import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { hasRight } from "#app/courses/allowed.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { counting, EDITS } from "#app/courses/limits.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { retitleThread } from "#app/threads/commands.server.ts";
import { canRetitle } from "#app/threads/policy.ts";
import { findThread } from "#app/threads/queries.server.ts";
import { titleSchema } from "#app/threads/schema.ts";
import { TitleForm } from "#app/threads/title-form.tsx";
import { Page } from "#app/ui/page.tsx";
import { useWords } from "#app/words/reader.tsx";

type Found = Awaited<ReturnType<typeof findThread>>;

const may = ({ by, thread }: Found) => canRetitle(by, thread);

async function findRetitled(args: LoaderFunctionArgs) {
	const found = await findThread(args);
	signedIn(found.by, args);
	if (!hasRight(found, may)) throw forbidden();
	const { course, thread } = found;
	const { slug } = course;
	const { number } = thread;
	return {
		found,
		path: paths.thread(slug, number),
		formAction: paths.thread.title(slug, number),
	};
}

export async function loader(args: LoaderFunctionArgs) {
	const { found, path, formAction } = await findRetitled(args);
	const { title } = found.thread;
	return {
		pageTitle: await pageTitle(args, ({ threads }) => threads.retitle, title),
		title,
		path,
		formAction,
	};
}

export const action = formAction({
	find: findThread,
	can: may,
	schema: titleSchema,
	limit: counting(EDITS),
	async act({ by, course, thread }, { title }) {
		await retitleThread(thread, { by, course, title });
		return redirect(paths.thread(course.slug, thread.number), 303);
	},
});

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function ThreadTitle() {
	const { title, path, formAction } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { threads, forms } = useWords();
	return (
		<Page from={[path, title]} title={threads.retitle}>
			<TitleForm
				action={formAction}
				back={path}
				title={title}
				submit={forms.save}
				failure={failure}
			/>
		</Page>
	);
}
