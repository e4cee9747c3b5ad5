import { importCommand } from "#app/imports/command-line.server.ts";
import { ownerCommand } from "#app/members/command-line.server.ts";

/** What the command line can do beside serving; each takes its words and gives its exit code. */
export const commands = { import: importCommand, owner: ownerCommand };
