import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import * as paths from "#app/paths.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { findPlace } from "#app/replies/place.server.ts";
import { asSort } from "#app/replies/ranking.ts";
import { canReadReplies, isAuthor } from "#app/visibility/policy.ts";

/**
 * A reply's permalink leads to its present page; far from both ends of the thread, to its time; before a write-first
 * thread opens, to the top.
 */
export async function loader(args: LoaderFunctionArgs) {
	const { course, by, reply, thread } = await findReply(args, {
		evenClosed: true,
	});
	const path = paths.thread(course.slug, thread.number);
	if (!canReadReplies(by, thread)) {
		const pin = reply.pinned ? `#pin-${reply.id}` : "";
		return redirect(path + (isAuthor(by, reply) ? `#reply-${reply.id}` : pin));
	}
	const sort = asSort(new URL(args.request.url).searchParams.get("sort"));
	const { page, under, underPage } = await findPlace(reply, sort);
	const params = new URLSearchParams();
	if (under) params.set("under", String(under));
	else if (page === null) params.set("from", String(reply.rootId ?? reply.id));
	else if (sort !== "best") params.set("sort", sort);
	const number = under ? underPage : (page ?? 1);
	if (number > 1) params.set("page", String(number));
	// Other sites do not send the fragment: they are told which reply it is about. Browsers have a shorter address.
	if (!args.request.headers.has("Sec-Fetch-Mode"))
		params.set("about", String(reply.id));
	const query = params.toString();
	return redirect(`${path}${query && `?${query}`}#reply-${reply.id}`);
}
