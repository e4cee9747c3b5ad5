import { accounts } from "#app/words/en/accounts.ts";
import { forms } from "#app/words/en/forms.ts";
import { lessons } from "#app/words/en/lessons.ts";
import { progress } from "#app/words/en/progress.ts";
import { questions } from "#app/words/en/questions.ts";
import { shell } from "#app/words/en/shell.ts";
import { thinking } from "#app/words/en/thinking.ts";
import { threads } from "#app/words/en/threads.ts";

export const base = {
	...shell,
	...forms,
	accounts,
	lessons,
	threads,
	questions,
	progress,
	thinking,
};
