import type { LoaderFunctionArgs } from "@remix-run/node";
import { getViewer } from "#app/accounts/sessions.server.ts";
import { searchOnPage } from "#app/search/page.server.ts";
import { SearchPage } from "#app/search/search-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
	const where = { who: await getViewer(args), course: null };
	return { ...(await searchOnPage(args, where)), course: null };
}

export { meta } from "#app/ui/page.tsx";

export default SearchPage;
