import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import { listSavedReplies } from "#app/saved-replies/queries.server.ts";
import { Page } from "#app/ui/page.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canUseSavedReplies(signedIn(by, args))) throw forbidden();
	return {
		pageTitle: await pageTitle(
			args,
			({ savedReplies }) => savedReplies.title,
			course.title,
		),
		slug: course.slug,
		saved: await listSavedReplies(course),
	};
}

export { meta } from "#app/ui/page.tsx";

export default function SavedReplies() {
	const { slug, saved } = useLoaderData<typeof loader>();
	const { desk, savedReplies } = useRareWords();
	return (
		<Page
			wide
			from={[paths.course.desk(slug), desk.title]}
			title={savedReplies.title}
			beside={
				<a className="button quiet" href={paths.savedReplies.new(slug)}>
					{savedReplies.add}
				</a>
			}
		>
			<p className="max-w-narrow text-muted">{savedReplies.about}</p>
			{saved.length === 0 && <p className="empty">{savedReplies.empty}</p>}
			<ul className="threads">
				{saved.map(({ id, title, source, by, updatedAt }) => (
					<li key={id}>
						<h2>{title}</h2>
						<p className="my-3 font-song text-reading leading-[1.75] whitespace-pre-wrap">
							{source}
						</p>
						<p className="muted facts">
							{by && <span>{by}</span>}
							<TimeAgo time={updatedAt} />
							<a className="link" href={paths.editSavedReply(slug, id)}>
								{savedReplies.edit}
							</a>
						</p>
					</li>
				))}
			</ul>
		</Page>
	);
}
