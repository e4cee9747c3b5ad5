import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { readNotifications } from "#app/notifications/commands.server.ts";
import {
	listNotifications,
	NOTIFICATIONS_PER_PAGE,
} from "#app/notifications/queries.server.ts";
import * as paths from "#app/paths.ts";
import { attempt } from "#app/platform/forms/form.server.ts";
import { done } from "#app/platform/http/request.server.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { ActForm } from "#app/ui/act-form.tsx";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { TimeAgo } from "#app/ui/time-ago.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await requireViewer(args);
	const { searchParams } = new URL(args.request.url);
	const before = pageNumber(searchParams.get("before"), 0) || null;
	const notifications = await listNotifications(viewer, before);
	const shown = notifications.slice(0, NOTIFICATIONS_PER_PAGE);
	const { words } = await readerOf(args);
	return {
		pageTitle: words.notifications.title,
		notifications: shown,
		older:
			notifications.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
	};
}

export async function action(args: ActionFunctionArgs) {
	const viewer = await requireViewer(args);
	return attempt(
		{},
		() => counting(ACTS)(viewer),
		async () => {
			await readNotifications(viewer.id);
			return done(args, { ok: true as const }, paths.notifications);
		},
	);
}

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Notifications() {
	const { notifications, older } = useLoaderData<typeof loader>();
	const { notifications: words } = useRareWords();
	const result = useActionData<typeof action>();
	return (
		<Page
			wide
			title={words.title}
			beside={
				notifications.some(({ isRead }) => !isRead) && (
					<ActForm action={paths.notifications}>
						<button type="submit" className="button quiet">
							{words.readAll}
						</button>
					</ActForm>
				)
			}
		>
			<FormNotice failure={result?.ok === false ? result : undefined} />
			{notifications.length === 0 && <p className="empty">{words.empty}</p>}
			<ul className="threads">
				{notifications.map((one) => (
					<li key={one.id} className={one.isRead ? undefined : "unread"}>
						<p className="muted facts">
							{!one.isRead && <span className="new">{words.unread}</span>}
							<TimeAgo time={one.createdAt} />
						</p>
						<p>
							{words.kinds[one.kind]}
							<a className="link" href={paths.notification(one.id)}>
								{one.threadTitle}
							</a>
						</p>
					</li>
				))}
			</ul>
			{older && (
				<p>
					<a className="link" href={`${paths.notifications}?before=${older}`}>
						{words.older}
					</a>
				</p>
			)}
		</Page>
	);
}
