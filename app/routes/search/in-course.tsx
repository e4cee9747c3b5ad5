import type { LoaderFunctionArgs } from "@remix-run/node";
import { courseOnPage, findCourse } from "#app/courses/queries.server.ts";
import { searchOnPage } from "#app/search/page.server.ts";
import { SearchPage } from "#app/search/search-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const found = await searchOnPage(args, { who: by, course });
	return { ...found, course: courseOnPage(course) };
}

export { meta } from "#app/ui/page.tsx";

export default SearchPage;
