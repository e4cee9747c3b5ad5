import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import * as paths from "#app/paths.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { findReply, listReplyEdits } from "#app/replies/one-reply.server.ts";
import { canReadHistory } from "#app/replies/policy.ts";
import { History } from "#app/threads/wordings.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by, reply, thread } = await findReply(args);
	if (!canReadHistory(signedIn(by, args), reply)) throw forbidden();
	const { id, name, source, version, editedAt, createdAt } = reply;
	const edits = await listReplyEdits(id);
	return {
		pageTitle: await pageTitle(
			args,
			({ threads }) => threads.historyOf(name ?? threads.anonymous),
			thread.title,
		),
		title: thread.title,
		name,
		path: paths.reply(course.slug, id),
		wordings: [{ version, source, createdAt: editedAt ?? createdAt }, ...edits],
	};
}

export { meta } from "#app/ui/page.tsx";

export default function ReplyHistory() {
	return <History {...useLoaderData<typeof loader>()} />;
}
