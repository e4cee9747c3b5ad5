import { nameOwner } from "#app/members/commands.server.ts";
import { StartError } from "#app/platform/env.server.ts";

export const OWNER_USAGE = "npm run owner -- HANDLE";

/** Returns the exit code. @throws StartError where there is no such account */
export async function ownerCommand([
	handle,
	...rest
]: string[]): Promise<number> {
	if (!handle || rest.length) throw new StartError(OWNER_USAGE);
	if (!(await nameOwner(handle)))
		throw new StartError(`There is no account with the handle ${handle}.`);
	process.stderr.write(`${handle} is an owner of this site.\n`);
	return 0;
}
