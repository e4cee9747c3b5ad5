import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { removalSchema } from "#app/platform/fields.ts";
import { readForm } from "#app/platform/forms.server.ts";
import { done, forbidden } from "#app/platform/http.server.ts";
import { removeThread, restoreThread } from "#app/threads/commands.server.ts";
import { canRemoveThread, canRestoreThread } from "#app/threads/policy.ts";
import { findThread } from "#app/threads/queries.server.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, thread } = await findThread(args);
	return { back: `/courses/${course.slug}/threads/${thread.number}` };
}

export async function action(args: ActionFunctionArgs) {
	const { course, by, thread } = await findThread(args);
	const member = signedIn(by, args);
	const form = await readForm(args.request, removalSchema);
	if (!form.ok) return form.failure;
	const { removed } = form.value;
	if (removed !== (thread.removedAt !== null)) {
		const allowed = removed
			? canRemoveThread(member, thread)
			: canRestoreThread(member, thread);
		if (!allowed) throw forbidden();
		if (removed) await removeThread(thread, { by: member, course });
		else await restoreThread(thread, { course });
	}
	return done(
		args,
		{ ok: true },
		`/courses/${course.slug}/threads/${thread.number}`,
	);
}

export default VerbPage;
