import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer, signedIn } from "#app/accounts/guard.server.ts";
import { isStaff } from "#app/courses/policy.ts";
import { attempt, failed, readForm } from "#app/platform/forms.server.ts";
import { done, forbidden } from "#app/platform/http.server.ts";
import { limited } from "#app/platform/rate-limit.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { canVoteReply } from "#app/replies/policy.ts";
import { VerbPage } from "#app/ui/verb-page.tsx";
import { voteReply } from "#app/votes/commands.server.ts";
import { voteSchema } from "#app/votes/schema.ts";

export async function loader(args: LoaderFunctionArgs) {
	await requireViewer(args);
	const { course, reply } = await findReply(args);
	return { back: `/courses/${course.slug}/replies/${reply.id}` };
}

export async function action(args: ActionFunctionArgs) {
	const { course, by, reply, thread } = await findReply(args);
	const voter = signedIn(by, args);
	if (!canVoteReply(voter, reply, thread)) throw forbidden();
	const form = await readForm(args.request, voteSchema);
	if (!form.ok) return form.failure;
	const retryAfter = await limited("votes", voter.id, {
		staff: isStaff(voter.role),
	});
	if (retryAfter)
		return failed(form.values, 429, { refusal: "tooFast", retryAfter });
	return attempt(form.values, async () => {
		const votes = await voteReply(reply.id, {
			by: voter,
			course,
			voted: form.value.value,
		});
		return done(
			args,
			{ ok: true, votes },
			`/courses/${course.slug}/replies/${reply.id}`,
			`#reply-${reply.id}`,
		);
	});
}

export default VerbPage;
