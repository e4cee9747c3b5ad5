import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { TITLE_MAX } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { listSimilar } from "#app/questions/similar.server.ts";

/** Questions like the one whose `title` is being written. */
export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, by } = await findCourse(args);
	const { searchParams } = new URL(args.request.url);
	const title = (searchParams.get("title") ?? "").slice(0, TITLE_MAX);
	return Response.json({ similar: await listSimilar(course, by, title) });
}
