import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { readForm } from "#app/platform/forms.server.ts";
import { done, forbidden } from "#app/platform/http.server.ts";
import { lockThread } from "#app/threads/commands.server.ts";
import { canLockThread } from "#app/threads/policy.ts";
import { findThread } from "#app/threads/queries.server.ts";
import { lockSchema } from "#app/threads/schema.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, thread } = await findThread(args);
	return { back: `/courses/${course.slug}/threads/${thread.number}` };
}

export async function action(args: ActionFunctionArgs) {
	const { course, by, thread } = await findThread(args);
	const member = signedIn(by, args);
	if (!canLockThread(member)) throw forbidden();
	const form = await readForm(args.request, lockSchema);
	if (!form.ok) return form.failure;
	await lockThread(thread, { course, locked: form.value.locked });
	return done(
		args,
		{ ok: true },
		`/courses/${course.slug}/threads/${thread.number}`,
	);
}

export default VerbPage;
