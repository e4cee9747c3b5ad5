import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { readNotification } from "#app/notifications/commands.server.ts";
import * as paths from "#app/paths.ts";
import { idFrom, notFound } from "#app/platform/http/request.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await requireViewer(args);
	const place = await readNotification(viewer, idFrom(args.params.id));
	if (!place) throw notFound();
	const { courseSlug, threadNumber, replyId } = place;
	return redirect(
		replyId
			? paths.reply(courseSlug, replyId)
			: paths.thread(courseSlug, threadNumber),
	);
}
