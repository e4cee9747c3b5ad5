import type { LoaderFunctionArgs } from "@remix-run/node";
import { findOwnText } from "#app/replies/own-text.server.ts";

/** For editing in place. */
export const loader = async (args: LoaderFunctionArgs) =>
	Response.json((await findOwnText(args)).text);

export { quietLoader as clientLoader } from "#app/ui/without-answer.ts";
