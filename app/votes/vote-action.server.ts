import type { ActionFunctionArgs } from "@remix-run/node";
import type { Member } from "#app/courses/policy.ts";
import { isStaff } from "#app/courses/policy.ts";
import { attempt, failed, readForm } from "#app/platform/forms.server.ts";
import { done } from "#app/platform/http.server.ts";
import { limited } from "#app/platform/rate-limit.server.ts";
import { voteSchema } from "#app/votes/schema.ts";

type Votable = {
	voter: Member & { id: number };
	/** Casts or withdraws the vote; gives the new count. Throws where that is not allowed. */
	vote: (voted: boolean) => Promise<number>;
	/** The page that a plain form goes back to, and the place on it. */
	back: string;
	hash?: string;
};

/** Answers a vote: within the limit, with the new count. */
export async function answerVote(
	args: ActionFunctionArgs,
	{ voter, vote, back, hash }: Votable,
) {
	const form = await readForm(args.request, voteSchema);
	if (!form.ok) return form.failure;
	const staff = isStaff(voter.role);
	const retryAfter = await limited("votes", voter.id, { staff });
	if (retryAfter)
		return failed(form.values, 429, { refusal: "tooFast", retryAfter });
	return attempt(form.values, async () => {
		const votes = await vote(form.value.value);
		return done(args, { ok: true, votes, voted: form.value.value }, back, hash);
	});
}
