import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { forbidden } from "#app/platform/http.server.ts";
import { useWords } from "#app/platform/i18n/reader.tsx";
import { canReadThreadHistory } from "#app/threads/policy.ts";
import {
	findThread,
	findThreadSource,
	listThreadEdits,
} from "#app/threads/queries.server.ts";
import { Wordings } from "#app/threads/wordings.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, thread } = await findThread(args);
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
		name: thread.author?.name ?? "",
		path: `/courses/${course.slug}/threads/${thread.number}`,
		wordings: [
			{ ...now, createdAt: thread.editedAt ?? thread.createdAt },
			...edits,
		],
	};
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: data?.pageTitle ?? "" },
];

export default function ThreadHistory() {
	const { title, name, path, wordings } = useLoaderData<typeof loader>();
	const { threads } = useWords();
	return (
		<main id="main" className="narrow">
			<p className="muted">
				<Link className="link" to={path}>
					{title}
				</Link>
			</p>
			<h1>{threads.historyOf(name)}</h1>
			<Wordings wordings={wordings} />
		</main>
	);
}
