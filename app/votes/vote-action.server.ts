import type { ActionFunctionArgs } from "@remix-run/node";
import { counting } from "#app/courses/limits.server.ts";
import { env } from "#app/platform/env.server.ts";
import { attempt, readForm } from "#app/platform/forms/form.server.ts";
import { MINUTE, rateLimit } from "#app/platform/http/rate-limit.server.ts";
import { done } from "#app/platform/http/request.server.ts";
import type { Member } from "#app/visibility/member.ts";
import { voteSchema } from "#app/votes/schema.ts";

const VOTES = rateLimit("votes", env.LIMIT_VOTES_MINUTE, MINUTE);

type Votable = {
	voter: Member & { id: number };
	/** Returns the new count. Throws where voting is not allowed. */
	vote: (voted: boolean) => Promise<number>;
	back: string;
	hash?: string;
};

export async function answerVote(
	args: ActionFunctionArgs,
	{ voter, vote, back, hash }: Votable,
) {
	const form = await readForm(args.request, voteSchema);
	if (!form.ok) return form.failure;
	return attempt(form.values, counting(voter, VOTES), async () => {
		const votes = await vote(form.value.value);
		return done(args, { ok: true, votes, voted: form.value.value }, back, hash);
	});
}
