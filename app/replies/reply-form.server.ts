import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "#app/accounts/guard.server.ts";
import { hasRight } from "#app/courses/allowed.server.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import {
	type FoundReply,
	findReply,
	type ThreadAround,
} from "#app/replies/one-reply.server.ts";
import type { Member } from "#app/visibility/member.ts";

/**
 * Also shown for a reply removed meanwhile, so that no text is lost.
 * @throws Response 302 to the sign-in page, 403, 404
 */
export async function findReplyFor(
	args: LoaderFunctionArgs,
	can: (by: Member, reply: FoundReply, thread: ThreadAround) => boolean,
) {
	const found = await findReply(args, { evenRemoved: true });
	const by = signedIn(found.by, args);
	const may = ({ reply, thread }: typeof found) => can(by, reply, thread);
	if (!hasRight(found, may)) throw forbidden();
	return { ...found, by };
}
