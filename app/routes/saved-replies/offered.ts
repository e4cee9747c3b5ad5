import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "#app/accounts/guard.server.ts";
import { readerOf } from "#app/accounts/reader.server.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { forbidden, idFrom } from "#app/platform/http/request.server.ts";
import { pageNumber } from "#app/platform/http/search-params.ts";
import { filledIn } from "#app/saved-replies/placeholders.ts";
import { canUseSavedReplies } from "#app/saved-replies/policy.ts";
import {
	findAddressee,
	listSavedReplies,
	type Offered,
} from "#app/saved-replies/queries.server.ts";

/** The saved replies as they read in `?thread=`, in answer to its reply `&parent=`. */
export async function loader(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	if (!canUseSavedReplies(signedIn(by, args))) throw forbidden();
	const { searchParams } = new URL(args.request.url);
	const [saved, to, { words }] = await Promise.all([
		listSavedReplies(course),
		findAddressee(course, by, {
			number: idFrom(searchParams.get("thread") ?? undefined),
			parentId: pageNumber(searchParams.get("parent"), 0) || null,
		}),
		readerOf(args),
	]);
	const values = {
		name: to.name ?? words.savedReplies.noName,
		lesson: to.lesson
			? words.threads.lessonNumber(to.lesson)
			: words.savedReplies.noLesson,
	};
	return Response.json({
		offered: saved.map(
			({ id, title, source }): Offered => ({
				id,
				title,
				text: filledIn(source, values),
			}),
		),
	});
}

export { quietLoader as clientLoader } from "#app/ui/without-answer.ts";
