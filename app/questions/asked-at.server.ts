import type { LoaderFunctionArgs } from "@remix-run/node";
import { findCourse } from "#app/courses/queries.server.ts";
import * as paths from "#app/paths.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import {
	type AskedPassage,
	findPassage,
} from "#app/questions/anchors.server.ts";
import { slugIn } from "#app/ui/slug-in.ts";

/** What the address of a form asks of a passage. */
export const passageIn = (searchParams: URLSearchParams) => ({
	place: {
		lesson: pageNumber(searchParams.get("lesson"), 0),
		blockId: pageNumber(searchParams.get("block"), 0),
	},
	asked: {
		start: pageNumber(searchParams.get("start"), 0),
		quote: searchParams.get("quote") ?? "",
	},
});

/** Null in place of an answer such as 404. */
export const orNone = <Found>(finding: Promise<Found>) =>
	finding.catch((answer: unknown) => {
		if (answer instanceof Response) return null;
		throw answer;
	});

/** The passage that a visitor is on the way to ask about. */
export async function passageAt(
	args: LoaderFunctionArgs,
	address: string,
): Promise<AskedPassage | null> {
	const course = slugIn(address, paths.threads.new);
	const { place, asked } = passageIn(
		new URL(address, args.request.url).searchParams,
	);
	if (!course || !place.blockId) return null;
	const found = await orNone(findCourse({ ...args, params: { course } }));
	return found && findPassage(found.course.id, place, asked, null);
}
