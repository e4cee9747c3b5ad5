import {
	IMPORT_USAGE,
	importCommand,
} from "#app/imports/command-line.server.ts";
import { OWNER_USAGE, ownerCommand } from "#app/members/command-line.server.ts";

/** What the command line can do beside serving; each takes its words and gives its exit code. */
export const commands = {
	import: { run: importCommand, usage: IMPORT_USAGE },
	owner: { run: ownerCommand, usage: OWNER_USAGE },
};
