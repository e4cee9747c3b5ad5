import {
	BACKUP_USAGE,
	backupCommand,
	RESTORE_USAGE,
	restoreCommand,
} from "#app/backup/command-line.server.ts";
import {
	RECOUNT_USAGE,
	recountCommand,
} from "#app/counters/command-line.server.ts";
import {
	IMPORT_USAGE,
	importCommand,
} from "#app/imports/command-line.server.ts";
import { OWNER_USAGE, ownerCommand } from "#app/members/command-line.server.ts";
import {
	JOBS_USAGE,
	jobsCommand,
} from "#app/platform/jobs/command-line.server.ts";
import { addStartJobs } from "#app/platform/jobs/queue.server.ts";
import { changed, changesSent } from "#app/platform/postgres/changes.server.ts";
import type { Say } from "#app/platform/postgres/embedded.server.ts";
import {
	REINDEX_USAGE,
	reindexCommand,
} from "#app/search/command-line.server.ts";
import { TASKS } from "#app/server/jobs.ts";
import { bringUpToDate } from "#app/server/up-to-date.ts";

type Command = {
	usage: string;
	/** Else the database is migrated before the command runs. */
	takesAsItIs?: boolean;
	run(words: string[], url: string, say: Say): Promise<number>;
};

export const commands: Record<string, Command> = {
	import: { usage: IMPORT_USAGE, run: importCommand },
	owner: { usage: OWNER_USAGE, run: ownerCommand },
	backup: { usage: BACKUP_USAGE, run: backupCommand, takesAsItIs: true },
	restore: {
		usage: RESTORE_USAGE,
		takesAsItIs: true,
		async run(words, url, say) {
			const code = await restoreCommand(words, url, say);
			await bringUpToDate(url, say);
			await addStartJobs(TASKS);
			changed({ courseId: null });
			await changesSent();
			return code;
		},
	},
	jobs: { usage: JOBS_USAGE, run: jobsCommand },
	recount: { usage: RECOUNT_USAGE, run: recountCommand },
	reindex: { usage: REINDEX_USAGE, run: reindexCommand },
};
