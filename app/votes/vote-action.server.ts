import type { ActionFunctionArgs } from "@remix-run/node";
import { counting } from "#app/courses/limits.server.ts";
import type { Member } from "#app/courses/policy.ts";
import { attempt, readForm } from "#app/platform/forms.server.ts";
import { done } from "#app/platform/http.server.ts";
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
	return attempt(form.values, counting(voter, "votes"), async () => {
		const votes = await vote(form.value.value);
		return done(args, { ok: true, votes, voted: form.value.value }, back, hash);
	});
}
