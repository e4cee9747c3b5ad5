import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedIn } from "#app/accounts/guard.server.ts";
import { forbidden } from "#app/platform/http/request.server.ts";
import { findReply } from "#app/replies/one-reply.server.ts";
import { isAuthor } from "#app/visibility/policy.ts";

export type OwnText = {
	body: string;
	version: number;
	position: string | null;
	/** Offered to choose from; none below another reply. */
	positions: string[];
};

/** What an edit of one's own reply begins with. @throws Response 403 for another's */
export async function findOwnText(args: LoaderFunctionArgs) {
	const { course, by, reply, thread } = await findReply(args);
	if (!isAuthor(signedIn(by, args), reply)) throw forbidden();
	const { source: body, version, position } = reply;
	const positions = reply.rootId === null ? thread.positions : [];
	const text: OwnText = { body, version, position, positions };
	return { course, reply, thread, text };
}
