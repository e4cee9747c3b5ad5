import type { LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { findReply } from "#app/replies/one-reply.server.ts";
import { findPlace } from "#app/replies/queries.server.ts";
import { asSort } from "#app/replies/ranking.ts";

/** The permalink of a reply: leads to the page that it stands on now. The order asked for may be given. */
export async function loader(args: LoaderFunctionArgs) {
	const { course, reply, thread } = await findReply(args);
	const sort = asSort(new URL(args.request.url).searchParams.get("sort"));
	const { page, under, underPage } = await findPlace(reply, sort);
	const params = new URLSearchParams();
	if (under) params.set("under", String(under));
	else if (sort !== "best") params.set("sort", sort);
	const number = under ? underPage : page;
	if (number > 1) params.set("page", String(number));
	const query = params.toString();
	return redirect(
		`/courses/${course.slug}/threads/${thread.number}${query && `?${query}`}#reply-${reply.id}`,
	);
}
