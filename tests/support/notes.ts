import * as pinRoute from "#app/routes/replies/pin.tsx";
import { onReply } from "#tests/support/requests.ts";

/** Sends the form that pins a reply, as a translation note where `form` names no other kind. */
export const sendPin = (
	by: { id: number } | null,
	id: number,
	form: Record<string, string>,
) => onReply(pinRoute, by, id, { pinned: "true", kind: "term", ...form });
