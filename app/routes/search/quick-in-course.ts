import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCourse } from "#app/courses/queries.server.ts";
import { findNames } from "#app/search/quick.server.ts";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	return Response.json({ named: await findNames(args, { who: by, course }) });
}

export { quietLoader as clientLoader } from "#app/ui/without-answer.ts";
