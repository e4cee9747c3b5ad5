import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { signedIn } from "#app/accounts/guard.server.ts";
import { pageTitle } from "#app/accounts/reader.server.ts";
import { formAction } from "#app/courses/form-action.server.ts";
import { ACTS, counting } from "#app/courses/limits.server.ts";
import { canImport } from "#app/courses/policy.ts";
import { findCourse } from "#app/courses/queries.server.ts";
import { ImportFacts } from "#app/imports/import-list.tsx";
import { findImport } from "#app/imports/queries.server.ts";
import { undoImport } from "#app/imports/undo.server.ts";
import { UndoOffer } from "#app/imports/undo-page.tsx";
import { undoView } from "#app/imports/undo-view.server.ts";
import * as paths from "#app/paths.ts";
import {
	forbidden,
	idFrom,
	notFound,
} from "#app/platform/http/request.server.ts";
import { FormNotice } from "#app/ui/form-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import { useRareWords } from "#app/words/rare-words.ts";

async function undoable(args: LoaderFunctionArgs) {
	const { course, by } = await findCourse(args);
	const instructor = signedIn(by, args);
	if (!canImport(instructor)) throw forbidden();
	const found = await findImport(course.id, idFrom(args.params.id));
	if (!found) throw notFound();
	const { _count: recorded, ...entry } = found;
	return { course, by: instructor, entry, isRecorded: recorded.changes > 0 };
}

export async function loader(args: LoaderFunctionArgs) {
	const { course, entry, isRecorded } = await undoable(args);
	const canUndo = isRecorded && !entry.undoneAt;
	return {
		pageTitle: await pageTitle(
			args,
			({ imports }) => imports.undoing.title,
			course.title,
		),
		slug: course.slug,
		entry,
		view: canUndo ? await undoView(course, entry.id) : null,
	};
}

export const action = formAction({
	find: undoable,
	schema: z.object({}),
	limit: counting(ACTS),
	async act({ by, course, entry }) {
		await undoImport(entry, { by, course });
		return redirect(`${paths.course.import(course.slug)}#last-imports`, 303);
	},
});

/** After a refusal too: the page says what has come in the way. */
export const shouldRevalidate = () => true;

export { meta } from "#app/ui/page.tsx";
export { clientAction } from "#app/ui/without-answer.ts";

export default function Undoing() {
	const { slug, entry, view } = useLoaderData<typeof loader>();
	const failure = useActionData<typeof action>();
	const { imports } = useRareWords();
	const { undoing } = imports;
	return (
		<Page
			from={[paths.course.import(slug), imports.steps.choose]}
			title={undoing.title}
		>
			<FormNotice failure={failure} />
			<ImportFacts entry={entry} />
			{view ? (
				<UndoOffer
					slug={slug}
					action={paths.importUndoing(slug, entry.id)}
					{...view}
				/>
			) : (
				<p>{entry.undoneAt ? undoing.wasUndone : undoing.unrecorded}</p>
			)}
		</Page>
	);
}
