import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "#app/accounts/guard.server.ts";
import { LOOKUPS, limitedFor } from "#app/courses/limits.server.ts";
import { TITLE_MAX } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { listSimilar } from "#app/questions/similar.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const viewer = await requireViewer(args);
	const { course, by } = await findCourse(args);
	const retryAfter = await limitedFor({ ...by, id: viewer.id }, LOOKUPS);
	// If suggestions fail, the field simply offers none.
	if (retryAfter)
		return Response.json(
			{ similar: [] },
			{ status: 429, headers: { "Retry-After": String(retryAfter) } },
		);
	const { searchParams } = new URL(args.request.url);
	const title = (searchParams.get("title") ?? "").slice(0, TITLE_MAX);
	return Response.json({ similar: await listSimilar(course, by, title) });
}

export { quietLoader as clientLoader } from "#app/ui/without-answer.ts";
