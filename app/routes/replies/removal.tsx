import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { removalSchema } from "#app/platform/fields.ts";
import { readForm } from "#app/platform/forms.server.ts";
import { done, forbidden } from "#app/platform/http.server.ts";
import { removeReply, restoreReply } from "#app/replies/commands.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { canRemoveReply, canRestoreReply } from "#app/replies/policy.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, thread } = await findReply(args);
	return { back: `/courses/${course.slug}/threads/${thread.number}` };
}

export async function action(args: ActionFunctionArgs) {
	const { course, by, reply, thread } = await findReply(args);
	const member = signedIn(by, args);
	const form = await readForm(args.request, removalSchema);
	if (!form.ok) return form.failure;
	const { removed } = form.value;
	// The wished state may be there already: then there is nothing to do, and nothing to forbid.
	if (removed !== (reply.removedAt !== null)) {
		const allowed = removed
			? canRemoveReply(member, reply)
			: canRestoreReply(member, reply);
		if (!allowed) throw forbidden();
		if (removed) await removeReply(reply, { by: member, course });
		else await restoreReply(reply, { course });
	}
	return done(
		args,
		{ ok: true },
		`/courses/${course.slug}/threads/${thread.number}`,
		`#reply-${reply.id}`,
	);
}

export default VerbPage;
