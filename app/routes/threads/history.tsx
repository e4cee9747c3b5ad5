import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { canReadThreadHistory } from "#app/threads/policy.ts";
import {
	findThreadOnPage,
	findThreadSource,
	listThreadEdits,
} from "#app/threads/queries.server.ts";
import { History } from "#app/threads/wordings.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, thread } = await findThreadOnPage(args);
	if (!canReadThreadHistory(signedIn(by, args), thread)) throw forbidden();
	const [now, edits] = await Promise.all([
		findThreadSource(thread.id),
		listThreadEdits(thread.id),
	]);
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.history,
			thread.title,
		),
		title: thread.title,
		name: thread.author?.name ?? thread.importedName,
		path: paths.thread(course.slug, thread.number),
		wordings: [
			{ ...now, createdAt: thread.editedAt ?? thread.createdAt },
			...edits,
		],
	};
}

export { meta } from "#app/ui/page.tsx";

export default function ThreadHistory() {
	return <History {...useLoaderData<typeof loader>()} />;
}
